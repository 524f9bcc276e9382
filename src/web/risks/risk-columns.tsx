import { Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { risk } from '../../record/kinds/risk.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import type { Column } from '../tables/columns-table.tsx';
import { treatmentWords } from './risk-filter.tsx';
import { type Band, GRADES, type Holder, type RiskRow } from './risk-list.ts';
import { riskPaths } from './risk-paths.ts';

const COLOURS: Readonly<Record<Band['band'], 'red' | 'orange' | 'yellow' | 'grey'>> = {
  'very-high': 'red',
  high: 'orange',
  medium: 'yellow',
  low: 'grey',
};

/** What is known of each risk. */
export function riskColumns({ organisation, role }: Pick<Seat, 'organisation' | 'role'>): readonly Column<RiskRow>[] {
  const writes = may(role, 'write-registers');
  const file = (
    name: string,
    text: (data: RiskRow['one']['data']) => string | undefined,
    is?: 'day' | 'number',
  ): Column<RiskRow> => ({ name, only: 'file', text: ({ one }) => text(one.data) ?? '', ...(is && { is }) });
  return [
    {
      name: 'Risk',
      text: ({ one }) => neutralised(one.data.title),
      cell: ({ one: { id, data } }) => (
        <a href={paths.entity(organisation, risk.plural, id)}>{neutralised(data.title)}</a>
      ),
    },
    {
      name: 'Score',
      is: 'number',
      text: ({ score }) => String(score),
      cell: ({ score, band, one: { data } }) => (
        <div>
          <Tag modifier={COLOURS[band.band]}>{`${score} ${band.label}`}</Tag>
          <span className="app-because">
            Likelihood {data.likelihood}, impact {data.impact}
          </span>
        </div>
      ),
    },
    file('Likelihood', ({ likelihood }) => String(likelihood), 'number'),
    file('Impact', ({ impact }) => String(impact), 'number'),
    {
      name: 'Owner',
      text: ({ owner }) => holderWords(owner),
      cell: ({ owner }) =>
        owner ? (
          <div>
            {neutralised(owner.name)}
            {owner.left && <strong className="app-because">Has left</strong>}
          </div>
        ) : (
          <strong>Nobody</strong>
        ),
    },
    {
      name: 'What you do',
      text: ({ one }) => treatmentWords(one.data.treatment),
      cell: ({ one: { data }, acceptedBy }) => (
        <div>
          {treatmentWords(data.treatment)}
          {data.treatment === 'tolerate' && acceptedBy && (
            <span className="app-because">
              By {neutralised(acceptedBy.name)}
              {acceptedBy.left && ', who has left'}
            </span>
          )}
        </div>
      ),
    },
    { name: 'Accepted by', only: 'file', text: ({ acceptedBy }) => (acceptedBy ? holderWords(acceptedBy) : '') },
    file('Measures', ({ measures }) => measures && neutralised(measures)),
    file('Last reviewed on', ({ reviewedOn }) => reviewedOn, 'day'),
    {
      name: 'Next review',
      is: 'day',
      text: ({ one }) => one.data.reviewOn ?? '',
      cell: (row) => {
        const { id, data } = row.one;
        return (
          <div>
            {data.closedOn !== undefined ? `Closed on ${dayInWords(data.closedOn)}` : <Review row={row} />}
            {writes && data.closedOn === undefined && (
              <span className="app-because app-not-printed">
                <a href={riskPaths.review(organisation, id)}>
                  Review it<span className="nhsuk-u-visually-hidden">: {neutralised(data.title)}</span>
                </a>
              </span>
            )}
          </div>
        );
      },
    },
    file('Closed on', ({ closedOn }) => closedOn, 'day'),
  ];
}

function holderWords(holder: Holder): string {
  if (!holder) return 'Nobody';
  return holder.left ? `${neutralised(holder.name)} (has left)` : neutralised(holder.name);
}

function Review({ row: { review, one } }: { readonly row: RiskRow }) {
  const { reviewOn, reviewedOn } = one.data;
  const last = reviewedOn === undefined ? 'Never reviewed' : `Last on ${dayInWords(reviewedOn)}`;
  return (
    <>
      {review === 'overdue' && (
        <>
          <strong>Overdue</strong> since{' '}
        </>
      )}
      {reviewOn === undefined ? 'None planned' : dayInWords(reviewOn)}
      <span className="app-because">{last}</span>
    </>
  );
}

type MatrixRow = { readonly likelihood: number; readonly counts: readonly number[] };

/** The matrix as a file: a row for each likelihood, a column for each impact. */
export const MATRIX_COLUMNS: readonly Column<MatrixRow>[] = [
  { name: 'Likelihood', is: 'number', text: ({ likelihood }) => String(likelihood) },
  ...GRADES.map(
    (impact): Column<MatrixRow> => ({
      name: `Impact ${impact}`,
      is: 'number',
      text: ({ counts }) => String(counts[impact - 1] ?? 0),
    }),
  ),
];

/** The highest likelihood first, as it is drawn. */
export function matrixRows(counts: readonly (readonly number[])[]): readonly MatrixRow[] {
  return GRADES.toReversed().map((likelihood) => ({ likelihood, counts: counts[likelihood - 1] ?? [] }));
}
