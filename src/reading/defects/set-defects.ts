import type { Day } from '../../record/day.ts';
import { brokenReferences } from './broken-reference.ts';
import { countsOfOtherFiles } from './counts-of-other-files.ts';
import type { LocatedDefect, ProfiledDocument } from './defect-rule.ts';
import { indexAgainstDocuments } from './index-against-documents.ts';
import { leaversAcross } from './leavers-across.ts';
import { recycledFiles } from './recycled-file.ts';
import { wrongOrganisations } from './wrong-organisation.ts';

/**
 * Defects that show only beside the other documents of the set: references to what is not there, one text under two names,
 * two current versions of a title, an index that gives another version, accounts of people who left before the day `on`.
 */
export function referenceDefects(documents: readonly ProfiledDocument[], on: Day): readonly LocatedDefect[] {
  return [
    ...brokenReferences(documents),
    ...recycledFiles(documents),
    ...leaversAcross(documents, on),
    ...indexAgainstDocuments(documents),
    ...countsOfOtherFiles(documents),
  ];
}

/** Another organisation's name in our own text. Own names are learnt from the set unless `ownNames` gives them. */
export function organisationDefects(
  documents: readonly ProfiledDocument[],
  ownNames: readonly string[] = [],
): readonly LocatedDefect[] {
  return wrongOrganisations(documents, ownNames);
}
