import { namesUs, ownNames } from '../record/own-names.ts';
import type { Organisation, RecordedDocument } from '../record/record.ts';

/** Tells whether the organisation stands in a document by one of its names; undefined when no name of it is known. */
export function namedIn(organisation: Organisation): ((document: RecordedDocument) => boolean) | undefined {
  const names = ownNames(organisation);
  if (names.length === 0) return undefined;
  const isOurs = namesUs(names);
  return ({ content }) =>
    content.lines.some(({ text }) => isOurs(text)) || Object.values(content.properties).some(isOurs);
}
