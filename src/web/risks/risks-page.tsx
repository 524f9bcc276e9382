import type { Day } from '../../record/day.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { counted } from '../../report/counted.ts';
import { may } from '../../workspace/may.ts';
import { Refs } from '../activities/activity-parts.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { UndoBanner } from '../record/undo-change.tsx';
import type { SeatedVisit } from '../route.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { riskColumns } from './risk-columns.tsx';
import { RiskFilter } from './risk-filter.tsx';
import { isOpen, LACKS, type RiskRow, type RisksAsked, riskMatrix, risksAddress } from './risk-list.ts';
import { RiskMatrix } from './risk-matrix.tsx';
import { riskPaths } from './risk-paths.ts';

type RisksModel = Pick<SeatedVisit, 'seat' | 'query'> & {
  /** All, and those asked for, both in the order shown. */
  readonly rows: readonly RiskRow[];
  readonly kept: readonly RiskRow[];
  readonly asked: RisksAsked;
  /** Evidence items whose proof may rest on the register. */
  readonly refs: readonly string[];
  readonly on: Day;
  readonly problems: readonly FieldProblem[];
};

/** Risks: the matrix of the open ones, what they lack, and the list by score. */
export function RisksPage(model: RisksModel) {
  const { seat, query, rows, kept, asked, refs, problems } = model;
  const { organisation, role } = seat;
  const writes = may(role, 'write-registers');
  const path = riskPaths.risks(organisation);
  const open = rows.filter(isOpen);
  const { rows: shown, page, pages } = paged(kept, query);
  return (
    <div className="app-risks">
      <UndoBanner query={query} undo={(id) => (writes ? riskPaths.undo(organisation, id) : undefined)} />
      <Mistakes mistakes={problems.map(({ message }) => ({ message }))} />
      <h1>Risks</h1>
      <p>What could go wrong, how bad it would be, who looks after it, and when you look at it again.</p>
      <ul className="app-ways">
        {writes && (
          <>
            <li>
              <a href={recordPaths.add(organisation, risk.plural)}>Add a risk</a>
            </li>
            <li>
              <a href={recordPaths.importRegister(organisation, risk.plural)}>Import a spreadsheet</a>
            </li>
          </>
        )}
        <li>
          <a href={paths.register(organisation, risk.plural)}>The same as a register</a>
        </li>
        {rows.length > 0 && (
          <li>
            <a href={riskPaths.board(organisation)}>Top three, for the board</a>
          </li>
        )}
      </ul>
      {rows.length === 0 ? (
        <p>
          No risk is in the register yet. Begin with three: what would hurt the people whose data you hold, or stop you
          working?
        </p>
      ) : (
        <>
          <RiskMatrix counts={riskMatrix(open)} path={path} files={riskPaths.matrix(organisation)} />
          <Lacks {...{ open, path, asked }} />
          <h2 id="risks">
            {asked.state === 'closed' ? 'Closed risks' : asked.state === 'all' ? 'All risks' : 'Open risks'}
          </h2>
          <RiskFilter rows={rows} asked={asked} path={path} />
          <p>
            {counted(kept.length, 'risk')}
            {pages > 1 && `, page ${page} of ${pages}`}, the highest score first.{' '}
            {kept.length < open.length && <a href={`${path}#risks`}>Show all open risks</a>}
          </p>
          {shown.length > 0 && (
            <ColumnsTable
              caption="Risks"
              columns={riskColumns(seat)}
              rows={shown}
              keyOf={({ one }) => one.id}
              files={risksAddress(riskPaths.list(organisation), asked)}
            />
          )}
          <PageLinks page={page} pages={pages} href={risksAddress(path, asked)} />
        </>
      )}
      {refs.length > 0 && (
        <p className="app-aside">
          The register may count as proof for <Refs seat={seat} refs={refs} />.
        </p>
      )}
    </div>
  );
}

function Lacks({
  open,
  path,
  asked,
}: {
  readonly open: readonly RiskRow[];
  readonly path: string;
  readonly asked: RisksAsked;
}) {
  const found = LACKS.map(({ lack, words, has }) => ({ lack, words, count: open.filter(has).length })).filter(
    ({ count }) => count > 0,
  );
  if (found.length === 0) return <p>Every open risk has an owner and a review to come.</p>;
  return (
    <nav aria-label="What open risks lack">
      <ul className="app-ways">
        {found.map(({ lack, words, count }) => (
          <li key={lack}>
            <a
              href={`${risksAddress(path, { lack })}#risks`}
              {...(lack === asked.lack && { 'aria-current': 'true' as const })}
            >
              {words}: {count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
