import { Button } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake } from '../parts/form-parts.tsx';
import { DayFields } from '../record/day-fields.tsx';
import type { Form } from '../route.ts';
import { peoplePaths } from './people-paths.ts';
import type { Person } from './person-rows.ts';

/** People with a form at a time; the next come once these are done. */
const AT_ONCE = 20;

/** The name of the day fields of one person: there are many on a page. */
export const removedField = (id: string) => `removed-${id}`;

type Props = {
  readonly seat: Seat;
  /** Those who have left, longest ago first. */
  readonly people: readonly Person[];
  readonly today: Day;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** People who have left and may still get in: one button each says that this is over. */
export function AccessList({ seat, people, today, form, mistakes }: Props) {
  const writes = may(seat.role, 'write-registers');
  return (
    <>
      <p>Close their accounts first. Then record here the day on which the last of them was closed.</p>
      <ul className="app-asked">
        {people.slice(0, AT_ONCE).map(({ id, revision, data }) => {
          const name = neutralised(data.name);
          const field = removedField(id);
          return (
            <li key={id}>
              <p>
                <a href={peoplePaths.person(seat.organisation, id)}>{name}</a> left on{' '}
                {dayInWords(data.leftOn ?? today)}
              </p>
              {writes && (
                <form method="post" action={peoplePaths.accessRemoved(seat.organisation, id)} noValidate>
                  <FormId />
                  <input type="hidden" name="seen" value={revision} />
                  <DayFields
                    name={field}
                    form={typedOr(form, field, today)}
                    legend={`Day on which the access of ${name} was removed`}
                    {...errorFor(mistakes, `${field}-day`)}
                  />
                  <Button secondary>
                    Access removed<span className="nhsuk-u-visually-hidden"> of {name}</span>
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {people.length > AT_ONCE && <p>And {counted(people.length - AT_ONCE, 'more person', 'more people')}.</p>}
    </>
  );
}

/** What was typed about somebody, or today: usually it is recorded on the day it is done. */
function typedOr(form: Form, field: string, today: Day): Form {
  const parts = ['day', 'month', 'year'].map((part) => `${field}-${part}`);
  if (form.all(parts[0] ?? '').length > 0) return form;
  const [year, month, date] = today.split('-').map((part) => String(Number(part)));
  const values = new Map([
    [parts[0], date],
    [parts[1], month],
    [parts[2], year],
  ]);
  return { text: (name) => values.get(name) ?? '', all: (name) => [values.get(name) ?? ''] };
}
