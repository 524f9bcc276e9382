import { FORM_ID } from '../sent-before.ts';

/**
 * Stands in the forms whose fields change a record, so that one sent twice is done once. Those that bring files have it not: the
 * same file twice is there already; nor those that let people in, who are in already. A browser must not fill in an old one.
 */
export function FormId() {
  return <input type="hidden" name={FORM_ID} value={crypto.randomUUID()} autoComplete="off" />;
}
