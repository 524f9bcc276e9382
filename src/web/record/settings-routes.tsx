import { askedFacts } from '../../catalogue/asked-facts.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { paths } from '../paths.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { ConflictPage } from './conflict-page.tsx';
import { withDone } from './done-banner.tsx';
import { dataOfForm, formOfData } from './entity-form-values.ts';
import { problemAnswer } from './problem-answer.ts';
import type { RecordRouteServices } from './record-services.ts';
import { seenIn } from './record-visit.ts';
import { EntityForm } from './register-pages.tsx';
import { sendOnce } from './send-once.ts';
import { SettingsPage } from './settings-page.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const FIELDS = fieldsOf(organisation);

/** What the organisation says of itself, and whether it asks a second factor of everyone. */
export function settingsRoutes({ accounts, records, standings, today }: RecordRouteServices): readonly Route[] {
  async function factsThatDecide(id: string): Promise<readonly string[]> {
    const result = await standings.on(id, today());
    return result.ok ? askedFacts(result.standing.check.catalogue).map(({ fact }) => fact) : [];
  }

  /** The fields of the form: an edition is chosen from those that are known here, or stays as it is. */
  async function fieldsWith(form: Form): Promise<readonly Field[]> {
    const known = await standings.editions();
    const editions = [...new Set([...known, form.text('edition')])].filter((one) => one !== '');
    const options = editions.map((one) => ({ value: one, label: one }));
    return FIELDS.map((field) => (field.name === 'edition' ? { ...field, is: 'choice', options } : field));
  }

  async function settingsPage(
    { seat, query }: SeatedVisit,
    holdings: Holdings,
    form: Form,
    problems: readonly FieldProblem[],
    status = 200,
  ): Promise<Answer> {
    const [own] = listOf(holdings, organisation);
    const [fields, facts, required] = await Promise.all([
      fieldsWith(form),
      factsThatDecide(seat.organisation),
      accounts.memberships.requiresSecondFactor(seat.organisation),
    ]);
    const body = <SettingsPage {...{ seat, query, fields, holdings, own, form, problems, facts, required }} />;
    return page(problems.length > 0 ? 'Error: Settings' : 'Settings', body, { status });
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/settings',
      needs: 'manage-organisation',
      answer: async (visit) => {
        const record = await records.open(visit.seat.organisation);
        if (!record) return NOT_FOUND;
        const [own] = listOf(record.holdings, organisation);
        return settingsPage(visit, record.holdings, formOfData(FIELDS, own?.data), []);
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/settings',
      needs: 'manage-organisation',
      answer: async (visit) => {
        const { seat, form } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const { holdings } = record;
        const [own] = listOf(holdings, organisation);
        const data = dataOfForm(FIELDS, form);
        const kind = organisation.name;
        const here = paths.settings(seat.organisation);
        const { edition, category } = { ...own?.data, ...data };
        const anew = edition !== own?.data.edition || category !== own?.data.category;
        // Nothing could be shown by an edition that nobody knows: every page would be empty.
        const why = anew ? await standings.whyNotBy(String(edition), String(category)) : undefined;
        if (why !== undefined) return settingsPage(visit, holdings, form, [{ field: 'edition', message: why }], 422);
        const done = await sendOnce(
          records,
          visit,
          own ? { do: 'change', kind, id: own.id, seen: seenIn(form), data } : { do: 'add', kind, data },
          ({ changes }) => withDone(here, changes.length > 0 ? 'saved' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => settingsPage(visit, holdings, form, problems, status),
          conflict: async (now, yours) => {
            const [fields, facts] = await Promise.all([fieldsWith(form), factsThatDecide(seat.organisation)]);
            const body = (
              <ConflictPage {...{ fields: FIELDS, yours, holdings }} title="Settings" now={now.data} back={here}>
                <EntityForm
                  {...{ fields, holdings, form, facts }}
                  problems={[]}
                  action={here}
                  seen={now.revision}
                  button="Save mine in its place"
                />
              </ConflictPage>
            );
            return page('Changed meanwhile: Settings', body, { status: 409 });
          },
        });
      },
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/settings/second-factor',
      needs: 'manage-organisation',
      fresh: true,
      answer: async ({ seat, form, visitor }) => {
        const required = form.text('required') === 'yes';
        await accounts.memberships.requireSecondFactor(seat.organisation, `account:${visitor.account.id}`, required);
        return redirect(withDone(paths.settings(seat.organisation), required ? 'factor-required' : 'factor-optional'));
      },
    },
  ];
}
