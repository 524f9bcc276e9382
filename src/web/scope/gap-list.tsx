import { withArticle } from '../../record/words.ts';
import { counted } from '../../report/counted.ts';
import { may } from '../../workspace/may.ts';
import { WithTerms } from '../glossary/term.tsx';
import { paths } from '../paths.ts';
import { titleOf } from '../record/field-words.ts';
import { anchorOf } from '../record/form-mistakes.ts';
import { recordPaths } from '../record/record-paths.ts';
import { fieldOf, GAP_CODES, GAPS, type Gap, type GapCode } from './scope-gaps.ts';
import type { ScopeModel } from './scope-page.tsx';

type Model = Pick<ScopeModel, 'seat' | 'gaps'>;

/** So many of one sort are seen at once, and so many with those that open below them. */
const SHOWN = 8;
const LISTED = 100;

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
  const rest = found.slice(SHOWN, LISTED);
  return (
    <section className="app-gap" aria-labelledby={`gap-${code}`}>
      <h3 id={`gap-${code}`}>
        {title} <span className="app-aside">{found.length.toLocaleString('en-GB')}</span>
      </h3>
      <p>
        <WithTerms text={why} />
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
          <summary>{counted(found.length - SHOWN, 'more', 'more')}</summary>
          <Gaps seat={seat} gaps={rest} />
          {found.length > LISTED && <NotListed seat={seat} gaps={found.slice(LISTED)} />}
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

/** Where those are that the page leaves out: what concerns flows stands in their table, the rest in its register. */
function NotListed({ seat: { organisation }, gaps }: Model) {
  const [first] = gaps;
  if (!first) return null;
  const [href, words] =
    first.number === undefined
      ? [paths.register(organisation, first.kind.plural), `the register of ${first.kind.label.many.toLowerCase()}`]
      : ['#flows', 'the table of flows, page by page'];
  return (
    <p>
      And {counted(gaps.length, 'more', 'more')}, in <a href={href}>{words}</a>.
    </p>
  );
}

/** The field of the form that mends a gap. */
export function mendingPath(organisation: string, gap: Pick<Gap, 'kind' | 'id' | 'field'>): string {
  const field = fieldOf(gap);
  return `${paths.entity(organisation, gap.kind.plural, gap.id)}${field ? `#${anchorOf(field)}` : ''}`;
}
