import { Tag } from 'nhsuk-react-components';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { TrainingCount } from '../../workspace/standing/training-count.ts';
import { paths } from '../paths.ts';

/** Never rounded up: 94.96 % is not 95 %. */
function percentOf(done: number, all: number): string {
  return (Math.floor((done / all) * 1000) / 10).toLocaleString('en-GB');
}

/** `doubt` is why the people counted may not be all there are. */
type Props = {
  readonly seat: Seat;
  readonly count: TrainingCount;
  readonly years: string;
  readonly doubt: string | undefined;
};

/** How many people are trained, beside how many are asked for. */
export function TrainingFigure({ seat, count, years, doubt }: Props) {
  const { counted: all, done, asked } = count;
  if (all === 0) {
    const unread = [...count.of.values()].filter((one) => one.state === 'uncounted' && one.why === 'name').length;
    return (
      <>
        <p>
          We have found no training that we can count, in the training register or in a training log among your
          documents.
        </p>
        {unread > 0 && (
          <p>
            We count people by first and last name. For {counted(unread, 'person', 'people')} in the staff list we
            cannot read both. Write both there, such as “Ann Hart”, and in your training logs. Then{' '}
            {unread === 1 ? 'this person counts' : 'these people count'}.
          </p>
        )}
      </>
    );
  }
  const need = asked && leastOf(asked.atLeast, all);
  return (
    <div className="app-share">
      <Bar count={count} />
      <p>
        <strong>
          {done.toLocaleString('en-GB')} of {counted(all, 'person', 'people')} trained ({percentOf(done, all)}%).
        </strong>{' '}
        {asked && need !== undefined && (
          <>
            You need at least {Math.round(asked.atLeast * 1000) / 10}%, which is {need.toLocaleString('en-GB')} of{' '}
            {all.toLocaleString('en-GB')}.{' '}
            {done >= need ? 'That is reached today.' : `${counted(need - done, 'person', 'people')} more to train.`}
          </>
        )}
      </p>
      {doubt !== undefined && (
        <p>
          <strong>{doubt}</strong>
        </p>
      )}
      {asked ? (
        <p className="app-aside">
          {isUnconfirmed(asked.item) && <Tag modifier="grey">Unconfirmed</Tag>} This share is for{' '}
          <a href={paths.item(seat.organisation, asked.item.ref)}>item {asked.item.ref}</a> of the Toolkit {years}.
          {isUnconfirmed(asked.item) && ' We do not have it from the official workbook: check it in the Toolkit.'} We
          count the people in all your training logs. Somebody who has joined and is in none of them counts as not
          trained.
        </p>
      ) : (
        <p className="app-aside">As far as we know, the Toolkit you answer asks for no share of trained people.</p>
      )}
    </div>
  );
}

/** The fewest people that are the share: 19 of 20 are 95 %, whatever floating point makes of it. */
function leastOf(share: number, all: number): number {
  return Math.ceil(share * all - 1e-9);
}

function isUnconfirmed({ official, confidence }: NonNullable<TrainingCount['asked']>['item']): boolean {
  return official === undefined || confidence !== 'high';
}

const WIDTH = 400;

function Bar({ count: { counted: all, done, asked } }: { readonly count: TrainingCount }) {
  const goal = asked && asked.atLeast * WIDTH;
  return (
    <svg viewBox={`0 0 ${WIDTH} 34`} aria-hidden="true" focusable="false" className="app-share__bar">
      <rect className="app-bar--open" x="0" y="6" width={WIDTH} height="22" />
      <rect className="app-bar--defensible" x="0" y="6" width={(done / all) * WIDTH} height="22" />
      {goal !== undefined && <path className="app-share__goal" d={`M${goal} 0V34`} />}
    </svg>
  );
}
