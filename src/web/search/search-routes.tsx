import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { SEARCHED, searchRecord } from '../../workspace/search/search-record.ts';
import { noStanding } from '../record/no-standing.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { page, type Route } from '../route.ts';
import { SearchPage } from './search-page.tsx';

const LONGEST = 200;
/** Of one sort alone. */
const MOST_OF_ONE = 500;
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
        const inSight: readonly (typeof SEARCHED)[number][] = may(seat.role, 'read-registers') ? SEARCHED : IN_SIGHT;
        const only = inSight.find((of) => of === query.text('in'));
        const found = only
          ? await searchRecord(standing, looked, [only], MOST_OF_ONE)
          : await searchRecord(standing, looked, inSight);
        return page(
          looked === '' ? 'Search' : `Search: ${neutralised(looked)}`,
          <SearchPage {...{ seat, looked, standing, found, only }} />,
        );
      },
    },
  ];
}
