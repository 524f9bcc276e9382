import { setImmediate as turn } from 'node:timers/promises';

/** How long one may work before others get their turn, in milliseconds. */
const AT_ONCE = 15;

/** For long work on the main thread: called between its steps, it lets others have their turn when it is time. */
export function givingWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONCE) return;
    await turn();
    since = performance.now();
  };
}
