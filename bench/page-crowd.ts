import { isDeed, may } from '../src/workspace/may.ts';
import type { FullOrganisation, Session } from './full-organisation.ts';
import { type Answered, type Browser, openBrowser } from './page-client.ts';
import type { FoundPage } from './page-finder.ts';
import { processorSeconds, type RunningServer, residentMegabytes } from './running-server.ts';

export type Crowd = {
  readonly seconds: number;
  readonly requests: number;
  /** Milliseconds of each request, by the route it asked for. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** Each kind of answer that should not have been, with how often. */
  readonly errors: Readonly<Record<string, number>>;
  /** Greatest resident memory of the server, in MB. */
  readonly peak: number;
  /** Seconds of processor time that the server used. */
  readonly processor: number;
};

export type CrowdSettings = {
  readonly seconds: number;
  /** Requests after which nobody begins another. */
  readonly most: number;
  /** One request in so many is a form that changes something. */
  readonly formEvery: number;
  /** Least and greatest time between two requests of one person, in milliseconds. */
  readonly thinking: readonly [number, number];
  /** Where a page can be shown as it was on a past day, one look in so many does. */
  readonly pastEvery: number;
};

/** Everybody in `sessions` goes through the pages their role may see, at the same time, from an address of their own. */
export async function crowd(
  server: RunningServer,
  pages: readonly FoundPage[],
  { organisation, refs, sessions }: FullOrganisation,
  { seconds, most, formEvery, thinking, pastEvery }: CrowdSettings,
): Promise<Crowd> {
  const times = new Map<string, number[]>();
  const errors: Record<string, number> = {};
  let requests = 0;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(server.process));
  }, 200);
  const processor = processorSeconds(server.process);
  const start = performance.now();
  const isOver = () => performance.now() - start > seconds * 1_000 || requests >= most;

  async function counted(name: string, should: number, asked: Promise<Answered>): Promise<Answered | undefined> {
    requests += 1;
    const answered = await asked.catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
    const status = typeof answered === 'string' ? answered : answered.status;
    if (status !== should) errors[`${name}: ${status}`] = (errors[`${name}: ${status}`] ?? 0) + 1;
    if (typeof answered === 'string') return undefined;
    times.set(name, [...(times.get(name) ?? []), answered.took]);
    return answered;
  }

  /** An answer to an item that nobody else answers, as its page shows the form; or a line in a register. */
  async function sendForm(browser: Browser, number: number): Promise<string | undefined> {
    const item = `/organisations/${organisation}/items/${refs[number % refs.length]}`;
    if (number % 2 === 1) {
      const fields = { kind: 'restore-test', result: 'passed', system: `System ${number}`, ...DAY };
      const path = `/organisations/${organisation}/registers/activities/add`;
      return (await counted('a register entry is added', 303, browser.post(path, fields)))?.location;
    }
    const shown = await counted('/items/:ref', 200, browser.get(item));
    const seen = / name="seen" value="(\d+)"/.exec(shown?.body.toString() ?? '')?.[1] ?? '';
    const fields = { said: 'yes', words: `We do this. Looked at again, ${requests}.`, seen };
    return (await counted('an item is answered', 303, browser.post(`${item}/answer`, fields)))?.location;
  }

  async function person({ token, role }: Session, number: number): Promise<void> {
    const browser = openBrowser(server.address, token, FIRST_ADDRESS + number);
    const random = randomFrom(number + 1);
    const mine = byRoute(pages.filter(({ route }) => isDeed(route.needs) && may(role, route.needs)));
    const routes = [...mine.keys()];
    await pause(random() * thinking[1]);
    for (let step = number; !isOver(); step += 1) {
      let next: { readonly name: string; readonly address: string } | undefined;
      if (step % formEvery === formEvery - 1) {
        const location = await sendForm(browser, number);
        if (location !== undefined) next = { name: 'the page after a form', address: location };
      }
      if (!next) {
        const route = routes[Math.floor(random() * routes.length)] ?? '';
        const past = random() * pastEvery < 1;
        const all = mine.get(route) ?? [];
        const choice = all.some(({ isPast }) => isPast === past) ? all.filter(({ isPast }) => isPast === past) : all;
        const page = choice[Math.floor(random() * choice.length)];
        if (page) next = { name: page.isPast ? `${route}?at` : route, address: page.address };
      }
      if (next) await counted(next.name, 200, browser.get(next.address));
      await pause(thinking[0] + random() * (thinking[1] - thinking[0]));
    }
    browser.close();
  }

  await Promise.all(sessions.map(person));
  const took = (performance.now() - start) / 1_000;
  clearInterval(watch);
  return { seconds: took, requests, times, errors, peak, processor: processorSeconds(server.process) - processor };
}

/** Beyond the addresses from which the pages were measured one by one. */
const FIRST_ADDRESS = 10_000;
const DAY = { 'doneOn-day': '1', 'doneOn-month': '10', 'doneOn-year': '2026' };

function byRoute(pages: readonly FoundPage[]): ReadonlyMap<string, readonly FoundPage[]> {
  return Map.groupBy(pages, ({ route }) => shortName(route.url));
}

/** A route without what they all begin with. */
export function shortName(url: string): string {
  return url.replace('/organisations/:organisation', '') || '/';
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The same choices at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
