import { Select } from 'nhsuk-react-components';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { counted } from '../../report/counted.ts';
import type { RowToTake, Taking } from '../../workspace/registers/rows-to-take.ts';

/** Rows of which we would say something that they do not: how many, and what; undefined when there is none. */
export function addedByUs(kind: AnyKind, rows: readonly RowToTake[]) {
  const own = rows.flatMap((row) => (row.become === 'added' && row.usual !== undefined ? [row.usual] : []));
  const field = fieldsOf(kind).find(({ name }) => name === own[0]);
  return field && { field, rows: own.length };
}

/** What we add to new entries by ourselves, and the way to say otherwise for all of them at once. */
export function UsualChoice({
  added: { field, rows },
  taking: { usual = 'yes' },
}: {
  readonly added: NonNullable<ReturnType<typeof addedByUs>>;
  readonly taking: Taking;
}) {
  const whom = `${counted(rows, 'new entry', 'new entries')} that ${rows === 1 ? 'does' : 'do'} not say it`;
  const said = {
    yes: `We add “${field.label}: Yes” to ${whom}, because it is so for most employees and directors.`,
    no: `We add “${field.label}: No” to ${whom}, as you chose.`,
    open: `We leave “${field.label}” empty in ${whom}, as you chose.`,
  } as const;
  return (
    <>
      <h2>What we add ourselves</h2>
      <p>{said[usual]}</p>
      <Select
        id="usual"
        name="usual"
        label={`${field.label}: where a new entry does not say it, use`}
        defaultValue={usual}
      >
        <Select.Option value="yes">Yes</Select.Option>
        <Select.Option value="no">No</Select.Option>
        <Select.Option value="open">Nothing: leave it empty</Select.Option>
      </Select>
    </>
  );
}

/** What was chosen, while there is no row that it is about. */
export function KeptUsual({ taking: { usual } }: { readonly taking: Taking }) {
  return usual && <input type="hidden" name="usual" value={usual} />;
}
