import { paths } from '../paths.ts';

const e = encodeURIComponent;
const suppliers = (organisation: string) => `${paths.home(organisation)}/suppliers`;
const scope = (organisation: string) => `${paths.home(organisation)}/scope`;

export const scopePaths = {
  scope,
  flows: (organisation: string) => `${scope(organisation)}/flows`,
  map: (organisation: string) => `${scope(organisation)}/map.svg`,
  suppliers,
  suppliersFile: (organisation: string, show: string) =>
    `${suppliers(organisation)}/export${show === '' ? '' : `?show=${e(show)}`}`,
  lookUp: (organisation: string, id: string) => `${suppliers(organisation)}/${e(id)}/toolkit`,
} as const;
