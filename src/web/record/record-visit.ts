import type { Form, Visit } from '../route.ts';

/** Whoever asks, as the journal names them. */
export function actorOf({ visitor }: Pick<Visit, 'visitor'>): string {
  return `account:${visitor.account.id}`;
}

/** The revision that a form was made from; one that never was when the form does not say. */
export function seenIn(form: Form, field = 'seen'): number {
  const seen = form.text(field);
  return /^\d{1,15}$/.test(seen) ? Number(seen) : -1;
}
