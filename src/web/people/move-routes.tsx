import { type Day, dayBefore, isDay } from '../../record/day.ts';
import type { Command } from '../../record/decide.ts';
import { findOf, listOf } from '../../record/holdings.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { type Entity, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { withDone } from '../record/done-banner.tsx';
import { dayTyped, formOfData } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { type Held, MovePage, seenField } from './move-page.tsx';
import { peoplePaths } from './people-paths.ts';
import { holdsOn, type Person, type Rights } from './person-rows.ts';

const PATH = '/organisations/:organisation/people/:id/move';
const NOT_FOUND: Answer = { show: 'not-found' };
const CHANGED = 'Somebody has changed their job, roles or rights meanwhile. Look it over and send it again';

type Mover = { readonly one: Person; readonly roles: readonly Held[]; readonly rights: readonly Rights[] };

/** Somebody changes job within the organisation: title, roles and rights as one step of the record. */
export function moveRoutes({ records, today }: Pick<RecordRouteServices, 'records' | 'today'>): readonly Route[] {
  async function mover({ seat, params }: SeatedVisit): Promise<Mover | undefined> {
    const record = await records.open(seat.organisation);
    const one = record && findOf(record.holdings, person, params.id ?? '');
    if (!one) return undefined;
    const { holdings } = record;
    return {
      one,
      roles: listOf(holdings, appointment).filter(
        ({ data }) => data.person === one.id && (data.endedOn === undefined || data.endedOn >= today()),
      ),
      rights: listOf(holdings, adminAgreement).filter(
        (agreement) => agreement.data.person === one.id && holdsOn(today())(agreement),
      ),
    };
  }

  function formPage({ seat }: SeatedVisit, found: Mover, form: Form, mistakes: readonly FormMistake[], status: number) {
    const { one, roles, rights } = found;
    const title = `${mistakes.length > 0 ? 'Error: ' : ''}${neutralised(one.data.name)} has a new job`;
    return page(title, <MovePage {...{ seat, roles, rights, form, mistakes }} person={one} />, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const found = await mover(visit);
        return found ? formPage(visit, found, formOfData(fieldsOf(person), found.one.data), [], 200) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: PATH,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const found = await mover(visit);
        if (!found) return NOT_FOUND;
        const stale = async () => {
          const now = await mover(visit);
          return now ? formPage(visit, now, form, [{ message: CHANGED }], 409) : NOT_FOUND;
        };
        const ending = chosen(found.roles, form.all('ends'));
        const taken = chosen(found.rights, form.all('taken'));
        // What was ticked has ended meanwhile, or never was theirs.
        if (!ending || !taken) return stale();
        const begins = form.text('begins');
        const from = dayTyped(form, 'from');
        const problem = ending.length + taken.length > 0 || begins !== '' ? problemWithDay(from) : undefined;
        if (problem) return formPage(visit, found, form, [{ field: 'from-day', message: problem }], 422);
        const changed = ({ kind, id, data }: Entity, seen: number, over: object) => ({
          do: 'change' as const,
          kind,
          id,
          seen,
          data: { ...Object(data), ...over },
        });
        const seenOf = ({ id }: Entity) => seenIn(form, seenField(id));
        const jobTitle = form.text('jobTitle').trim() || undefined;
        const commands: readonly Command[] = [
          changed(found.one, seenIn(form), { jobTitle }),
          ...ending.map((one) => changed(one, seenOf(one), { endedOn: dayBefore(from, 'P1D') })),
          ...taken.map((one) => changed(one, seenOf(one), { endedOn: from })),
          ...(begins === '' ? [] : [beginning(begins, found.one.id, from)]),
        ];
        const done = await sendOnce(records, visit, { do: 'together', commands }, ({ changes }) =>
          withDone(peoplePaths.person(seat.organisation, found.one.id), changes.length === 0 ? 'unchanged' : 'moved'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => formPage(visit, found, form, problems.map(mistakeOf), status),
          conflict: stale,
        });
      },
    },
  ];
}

/** The things with these ids; undefined when one of them is not there. */
function chosen<T extends Entity>(all: readonly T[], ids: readonly string[]): readonly T[] | undefined {
  const found = all.filter(({ id }) => ids.includes(id));
  return found.length === new Set(ids).size ? found : undefined;
}

function problemWithDay(from: string): string | undefined {
  if (from === '') return 'Enter the first day in the new job';
  return isDay(from) && from >= '1900-01-01' && from <= '2199-12-31'
    ? undefined
    : 'First day in the new job must be a real date';
}

function beginning(role: string, who: string, from: Day): Command {
  return { do: 'add', kind: appointment.name, data: { role, person: who, appointedOn: from } };
}

/** Where on this form the fields of what is changed are asked for. */
const ASKED_AT: Readonly<Record<string, string>> = {
  jobTitle: 'jobTitle',
  appointedOn: 'from-day',
  endedOn: 'from-day',
  role: 'begins',
  person: 'begins',
};

function mistakeOf({ field, message }: FieldProblem): FormMistake {
  const at = field === undefined ? undefined : ASKED_AT[field];
  return { ...(at !== undefined && { field: at }), message };
}
