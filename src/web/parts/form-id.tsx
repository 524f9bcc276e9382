import { FORM_ID } from '../sent-before.ts';

/** Stands in every form that changes a record, so that one sent twice is done once. A browser must not fill in an old one. */
export function FormId() {
  return <input type="hidden" name={FORM_ID} value={crypto.randomUUID()} autoComplete="off" />;
}
