import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { MEDIA_TYPES } from '../../exchange/table-file.ts';
import { isDay } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import { may } from '../../workspace/may.ts';
import { type ImportMade, isUntouched } from '../../workspace/registers/take-back.ts';
import { actorWords } from '../record/actor-words.ts';
import type { JournalOnly, RecordRouteServices } from '../record/record-services.ts';
import { type Form, page, type Route } from '../route.ts';
import { journalAsked } from './journal-asked.ts';
import { journalCsv } from './journal-csv.ts';
import { JournalPage, type JournalRow } from './journal-page.tsx';

const SHOWN = 50;
/** Entries read at a time for a file. */
const BATCH = 500;

/** The journal of an organisation, page by page. */
export function journalRoutes(services: RecordRouteServices): readonly Route[] {
  const { accounts, records, entriesBefore, dataBefore, importsEnding, today } = services;

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

  /** What things were before they were changed or removed stands in earlier entries. */
  async function withBefore(organisation: string, rows: readonly JournalRow[]): Promise<readonly JournalRow[]> {
    const later = rows.flatMap(({ entry: { action, seq } }) =>
      action === 'remove' || action === 'change' ? [seq] : [],
    );
    const before = await dataBefore(organisation, later);
    return rows.map((row) => ({ ...row, before: before.get(row.entry.seq) }));
  }

  /** Imports that end with one of these entries, and of which nothing has been changed since. */
  async function importsAmong(
    organisation: string,
    rows: readonly JournalRow[],
    holdings: Holdings,
  ): Promise<readonly ImportMade[]> {
    const found = await importsEnding(
      organisation,
      rows.map(({ entry }) => entry.seq),
    );
    return found.filter((made) => isUntouched(holdings, made));
  }

  /** The entries up to the one that is the last now, the newest first; the next are read once these are taken. */
  async function* batches(
    organisation: string,
    last: number,
    only: JournalOnly,
  ): AsyncGenerator<readonly JournalRow[]> {
    for (let before = last + 1; before > 1; ) {
      const rows = await entriesBefore(organisation, before, BATCH, only);
      if (rows.length > 0) yield await withBefore(organisation, rows);
      // SQLite answers at once: without a pause nobody else would have their turn, and nothing would leave for the reader.
      await turn();
      before = rows.length < BATCH ? 0 : (rows.at(-1)?.entry.seq ?? 0);
    }
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
        const rows = await withBefore(seat.organisation, found.slice(0, SHOWN));
        const imports = may(seat.role, 'write-registers') ? await importsAmong(seat.organisation, rows, holdings) : [];
        const older = found.length > SHOWN;
        const actors = await actorsOf(seat.organisation, holdings);
        const wrong = asked.mistakes.length > 0;
        const body = (
          <JournalPage {...{ seat, rows, holdings, who, older, asked, actors, imports }} form={formOfDays(query)} />
        );
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
        return {
          show: 'file',
          name: `journal ${today()}.csv`,
          type: MEDIA_TYPES.csv,
          content: Readable.from(journalCsv(batches(seat.organisation, head.seq, only), who, holdings), {
            highWaterMark: 1,
          }),
        };
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
