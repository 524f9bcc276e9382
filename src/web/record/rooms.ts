import { incidentPaths } from '../incidents/incident-paths.ts';
import { paths } from '../paths.ts';
import { peoplePaths } from '../people/people-paths.ts';
import { riskPaths } from '../risks/risk-paths.ts';
import { scopePaths } from '../scope/scope-paths.ts';
import { recordPaths } from './record-paths.ts';

/** Registers that are also shown as what needs doing, by their kind. */
const ROOMS: Readonly<Record<string, (organisation: string) => string>> = {
  person: peoplePaths.people,
  supplier: scopePaths.suppliers,
  activity: recordPaths.activities,
  incident: incidentPaths.incidents,
  risk: riskPaths.risks,
};

/** The page that shows a register as what needs doing; undefined where there is none. */
export function roomPath(organisation: string, kind: string): string | undefined {
  return Object.hasOwn(ROOMS, kind) ? ROOMS[kind]?.(organisation) : undefined;
}

/** The page of an entry that says most: an incident has one beside its form. */
export function entryPath(organisation: string, kind: { readonly name: string; readonly plural: string }, id: string) {
  return kind.name === 'incident' ? incidentPaths.one(organisation, id) : paths.entity(organisation, kind.plural, id);
}
