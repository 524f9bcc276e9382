import { paths } from '../paths.ts';

/** Files of the tables on the page that a day starts with. */
export const todayPaths = {
  line: (organisation: string) => `${paths.home(organisation)}/past-and-forecast`,
  lapses: (organisation: string) => `${paths.home(organisation)}/forecast`,
} as const;
