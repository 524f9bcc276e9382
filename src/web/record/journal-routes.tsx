import { page, type Route } from '../route.ts';
import { actorWords } from './actor-words.ts';
import { JournalPage, type JournalRow } from './journal-page.tsx';
import type { RecordRouteServices } from './record-services.ts';

const SHOWN = 50;

/** The journal of an organisation, page by page. */
export function journalRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, entriesBefore } = services;

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
        const typed = query.text('before');
        const before = /^\d{1,15}$/.test(typed) ? Number(typed) : head.seq + 1;
        const [found, who] = await Promise.all([
          entriesBefore(seat.organisation, before, SHOWN + 1),
          actorWords(services, seat.organisation, holdings),
        ]);
        const rows = await Promise.all(found.slice(0, SHOWN).map((row) => withRemoved(seat.organisation, row)));
        const older = found.length > SHOWN;
        return page('Journal', <JournalPage {...{ seat, rows, holdings, who, older }} />);
      },
    },
  ];
}
