import { Tag } from 'nhsuk-react-components';
import { type Day, dayAfter, dayInWords } from '../../record/day.ts';
import type { PersonTraining } from '../../workspace/standing/training-count.ts';

/** From so long before it lapses somebody's training is told as due. */
const SOON = 'P30D';

const UNCOUNTED = {
  name: 'Not counted: the staff list must have both the first and the last name, such as “Ann Hart”',
  leaving: 'Not counted: they are leaving, and no training of theirs is recorded',
} as const;

/** The training of one person in a word and with its days. */
export function TrainingWords({ training, on }: { readonly training: PersonTraining | undefined; readonly on: Day }) {
  if (!training) return 'Not known';
  switch (training.state) {
    case 'missing':
      return <Tag modifier="red">Not taken</Tag>;
    case 'unrecorded':
      return <Tag modifier="grey">Not recorded</Tag>;
    case 'uncounted':
      return UNCOUNTED[training.why];
    case 'lapsed':
      return (
        <>
          <Tag modifier="orange">Due</Tag> {since(training.on)}
          {training.until !== undefined && `, counted until ${dayInWords(training.until)}`}
        </>
      );
    case 'taken':
      return (
        <>
          {training.until !== undefined && training.until <= dayAfter(on, SOON) ? (
            <Tag modifier="yellow">Due soon</Tag>
          ) : (
            <Tag modifier="green">Passed</Tag>
          )}{' '}
          {since(training.on)}
          {training.until !== undefined && `, counts until ${dayInWords(training.until)}`}
        </>
      );
    default:
      return training satisfies never;
  }
}

/** The same for a file, its days in ISO 8601. */
export function trainingText(training: PersonTraining | undefined): string {
  if (!training) return 'Not known';
  switch (training.state) {
    case 'missing':
      return 'Not taken';
    case 'unrecorded':
      return 'Not recorded';
    case 'uncounted':
      return UNCOUNTED[training.why];
    case 'lapsed':
    case 'taken': {
      const until = training.until === undefined ? '' : `, counts until ${training.until}`;
      return `${training.state === 'lapsed' ? 'Due' : 'Passed'} ${training.on ?? 'on a day not known'}${until}`;
    }
    default:
      return training satisfies never;
  }
}

function since(day: Day | undefined): string {
  return day === undefined ? 'On a day not known' : dayInWords(day);
}
