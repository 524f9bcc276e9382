import { createHash } from 'node:crypto';
import type { Command } from '../record/decide.ts';
import type { Holdings, Instant } from '../record/holdings.ts';
import type { Answer } from './answer.ts';
import type { Remembered } from './api-services.ts';
import { problem } from './problem.ts';
import { problemOfPerform } from './problem-of.ts';
import type { Call } from './route.ts';

type AnyCall = Omit<Call<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

/** How an answer follows from what was changed. It is remembered together with the change. */
export type AnswerTo = (done: { readonly ids: readonly string[]; readonly holdings: Holdings }) => Answer;

/** Hours for which a key stands for its first request. */
const KEPT_HOURS = 24;
const ATTEMPTS = 20;

/**
 * Changes the record. With an idempotency key it does so once: the answer is remembered in the transaction of the change, and
 * whoever sends the same again gets the same answer. Only a change that was made is remembered; what was refused may be put
 * right and sent again under its key.
 */
export async function performOnce(call: AnyCall, command: Command, answerTo: AnswerTo): Promise<Answer> {
  const { services, caller, actor } = call;
  const key = rememberedKey(call);
  if (key === undefined) {
    const performed = await services.records.perform(caller.organisation, actor, command);
    if (!performed.ok) return problemOfPerform(performed.problem);
    return answerTo({ ids: performed.ids, holdings: performed.record.holdings });
  }
  const requestHash = hashOf(call);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // The head is read before the memory: if the change follows on this very head, nobody can have used the key in between.
    const before = await services.records.open(caller.organisation);
    const given = await givenBefore(call, requestHash);
    if (given) return given;
    let answer: Answer | undefined;
    try {
      const performed = await services.records.perform(caller.organisation, actor, command, (decided) => {
        if (decided.before.head.hash !== before?.head.hash) throw new GoneOn();
        answer = answerTo({ ids: decided.ids, holdings: decided.after });
        return { remember: { key, answer: remembered(answer, requestHash), until: later(services.now()) } };
      });
      // The same request may have come in twice, and the other have been quicker.
      if (!performed.ok) return (await givenBefore(call, requestHash)) ?? problemOfPerform(performed.problem);
      return answer ?? answerTo({ ids: performed.ids, holdings: performed.record.holdings });
    } catch (error) {
      if (!(error instanceof GoneOn)) throw error;
    }
  }
  return problemOfPerform({ type: 'too-busy' });
}

/** The answer already given under the key, or that it was given to another request. Undefined: the key is new. */
export async function givenBefore(call: AnyCall, requestHash = hashOf(call)): Promise<Answer | undefined> {
  const key = rememberedKey(call);
  if (key === undefined) return undefined;
  const known = await call.services.journal.remembered(call.caller.organisation, key, call.services.now());
  if (!known) return undefined;
  if (known.requestHash !== requestHash)
    return problem('key-reused', {
      detail:
        'Nothing was changed. This Idempotency-Key was used for another request; take a new one for a new request.',
    });
  return recalled(known);
}

/** Whether the key of a call was used before, by whatever request. */
export async function isRemembered(call: AnyCall): Promise<boolean> {
  const key = rememberedKey(call);
  if (key === undefined) return false;
  const { services, caller } = call;
  return (await services.journal.remembered(caller.organisation, key, services.now())) !== undefined;
}

/** Tells a request from others sent under the same key. */
function hashOf({ method, url, ifMatch, ifNoneMatch, bodyHash }: AnyCall): string {
  return sha256(JSON.stringify([method, url, ifMatch ?? '', ifNoneMatch ?? '', bodyHash]));
}

/** Thrown out of `perform` before anything is appended: the memory has to be looked at again. */
class GoneOn extends Error {}

/** A key belongs to its token: another one of the same organisation may use the same words. */
function rememberedKey({ caller, idempotencyKey }: AnyCall): string | undefined {
  return idempotencyKey === undefined ? undefined : `api:${caller.id}:${idempotencyKey}`;
}

function remembered({ status, headers, body }: Answer, requestHash: string): Remembered {
  return { requestHash, status, body: JSON.stringify({ headers, body }) };
}

function recalled({ status, body }: Remembered): Answer {
  // Written by `remembered` alone.
  const said = JSON.parse(body) as Pick<Answer, 'headers' | 'body'>;
  return { status, ...said, headers: { ...said.headers, 'idempotency-replayed': 'true' } };
}

function later(now: Instant): Instant {
  return new Date(Date.parse(now) + KEPT_HOURS * 3_600_000).toISOString();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
