import { paths } from '../paths.ts';

export const examplePaths = {
  load: `${paths.organisations}/example`,
  about: (organisation: string) => `${paths.home(organisation)}/example`,
  remove: (organisation: string) => `${paths.home(organisation)}/example/remove`,
} as const;
