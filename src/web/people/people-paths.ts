import { paths } from '../paths.ts';

const people = (organisation: string) => `${paths.home(organisation)}/people`;
const mine = (organisation: string) => `${paths.home(organisation)}/mine`;
const e = encodeURIComponent;

/** Addresses of the people of an organisation, and of what is asked of somebody themself. */
export const peoplePaths = {
  people,
  staffFile: (organisation: string) => `${people(organisation)}/staff`,
  rolesFile: (organisation: string) => `${people(organisation)}/roles`,
  ownFile: (organisation: string) => `${mine(organisation)}/done`,
  restsOnFile: (organisation: string) => `${people(organisation)}/rests-on/people`,
  join: (organisation: string) => `${people(organisation)}/join`,
  training: (organisation: string) => `${people(organisation)}/training`,
  restsOn: (organisation: string) => `${people(organisation)}/rests-on`,
  person: (organisation: string, id: string) => `${people(organisation)}/${e(id)}`,
  move: (organisation: string, id: string) => `${people(organisation)}/${e(id)}/move`,
  accessRemoved: (organisation: string, id: string) => `${people(organisation)}/${e(id)}/access-removed`,
  mine,
  ownTraining: (organisation: string) => `${mine(organisation)}/training`,
  ownPolicy: (organisation: string, id: string) => `${mine(organisation)}/policies/${e(id)}`,
} as const;
