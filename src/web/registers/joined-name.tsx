import type { AnyKind } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import { cellFor, isFilled } from '../../workspace/registers/column-mapping.ts';
import { halvesOf, nameField } from '../../workspace/registers/name-halves.ts';
import type { GivenTable, Taking } from '../../workspace/registers/rows-to-take.ts';

/** Says which two columns make one name, and what comes of it. */
export function JoinedName({
  kind,
  table: { columns, rows },
  taking: { mapping },
}: {
  readonly kind: AnyKind;
  readonly table: GivenTable;
  readonly taking: Taking;
}) {
  const whole = nameField(kind) ?? '';
  const [first = '', last = ''] = halvesOf(whole).map((half) => columns[mapping.indexOf(half)]);
  if (mapping.includes(whole) || !isFilled(whole, mapping)) return null;
  const example = rows.map(({ cells }) => cellFor(whole, mapping, cells)).find((name) => name !== '');
  return (
    <p>
      “{neutralised(first)}” and “{neutralised(last)}” are taken together for the name
      {example !== undefined && `, such as “${neutralised(example)}”`}.
    </p>
  );
}
