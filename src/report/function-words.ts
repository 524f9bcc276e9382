import type { OrganisationFunction } from '../catalogue/catalogue.ts';

/** Who the work falls to, as a person in a small company would say it. */
export const FUNCTION_WORDS: Readonly<Record<OrganisationFunction, string>> = {
  leadership: 'Leadership',
  'information-governance': 'Information governance',
  people: 'People and HR',
  it: 'IT',
  operations: 'Operations',
  procurement: 'Procurement',
};
