import type { AnyKind } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { RowToTake } from '../../workspace/registers/rows-to-take.ts';

/** Names that a sentence tells before it only counts. */
const NAMED = 3;

/** Says which new entries have one name: two people may, and one who stands there twice would be two from then on. */
export function NamedTwice({ kind, rows }: { readonly kind: AnyKind; readonly rows: readonly RowToTake[] }) {
  if (kind.name !== person.name) return null;
  const added = rows.filter(({ become }) => become === 'added');
  const alike = [...Map.groupBy(added, ({ title }) => title.trim().toLowerCase()).values()].flatMap(
    ([first, ...others]): string[] =>
      first && others.length > 0
        ? [
            `“${neutralised(first.title)}” in ${listed(
              [first, ...others].map(({ place }) => place),
              NAMED,
            )}`,
          ]
        : [],
  );
  if (alike.length === 0) return null;
  return (
    <li>
      <strong>The same name more than once</strong>: {listed(alike, NAMED)}. Leave rows out below if they mean the same.
    </li>
  );
}
