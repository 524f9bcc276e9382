import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { SEARCHED, searchRecord } from '../../workspace/search/search-record.ts';
import { noStanding } from '../record/no-standing.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { page, type Route } from '../route.ts';
import { SearchPage } from './search-page.tsx';

const LONGEST = 200;
/** For those who may not see the registers. */
const IN_SIGHT = SEARCHED.filter((of) => of !== 'entity');

/** Looking for words in everything that an organisation keeps. */
export function searchRoutes({ standings, today }: Pick<RecordRouteServices, 'standings' | 'today'>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/search',
      needs: 'read-standing',
      answer: async ({ seat, query }) => {
        const looked = query.text('q').trim().slice(0, LONGEST);
        const result = await standings.on(seat.organisation, today());
        if (!result.ok) return noStanding(seat, result.problem.message);
        const { standing } = result;
        const found = await searchRecord(standing, looked, may(seat.role, 'read-registers') ? SEARCHED : IN_SIGHT);
        return page(
          looked === '' ? 'Search' : `Search: ${neutralised(looked)}`,
          <SearchPage {...{ seat, looked, standing, found }} />,
        );
      },
    },
  ];
}
