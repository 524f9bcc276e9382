import { type Day, dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Refs } from '../activities/activity-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { treatmentWords } from './risk-filter.tsx';
import { isOpen, type RiskRow, riskMatrix } from './risk-list.ts';
import { RiskMatrix } from './risk-matrix.tsx';
import { riskPaths } from './risk-paths.ts';

const TOP = 3;

/** The three highest open risks, ready to print or to copy into a board paper. */
export function BoardPage({
  seat,
  rows,
  refs,
  on,
}: {
  readonly seat: Seat;
  /** All, the highest open one first. */
  readonly rows: readonly RiskRow[];
  /** Evidence items that ask for the biggest risks. */
  readonly refs: readonly string[];
  readonly on: Day;
}) {
  const open = rows.filter(isOpen);
  const top = open.slice(0, TOP);
  const next = open[TOP];
  return (
    <div className="app-risks app-board">
      <BackLink href={riskPaths.risks(seat.organisation)}>Risks</BackLink>
      <h1>
        Our {top.length === 1 ? 'highest risk' : 'highest risks'} on {dayInWords(on)}
      </h1>
      {top.length === 0 ? (
        <p>No risk is open.</p>
      ) : (
        <>
          <p className="app-board__hint">
            Print this page, or copy it into your paper.{' '}
            {refs.length > 0 && (
              <>
                It may help with <Refs seat={seat} refs={refs} />.
              </>
            )}{' '}
            {next &&
              next.score === top.at(-1)?.score &&
              'Another risk has the same score as the last of them: decide which to name.'}
          </p>
          <ol className="app-board__risks">
            {top.map(({ one, score, band, owner, acceptedBy }) => {
              const { title, measures, treatment, likelihood, impact, reviewOn, reviewedOn } = one.data;
              return (
                <li key={one.id}>
                  <h2>{neutralised(title)}</h2>
                  <p>
                    <strong>
                      Score {score}, {band.label.toLowerCase()}
                    </strong>{' '}
                    (likelihood {likelihood}, impact {impact}). Owner:{' '}
                    {owner ? `${neutralised(owner.name)}${owner.left ? ', who has left' : ''}` : 'nobody yet'}. What we
                    do: {treatmentWords(treatment).toLowerCase()}
                    {treatment === 'tolerate' &&
                      acceptedBy &&
                      `, accepted by ${neutralised(acceptedBy.name)}${acceptedBy.left ? ', who has left' : ''}`}
                    . {reviewedOn === undefined ? 'Never reviewed.' : `Last reviewed on ${dayInWords(reviewedOn)}.`}
                    {reviewOn !== undefined && ` Next review on ${dayInWords(reviewOn)}.`}
                  </p>
                  <p className="app-lines">
                    {measures
                      ? measures.split('\n').map(neutralised).join('\n')
                      : 'What we do about it is not written down yet.'}
                  </p>
                </li>
              );
            })}
          </ol>
          <RiskMatrix counts={riskMatrix(open)} files={riskPaths.matrix(seat.organisation)} />
        </>
      )}
    </div>
  );
}
