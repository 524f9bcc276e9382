import { setTimeout as pause } from 'node:timers/promises';
import { listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import { ownsOrganisation } from '../../workspace/accounts/setting-up.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import type { ExampleOwner, Examples, LoadedExample } from '../../workspace/example/examples.ts';
import type { KeptRecords } from '../../workspace/kept-records.ts';
import { OrganisationsPage } from '../accounts/organisations-page.tsx';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { type Answer, page, pageAgain, type Route, redirect, type SeatedVisit, type Visit } from '../route.ts';
import { ExamplePage, SURE } from './example-page.tsx';
import { examplePaths } from './example-paths.ts';
import { LoadingPage } from './load-example.tsx';

export type ExampleRouteServices = { readonly examples: Examples; readonly records: Pick<KeptRecords, 'open'> };

const NOT_FOUND: Answer = { show: 'not-found' };
const TITLE = 'About this example';
/** Whoever waits for longer is told how far it has come, in milliseconds. */
const PATIENCE = 2_000;

/** An example that is being loaded, or has been since its owner last asked. */
type Job = {
  readonly loading: Promise<LoadedExample>;
  over: boolean;
  progress: { readonly done: number; readonly total: number };
};

/** An organisation to look at: loading it, what it is, and taking it away. */
export function exampleRoutes({ examples, records }: ExampleRouteServices): readonly Route[] {
  const jobs = new Map<string, Job>();

  function begin(account: ExampleOwner): Job {
    const job: Job = {
      loading: examples.load(account, (done, total) => {
        job.progress = { done, total };
      }),
      over: false,
      progress: { done: 0, total: 1 },
    };
    const over = () => {
      job.over = true;
    };
    // A fault is told to whoever waits for it.
    job.loading.then(over, over);
    jobs.set(account.id, job);
    return job;
  }

  /** What came of it, or after a while how far it is. */
  async function waitFor(job: Job, { visitor, query, reply }: Visit): Promise<Answer> {
    try {
      const loaded = await Promise.race([job.loading, pause(PATIENCE)]);
      if (!loaded) {
        reply.header('refresh', `1; url=${examplePaths.load}`);
        return page('Loading the example', <LoadingPage {...job.progress} />);
      }
      if (loaded.ok) return redirect(examplePaths.about(loaded.organisation));
      return pageAgain(
        'Your organisations',
        <OrganisationsPage seats={visitor.seats} query={query} mistakes={[loaded]} />,
      );
    } finally {
      if (job.over) jobs.delete(visitor.account.id);
    }
  }

  async function examplePage(seat: SeatedVisit['seat'], mistakes: readonly FormMistake[]) {
    const record = await records.open(seat.organisation);
    const loadedOn = record && listOf(record.holdings, grant)[0]?.data.from;
    return <ExamplePage seat={seat} loadedOn={loadedOn} mistakes={mistakes} />;
  }

  return [
    {
      method: 'POST',
      path: examplePaths.load,
      needs: 'signed-in',
      mostAMinute: 10,
      answer: async (visit) => {
        const { seats, account } = visit.visitor;
        if (!ownsOrganisation(seats)) return { show: 'forbidden' };
        const job = jobs.get(account.id);
        return waitFor(!job || job.over ? begin(account) : job, visit);
      },
    },
    {
      method: 'GET',
      path: examplePaths.load,
      needs: 'signed-in',
      answer: async (visit) => {
        const job = jobs.get(visit.visitor.account.id);
        return job ? waitFor(job, visit) : redirect(paths.organisations);
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation/example',
      needs: 'read-standing',
      answer: async ({ seat }) => (isExample(seat.organisation) ? page(TITLE, await examplePage(seat, [])) : NOT_FOUND),
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/example/remove',
      needs: 'manage-organisation',
      answer: async ({ seat, form }) => {
        if (!isExample(seat.organisation)) return NOT_FOUND;
        if (form.text(SURE) !== 'yes') {
          const mistake = { field: `${SURE}-1`, message: 'Select “Yes” to remove the example' };
          return pageAgain(TITLE, await examplePage(seat, [mistake]));
        }
        await examples.remove(seat.organisation);
        return redirect(withDone(paths.organisations, 'example-removed'));
      },
    },
  ];
}
