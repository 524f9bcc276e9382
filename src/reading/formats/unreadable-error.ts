import type { Unreadable } from '../../record/document.ts';

/** Thrown by a reader for a file that cannot be read; carries the reason in a sentence for a person. */
export class UnreadableError extends Error {
  readonly unreadable: Unreadable;

  constructor(type: Unreadable['type'], reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnreadableError';
    this.unreadable = { type, reason };
  }
}

/** What a person is told about whatever a reader threw: its own words when it knew, "damaged" when a parser gave up. */
export function unreadableOf(thrown: unknown): Unreadable {
  if (thrown instanceof UnreadableError) return thrown.unreadable;
  if (thrown instanceof RangeError && thrown.message.includes('call stack')) {
    return { type: 'hostile', reason: 'It is nested too deeply to be read.' };
  }
  return {
    type: 'broken',
    reason: 'It is damaged and could not be read. Open it in the program that made it and save it again.',
  };
}
