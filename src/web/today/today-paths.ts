import { paths } from '../paths.ts';

/** The form on, and files of the tables on, the page that a day starts with. */
export const todayPaths = {
  line: (organisation: string) => `${paths.home(organisation)}/past-and-forecast`,
  knowsLater: (organisation: string) => `${paths.home(organisation)}/later-edition/known`,
  lapses: (organisation: string) => `${paths.home(organisation)}/forecast`,
} as const;
