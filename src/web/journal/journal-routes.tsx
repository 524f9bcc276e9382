import { isDay } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import { actorWords } from '../record/actor-words.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { type Form, page, type Route } from '../route.ts';
import { journalAsked } from './journal-asked.ts';
import { journalCsv } from './journal-csv.ts';
import { JournalPage, type JournalRow } from './journal-page.tsx';

const SHOWN = 50;
/** Entries read at a time for a file. */
const BATCH = 1_000;

/** The journal of an organisation, page by page. */
export function journalRoutes(services: RecordRouteServices): readonly Route[] {
  const { accounts, records, standings, entriesBefore, today } = services;

  /** Members and those who were, programs and the product itself: those who can have made entries. */
  async function actorsOf(organisation: string, holdings: Holdings): Promise<readonly string[]> {
    const [members, tokens] = await Promise.all([
      accounts.memberships.list(organisation),
      accounts.tokens.list(organisation),
    ]);
    const accountsOnce = [
      ...members.map(({ account }) => account),
      ...listOf(holdings, grant).map(({ data }) => data.account),
    ];
    const people = new Set(accountsOnce.flatMap((account) => (account === undefined ? [] : `account:${account}`)));
    return [...people, ...tokens.map(({ id }) => `token:${id}`), 'system'];
  }

  /** What a removed thing was called stands in an earlier entry. */
  async function withRemoved(organisation: string, row: JournalRow): Promise<JournalRow> {
    const { action, kind, id, seq } = row.entry;
    if (action !== 'remove') return row;
    const steps = await standings.history(organisation, kind, id);
    const removed = steps.findLast(({ entry, data }) => entry.seq < seq && data !== undefined)?.data;
    return { ...row, removed };
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/journal',
      needs: 'read-journal',
      answer: async ({ seat, query }) => {
        const record = await records.open(seat.organisation);
        if (!record) return { show: 'not-found' };
        const { holdings, head } = record;
        const asked = journalAsked(query);
        const typed = query.text('before');
        const before = /^\d{1,15}$/.test(typed) ? Number(typed) : head.seq + 1;
        const [found, who] = await Promise.all([
          entriesBefore(seat.organisation, before, SHOWN + 1, asked.only),
          actorWords(services, seat.organisation, holdings),
        ]);
        const rows = await Promise.all(found.slice(0, SHOWN).map((row) => withRemoved(seat.organisation, row)));
        const older = found.length > SHOWN;
        const actors = await actorsOf(seat.organisation, holdings);
        const wrong = asked.mistakes.length > 0;
        const body = <JournalPage {...{ seat, rows, holdings, who, older, asked, actors }} form={formOfDays(query)} />;
        return page(wrong ? 'Error: Journal' : 'Journal', body, { status: wrong ? 422 : 200 });
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/journal/export.csv',
      needs: 'read-journal',
      answer: async ({ seat, query }) => {
        const record = await records.open(seat.organisation);
        if (!record) return { show: 'not-found' };
        const { holdings, head } = record;
        const who = await actorWords(services, seat.organisation, holdings);
        const { only } = journalAsked(query);
        const rows: JournalRow[] = [];
        for (let before = head.seq + 1; before > 1; ) {
          const some = await entriesBefore(seat.organisation, before, BATCH, only);
          rows.push(...some);
          before = some.length < BATCH ? 0 : (some.at(-1)?.entry.seq ?? 0);
        }
        return { show: 'csv', name: `journal ${today()}`, text: journalCsv(rows, who) };
      },
    },
  ];
}

/** The days of an address in the three fields of each. */
function formOfDays(query: Form): Form {
  const text = (name: string): string => {
    const [, which = '', part = ''] = /^(from|to)-(day|month|year)$/.exec(name) ?? [];
    const day = query.text(which);
    if (!isDay(day)) return query.text(name);
    const parts = day.split('-').map((one) => String(Number(one)));
    return parts[['year', 'month', 'day'].indexOf(part)] ?? '';
  };
  return { text, all: (name) => [text(name)] };
}
