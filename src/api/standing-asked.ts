import * as z from 'zod';
import { checkJson } from '../exchange/check-json.ts';
import { isDay } from '../record/day.ts';
import type { Holdings } from '../record/holdings.ts';
import type { Answer } from './answer.ts';
import { openRecord } from './open-record.ts';
import { tagOf } from './preconditions.ts';
import { problem } from './problem.ts';
import type { Call } from './route.ts';

/** Parameters of whatever is judged on a day. */
export const WHEN = {
  on: z
    .string()
    .refine(
      (day) => isDay(day) && day >= '1900-01-01' && day <= '2199-12-31',
      'on must be a real day, such as 2026-11-20',
    )
    .optional()
    .meta({ format: 'date', description: 'The day to judge on. Without it, today.' }),
  at: z.iso.datetime({ error: 'at must be an instant in UTC, such as 2026-11-20T09:30:00Z' }).optional().meta({
    description: 'An instant: the standing as it was then, from the record as it was then. Not together with on.',
  }),
};

type When = { readonly on?: string | undefined; readonly at?: string | undefined };

export type Asked =
  | {
      readonly ok: true;
      readonly check: ReturnType<typeof checkJson>;
      readonly holdings: Holdings;
      /** Entity tag for what the address says at this head on this day. */
      readonly tag: string;
    }
  | { readonly ok: false; readonly answer: Answer };

/** The standing that a call asks for. */
export async function standingAsked({ services, caller, query, url }: Call<unknown, When, unknown>): Promise<Asked> {
  const { on, at } = query;
  const { standings, version } = services;
  if (on !== undefined && at !== undefined) {
    const errors = [{ detail: 'Give either on or at', parameter: 'at' }];
    const detail = 'A standing is asked for either on a day or as at an instant.';
    return { ok: false, answer: problem('unknown-parameter', { detail, errors }) };
  }
  const today = services.today();
  // Read first: if something is appended in between, the tag is an old one and is never given again.
  const { head } = await openRecord({ services, caller });
  const found =
    at === undefined
      ? await standings.on(caller.organisation, on ?? today)
      : await standings.at(caller.organisation, new Date(at).toISOString());
  if (!found.ok) return { ok: false, answer: problem('no-standing', { detail: found.problem.message }) };
  return {
    ok: true,
    check: checkJson(found.standing.check, version),
    holdings: found.standing.holdings,
    tag: tagOf(url, head.hash, today, version),
  };
}
