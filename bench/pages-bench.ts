import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { dayAfter } from '../src/record/day.ts';
import { percentile } from './figure.ts';
import { makeFullOrganisation } from './full-organisation.ts';
import { loadTsx } from './load-tsx.ts';
import { type Browser, openBrowser } from './page-client.ts';
import { type Crowd, crowd, shortName } from './page-crowd.ts';
import { type FoundPage, findPages, pageRoutes } from './page-finder.ts';
import { type Measured, printCrowd, printPages } from './page-tables.ts';
import { processorSeconds, type RunningServer, residentMegabytes, startServer } from './running-server.ts';

const RESULT = join(import.meta.dirname, '..', 'dist', 'pages-bench.json');
const WARM_UP = 5;
const TIMES = 40;
/** Files are asked for now and then, and have no budget. */
const FILE_TIMES = 5;
/** One person asks for so many pages before the next address is used: the server limits what each may ask in a minute. */
const PAGES_AN_ADDRESS = 10;
const CROWD = { seconds: 20, most: 10_000, formEvery: 20, thinking: [500, 1_500], pastEvery: 20 } as const;

/** Every page of the design's largest organisation, one after the other and then in a crowd of fifty. */
export async function benchPages(profile?: string): Promise<void> {
  loadTsx();
  const { startWeb } = await import('../test/support/web-server.ts');
  const { buildTestAssets } = await import('../test/support/built-assets.ts');
  await buildTestAssets();
  const loadBefore = loadavg();
  const { installation, clock, dataDir, routes, stop } = await startWeb();
  const browsers: Browser[] = [];
  try {
    const full = await timed('making the organisation', () =>
      makeFullOrganisation(installation, clock, { owners: 25, others: 25 }),
    );
    const { organisation, sessions } = full;
    const token = sessions[0]?.token ?? '';
    const server = await startServer(dataDir, profile);
    try {
      const browser = (page: number) => {
        const number = Math.floor(page / PAGES_AN_ADDRESS);
        browsers[number] ??= openBrowser(server.address, token, number);
        return browsers[number];
      };
      const pastDay = dayAfter(clock.at.slice(0, 10), '-P10D');
      const found = await timed('finding the pages', () => findPages(routes, { organisation, pastDay, browser }));
      const measured: Measured[] = [];
      await timed('measuring the pages', async () => {
        for (const [i, page] of found.entries()) {
          measured.push(await measure(page, browser(found.length + i), server));
        }
      });
      const stylesheet = await browser(0).get('/assets/pages.css');
      const missing = pageRoutes(routes).filter(({ url }) => !found.some(({ route }) => route.url === url));
      const crowded = await crowd(
        server,
        found.filter(({ isPage }) => isPage),
        full,
        CROWD,
      );
      const loadAfter = loadavg();

      const notFound = missing.map(({ url }) => shortName(url));
      printPages(measured, notFound, stylesheet.body.length);
      printCrowd(crowded, sessions.length);
      console.log(`\nLoad of the machine before and after: ${[loadBefore, loadAfter].map(words).join('; ')}`);
      const result = { at: clock.at, loadBefore, loadAfter, stylesheetBytes: stylesheet.body.length, notFound };
      keep({ ...result, idle: server.idle, pages: measured, crowd: told(crowded) });
    } finally {
      for (const one of browsers) one?.close();
      await server.stop();
    }
  } finally {
    await stop();
  }
}

async function measure(page: FoundPage, browser: Browser, server: RunningServer): Promise<Measured> {
  const times: number[] = [];
  let body: Buffer = Buffer.alloc(0);
  let sentCompressed = false;
  let processor = processorSeconds(server.process);
  for (let i = 0; i < WARM_UP + (page.isPage ? TIMES : FILE_TIMES); i += 1) {
    if (i === WARM_UP) processor = processorSeconds(server.process);
    const answered = await browser.get(page.address);
    if (answered.status !== 200) throw new Error(`${page.address}: ${answered.status}`);
    if (i >= WARM_UP) times.push(answered.took);
    body = answered.body;
    sentCompressed = answered.encoding !== undefined;
  }
  return {
    name: page.name,
    route: shortName(page.route.url),
    isPage: page.isPage,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    most: Math.max(...times),
    bytes: body.length,
    gzip: sentCompressed ? body.length : gzipSync(body, { level: 6 }).length,
    brotli: sentCompressed
      ? body.length
      : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length,
    processor: ((processorSeconds(server.process) - processor) * 1_000) / times.length,
    memory: residentMegabytes(server.process),
  };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await work();
  console.log(`${what}: ${((performance.now() - start) / 1_000).toFixed(1)} s`);
  return value;
}

function words(load: readonly number[]): string {
  return load.map((one) => one.toFixed(2)).join(' ');
}

function told({ times, ...rest }: Crowd) {
  const routes = [...times].map(([route, all]) => ({
    route,
    requests: all.length,
    p50: percentile(all, 50),
    p95: percentile(all, 95),
    p99: percentile(all, 99),
  }));
  return { ...rest, routes };
}

function keep(result: unknown): void {
  mkdirSync(dirname(RESULT), { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(`All of it: ${RESULT}`);
}
