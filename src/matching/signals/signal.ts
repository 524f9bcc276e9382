/**
 * How documents that answer one question are usually called and built: general knowledge of the field, reviewed like code. Each field
 * is a list parted by `;`.
 *
 * `titles` are patterns over the words of a title or file name (headings too, at less weight): `backup policy|plan` needs the word
 * backup and one of policy and plan, in any order and form (`Backups: our policy`); `data_protection fee` takes `data_protection` as
 * one; `-supplier` forbids a word; `@report|log` asks for that kind of document; `*0.6` at the end weakens a pattern whose documents are
 * more often filed elsewhere.
 *
 * `columns` are sets of column names, joined by `+`, each a pattern as above: all must be found in one table.
 *
 * `says` are turns of phrase of the running text, beyond the rule's vocabulary.
 */
export type Signals = { readonly titles: string; readonly columns?: string; readonly says?: string };

/** By the number of the proof rule: category 3, version 8. An item of another category uses them through a lent rule. */
export type SignalsByRule = Readonly<Record<string, Signals>>;

/** The entries of a field. */
export function entriesOf(field: string | undefined): string[] {
  return (field ?? '')
    .split(';')
    .map((entry) => entry.trim().replaceAll(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}
