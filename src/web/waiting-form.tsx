import type { FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { ownPath, paths } from './paths.ts';

/** A form that waits while whoever sent it proves who they are, so that nothing typed is lost. */
export type WaitingForm = {
  /** Where it was sent. */
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** The form that a request brought; undefined when it brought none, or one too large to be sent again by a page. */
export function formToWait({ url, body }: FastifyRequest): WaitingForm | undefined {
  return body instanceof URLSearchParams ? small({ to: url, fields: [...body] }) : undefined;
}

/** What is larger costs whoever is asked for it, by anybody, far more to write out than to send. */
const MOST_FIELDS = 3_000;
/** As a browser sends it: room for a register of thousands of rows. */
const MOST_BYTES = 2_000_000;

/** Size of a form of ours with one that waits in it, in bytes: each of its fields has a longer name there. */
export const WITH_WAITING_BYTES = MOST_BYTES + 100_000;

function small(waiting: WaitingForm): WaitingForm | undefined {
  const { fields } = waiting;
  if (fields.length > MOST_FIELDS) return undefined;
  const signs = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  // Every sign takes a byte or more; only what may still fit is written out to be measured.
  if (signs > MOST_BYTES) return undefined;
  const sent = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
  return sent.length > MOST_BYTES ? undefined : waiting;
}

const TO = 'then';
const FIELD = 'then.';

/** A waiting form as it travels within another one. */
export function WaitingFields({ waiting }: { readonly waiting: WaitingForm | undefined }) {
  if (!waiting) return null;
  return (
    <>
      <input type="hidden" name={TO} value={waiting.to} />
      <Fields fields={waiting.fields} prefix={FIELD} />
    </>
  );
}

/** The waiting form that came with another one. It leads nowhere but to pages of ours. */
export function waitingFormIn({ body }: FastifyRequest): WaitingForm | undefined {
  if (!(body instanceof URLSearchParams)) return undefined;
  const to = ownPath(body.get(TO) ?? '');
  const fields = [...body].filter(([name]) => name.startsWith(FIELD));
  return to === paths.start
    ? undefined
    : small({ to, fields: fields.map(([name, value]) => [name.slice(FIELD.length), value]) });
}

/** The waiting form itself, to be sent at last. */
export function WaitingFormAgain({
  waiting,
  children,
}: {
  readonly waiting: WaitingForm;
  readonly children: ReactNode;
}) {
  return (
    <form method="post" action={waiting.to}>
      <Fields fields={waiting.fields} prefix="" />
      {children}
    </form>
  );
}

function Fields({ fields, prefix }: { readonly fields: WaitingForm['fields']; readonly prefix: string }) {
  return fields.map(([name, value], position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; a name may stand in a form twice.
    <input key={position} type="hidden" name={`${prefix}${name}`} value={value} />
  ));
}
