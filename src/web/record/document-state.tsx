import { Tag } from 'nhsuk-react-components';
import type { Day } from '../../record/day.ts';
import { isHeld, isWithdrawn, type KeptDocument } from '../../workspace/documents/kept-document.ts';

/** What a malware scan came to. */
export const SCANS = {
  clean: 'Nothing found',
  infected: 'Something found',
  'not-scanned': 'Not scanned',
} as const;

/** Whether a document can be relied on. */
export function DocumentState({ document: one, today }: { readonly document: KeptDocument; readonly today: Day }) {
  if (isHeld(one)) return <Tag modifier="red">Held back</Tag>;
  if (isWithdrawn(one, today)) return <Tag modifier="grey">Withdrawn</Tag>;
  return <Tag modifier="green">In use</Tag>;
}
