import { paths } from '../paths.ts';

const e = encodeURIComponent;
const suppliers = (organisation: string) => `${paths.home(organisation)}/suppliers`;
const scope = (organisation: string) => `${paths.home(organisation)}/scope`;

export const scopePaths = {
  scope,
  flowsCsv: (organisation: string) => `${scope(organisation)}/flows.csv`,
  map: (organisation: string) => `${scope(organisation)}/map.svg`,
  suppliers,
  lookUp: (organisation: string, id: string) => `${suppliers(organisation)}/${e(id)}/toolkit`,
} as const;
