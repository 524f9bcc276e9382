import { paths } from '../paths.ts';
import type { Step } from './first-hour-steps.ts';

export const firstHour = (organisation: string) => `${paths.home(organisation)}/first-hour`;

export const firstHourAside = (organisation: string) => `${firstHour(organisation)}/aside`;

/** Where each step is done. Documents and fixes have pages of their own. */
export function firstHourPath(organisation: string, step: Step): string {
  switch (step) {
    case 'documents':
      return paths.documents(organisation);
    case 'fixes':
      return paths.plan(organisation);
    case 'category':
    case 'facts':
    case 'people':
      return `${firstHour(organisation)}/${step}`;
    default:
      return step satisfies never;
  }
}
