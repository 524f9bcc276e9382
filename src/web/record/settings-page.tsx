import { Button } from 'nhsuk-react-components';
import type { Holdings } from '../../record/holdings.ts';
import type { Entity, Field, FieldProblem } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { firstHour } from '../first-hour/first-hour-paths.ts';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import type { Form, SeatedVisit } from '../route.ts';
import { DoneBanner } from './done-banner.tsx';
import { mistakesOf } from './form-mistakes.ts';
import { recordPaths } from './record-paths.ts';
import { EntityForm } from './register-pages.tsx';

/** What the organisation says of itself, and what it asks of its members. */
export function SettingsPage({
  seat,
  fields,
  holdings,
  own,
  form,
  problems,
  facts,
  required,
  query,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly fields: readonly Field[];
  readonly holdings: Holdings;
  readonly own: Entity | undefined;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  /** Facts that decide which evidence items apply. */
  readonly facts: readonly string[];
  /** Whether everyone needs a second factor. */
  readonly required: boolean;
}) {
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakesOf(fields, problems)} />
      <h1>Settings</h1>
      <ul className="app-ways">
        <li>
          <a href={paths.members(seat.organisation)}>Members</a>
        </li>
        <li>
          <a href={paths.tokens(seat.organisation)}>API tokens</a>
        </li>
        <li>
          <a href={firstHour(seat.organisation)}>The first hour</a>
        </li>
      </ul>
      <h2>Second factor</h2>
      <p>
        {required
          ? 'Everyone in this organisation needs a second factor to sign in.'
          : 'A password alone lets people in. A second factor keeps out whoever has guessed or stolen one.'}
      </p>
      <form method="post" action={recordPaths.secondFactor(seat.organisation)}>
        <input type="hidden" name="required" value={required ? 'no' : 'yes'} />
        <Button secondary>{required ? 'No longer require it' : 'Require it of everyone'}</Button>
      </form>
      <h2>Your organisation</h2>
      <EntityForm
        fields={fields}
        holdings={holdings}
        form={form}
        problems={problems}
        action={paths.settings(seat.organisation)}
        seen={own?.revision}
        button="Save"
        facts={facts}
      />
    </>
  );
}
