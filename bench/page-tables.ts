import { percentile } from './figure.ts';
import type { Crowd } from './page-crowd.ts';

/** One page, asked for again and again by one person. */
export type Measured = {
  readonly name: string;
  readonly route: string;
  /** False for a file that is handed out. */
  readonly isPage: boolean;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** Of the processor, all threads of the server together; about 0.25 ms exact. */
  readonly processor: number;
  /** As sent, and as it would be sent compressed. */
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Resident memory of the server after it, in MB. */
  readonly memory: number;
};

const BUDGET = 15;
const FIRST_PAGE = 200;

/** For every route the slowest of its pages, at most 80 characters a line. */
export function printPages(measured: readonly Measured[], notFound: readonly string[], stylesheet: number): void {
  const slowestFirst = [...measured].sort((a, b) => b.p95 - a.p95);
  const routes = [...new Set(measured.map(({ route }) => route))];
  console.log(
    '\nEach page 40 times, one after the other; of every route its slowest page.\n* is over the budget. br: what it would be with Brotli.',
  );
  console.log(
    line('page, and how many of its route', ['p50 ms', 'p95 ms', 'budget', 'CPU ms', 'kB', 'br kB', 'RSS MB']),
  );
  for (const route of routes) {
    const all = slowestFirst.filter((one) => one.route === route);
    const [slowest] = all;
    if (!slowest) continue;
    const { name, isPage, p50, p95, processor, bytes, brotli, memory } = slowest;
    const of = all.length > 1 ? ` (${all.length})` : '';
    const cells = [ms(p50), ms(p95) + (isPage && p95 > BUDGET ? '*' : ' '), isPage ? `${BUDGET}` : '-'];
    console.log(line(`${name}${of}`, [...cells, ms(processor), kB(bytes), kB(brotli), memory.toFixed(0)]));
  }
  for (const route of notFound) console.log(`${route}: no page leads to it, so it was not measured`);
  const pages = measured.filter(({ isPage }) => isPage);
  const over = pages.filter(({ p95 }) => p95 > BUDGET);
  const home = measured.find(({ name }) => name === '/');
  console.log(`${over.length} of ${pages.length} pages are over the budget of ${BUDGET} ms.`);
  if (home)
    console.log(
      `First page with its stylesheet (${kB(stylesheet)} kB): ${kB(home.bytes + stylesheet)} kB as sent; budget ${FIRST_PAGE} kB.`,
    );
}

export function printCrowd({ times, seconds, requests, errors, peak, processor }: Crowd, people: number): void {
  const all = [...times.values()].flat();
  console.log(`\n${people} people at the same time for ${seconds.toFixed(0)} s`);
  console.log(line('route', ['times', 'p50 ms', 'p95 ms', 'p99 ms', 'budget']));
  for (const [route, its] of [...times].sort(([, a], [, b]) => percentile(b, 95) - percentile(a, 95)))
    console.log(crowdLine(route, its));
  console.log(crowdLine('all', all));
  const wrong = Object.entries(errors).map(([what, often]) => `${what}, ${often} times`);
  console.log(
    `${(requests / seconds).toFixed(1)} requests a second; errors: ${wrong.join('; ') || 'none'} (budget: none)`,
  );
  console.log(
    `Memory at most ${peak.toFixed(0)} MB; processor ${((processor / seconds) * 100).toFixed(0)} % of one core`,
  );
}

function crowdLine(route: string, its: readonly number[]): string {
  const p95 = percentile(its, 95);
  const cells = [ms(percentile(its, 50)), ms(p95) + (p95 > BUDGET ? '*' : ' '), ms(percentile(its, 99)), `${BUDGET}`];
  return line(route, [`${its.length}`, ...cells]);
}

function line(what: string, cells: readonly string[]): string {
  const left = 80 - cells.length * 7;
  const name = what.length < left ? what : `${what.slice(0, left - 2)}…`;
  return name.padEnd(left) + cells.map((cell) => cell.padStart(7)).join('');
}

function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

function kB(bytes: number): string {
  return bytes >= 100_000 ? (bytes / 1_000).toFixed(0) : (bytes / 1_000).toFixed(1);
}
