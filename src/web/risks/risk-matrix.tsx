import { Term } from '../glossary/term.tsx';
import { TableFiles } from '../tables/table-files.tsx';
import { BANDS, bandOf, GRADES, risksAddress } from './risk-list.ts';

/** Open risks by likelihood and impact. Each cell says its score and band in words; where there are risks it leads to them. */
export function RiskMatrix({
  counts,
  path,
  files,
}: {
  readonly counts: readonly (readonly number[])[];
  /** The list that cells lead to, where they do. */
  readonly path?: string;
  /** Address of the counts as files. */
  readonly files: string;
}) {
  return (
    <>
      <table className="app-matrix">
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">
          Open risks: likelihood down the side, impact along the top
        </caption>
        <thead>
          <tr>
            <td />
            {GRADES.map((impact) => (
              <th key={impact} scope="col">
                <span className="app-matrix__word">Impact </span>
                {impact}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRADES.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">
                <span className="app-matrix__word">Likelihood </span>
                {likelihood}
              </th>
              {GRADES.map((impact) => {
                const count = counts[likelihood - 1]?.[impact - 1] ?? 0;
                const score = likelihood * impact;
                const { band, label } = bandOf(score);
                return (
                  <td key={impact} className={`app-matrix__cell app-matrix__cell--${band}`}>
                    {count === 0 ? (
                      <span className="app-matrix__none">
                        –<span className="nhsuk-u-visually-hidden">No risks</span>
                      </span>
                    ) : path === undefined ? (
                      <strong>{count}</strong>
                    ) : (
                      <a href={`${risksAddress(path, { likelihood, impact })}#risks`} className="app-matrix__count">
                        {count.toLocaleString('en-GB')}
                        <span className="nhsuk-u-visually-hidden">
                          {' '}
                          {count === 1 ? 'risk' : 'risks'} of likelihood {likelihood} and impact {impact}
                        </span>
                      </a>
                    )}
                    <span className="app-matrix__score">
                      {score} {label}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <TableFiles href={files} of="open risks by likelihood and impact" />
      <p className="app-aside">
        The score is <Term of="likelihood">likelihood</Term> times <Term of="impact">impact</Term>, each from 1 to 5: 1
        is hardly ever and hardly noticed, 5 is almost certain and serious harm. Our bands:{' '}
        {BANDS.map(({ label, from, to }) => `${label.toLowerCase()} ${from} to ${to}`).join(', ')}. They are our
        judgement. If your own policy sets others, go by those.
      </p>
    </>
  );
}
