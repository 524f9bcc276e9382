import { withArticle } from '../../record/words.ts';
import { counted } from '../../report/counted.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { titleOf } from '../record/field-words.ts';
import { anchorOf } from '../record/form-mistakes.ts';
import { recordPaths } from '../record/record-paths.ts';
import { fieldOf, GAP_CODES, GAPS, type Gap, type GapCode } from './scope-gaps.ts';
import type { ScopeModel } from './scope-page.tsx';

type Model = Pick<ScopeModel, 'seat' | 'gaps'>;

/** So many of one sort are seen at once. */
const SHOWN = 8;

/** What is missing, each with the entry that mends it. */
export function GapList({ seat, gaps }: Model) {
  const groups = GAP_CODES.map((code) => ({ code, found: gaps.filter((gap) => gap.code === code) }));
  return (
    <>
      <h2>What is missing</h2>
      {gaps.length === 0 ? (
        <p>Nothing that this page looks for is missing.</p>
      ) : (
        groups
          .filter(({ found }) => found.length > 0)
          .map(({ code, found }) => <Group key={code} {...{ seat, code, found }} />)
      )}
    </>
  );
}

function Group({
  seat,
  code,
  found,
}: Pick<ScopeModel, 'seat'> & { readonly code: GapCode; readonly found: readonly Gap[] }) {
  const { title, why, add } = GAPS[code];
  const rest = found.slice(SHOWN);
  return (
    <section className="app-gap" aria-labelledby={`gap-${code}`}>
      <h3 id={`gap-${code}`}>
        {title} <span className="app-aside">{found.length}</span>
      </h3>
      <p>
        {why}
        {add && may(seat.role, 'write-registers') && (
          <>
            {' '}
            <a href={recordPaths.add(seat.organisation, add.plural)}>Add {withArticle(add.label.one.toLowerCase())}</a>
          </>
        )}
      </p>
      <Gaps seat={seat} gaps={found.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="app-more">
          <summary>{counted(rest.length, 'more', 'more')}</summary>
          <Gaps seat={seat} gaps={rest} />
        </details>
      )}
    </section>
  );
}

function Gaps({ seat, gaps }: Model) {
  return (
    <ul>
      {gaps.map((gap) => (
        <li key={`${gap.id} ${gap.number ?? ''}`}>
          {gap.kind.name === 'data-flow' && `${gap.number}. `}
          <a href={mendingPath(seat.organisation, gap)}>{titleOf(gap.kind, gap.data)}</a>
          {gap.kind.name !== 'data-flow' && gap.number !== undefined && `, flow ${gap.number}`}
        </li>
      ))}
    </ul>
  );
}

/** The field of the form that mends a gap. */
export function mendingPath(organisation: string, gap: Pick<Gap, 'kind' | 'id' | 'field'>): string {
  const field = fieldOf(gap);
  return `${paths.entity(organisation, gap.kind.plural, gap.id)}${field ? `#${anchorOf(field)}` : ''}`;
}
