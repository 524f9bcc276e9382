import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import { isOpen } from '../../record/incident-clock.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { incident } from '../../record/kinds/incident.ts';
import { person } from '../../record/kinds/person.ts';
import { may } from '../../workspace/may.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { choiceWords, presenceOf } from '../people/person-rows.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import type { IncidentData } from './incident-list.ts';
import { incidentPaths } from './incident-paths.ts';
import { reportBegun } from './report-form.ts';
import { mistakesTold, tellMistakes, toldAs } from './tell-form.ts';
import { type LooksAfter, type OwnReport, TELL, TellPage, ToldPage } from './tell-page.tsx';

const PATH = '/organisations/:organisation/tell';
const NOT_FOUND: Answer = { show: 'not-found' };
/** Own reports that are shown, the newest first. */
const SHOWN = 50;
/** Who looks after incidents where several roles are held: the first of these. */
const LOOK_AFTER = ['ig-lead', 'dpo', 'siro', 'board-lead'] as const;

/** Telling of an incident for everybody, staff too: they send a report and see their own, and nothing of the register. */
export function tellRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, accounts, entriesBefore, today, now } = services;

  function tellPage({ seat }: SeatedVisit, form: Form, mistakes: readonly FormMistake[], status: number): Answer {
    return page(`${mistakes.length > 0 ? 'Error: ' : ''}${TELL}`, <TellPage {...{ seat, form, mistakes }} />, {
      status,
    });
  }

  /** What this account put into the register itself, as it was written then. */
  async function ownReports(visit: SeatedVisit, holdings: Holdings): Promise<readonly OwnReport[]> {
    const only = { kind: incident.name, action: 'add', actor: actorOf(visit) };
    const entries = await entriesBefore(visit.seat.organisation, Number.MAX_SAFE_INTEGER, SHOWN, only);
    return entries.flatMap(({ entry, payload }) => {
      // Erased since.
      if (!payload) return [];
      // Nothing gets into the journal that its kind's schema has not parsed.
      const { title, details, foundAt } = payload.data as IncidentData;
      const kept = findOf(holdings, incident, entry.id)?.data;
      const state = !kept ? 'gone' : isOpen(kept) ? 'open' : { closedOn: kept.closedOn };
      return [{ id: entry.id, sentAt: entry.at, title, details, foundAt, state }];
    });
  }

  async function looksAfter(organisation: string, holdings: Holdings): Promise<LooksAfter | undefined> {
    const on = today();
    const held = listOf(holdings, appointment).filter(
      ({ data }) => data.appointedOn <= on && (data.endedOn ?? on) >= on,
    );
    for (const role of LOOK_AFTER) {
      const one = held.find(({ data }) => data.role === role);
      const who = one && findOf(holdings, person, one.data.person);
      if (!who || presenceOf(who, on) === 'left') continue;
      const email = who.data.email?.toLowerCase();
      const members = await accounts.memberships.list(organisation);
      const seesIt = members.some(
        (member) =>
          member.email.toLowerCase() === email &&
          (member.until === undefined || member.until >= on) &&
          may(member.role, 'read-registers'),
      );
      return { name: who.data.name, role: choiceWords(appointment, 'role', role), seesIt };
    }
    return undefined;
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'report-incidents',
      answer: async (visit) => tellPage(visit, reportBegun(now()), [], 200),
    },
    {
      method: 'POST',
      path: PATH,
      needs: 'report-incidents',
      answer: async (visit) => {
        const { seat, form, visitor } = visit;
        const data = toldAs(form, visitor.account.name);
        const mistakes = tellMistakes(form, data, now());
        if (mistakes.length > 0) return tellPage(visit, form, mistakes, 422);
        const command = { do: 'add' as const, kind: incident.name, data };
        const done = await sendOnce(records, visit, command, withDone(incidentPaths.told(seat.organisation), 'told'));
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => tellPage(visit, form, mistakesTold(form, problems), status),
          conflict: () => NOT_FOUND,
        });
      },
    },
    {
      method: 'GET',
      path: `${PATH}/received`,
      needs: 'report-incidents',
      answer: async (visit) => {
        const { seat, query } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const [reports, after] = await Promise.all([
          ownReports(visit, record.holdings),
          looksAfter(seat.organisation, record.holdings),
        ]);
        return page('What you have told us', <ToldPage {...{ seat, query, reports }} looksAfter={after} />);
      },
    },
  ];
}
