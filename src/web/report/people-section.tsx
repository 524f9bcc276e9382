import type { GapCheck } from '../../readiness/gap-check.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { DataTable } from './data-table.tsx';
import type { ReportLinks } from './report-links.ts';
import { ItemLinks, Section } from './report-parts.tsx';

/** Who holds what, and what would no longer count without them. */
export function PeopleSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  return (
    <Section id="people" title="Who it rests on">
      {check.people.length === 0 ? (
        <p>The documents name nobody in a role.</p>
      ) : (
        <>
          <p>
            What each person holds, and which items would no longer count if they left today with nobody in their place.
          </p>
          <DataTable
            caption="People and what rests on them"
            columns={['Person', 'Roles', 'Documents', 'Falls without them']}
            rows={check.people.map((person) => ({
              key: person.name,
              cells: [
                <bdi key="name">{neutralised(person.name)}</bdi>,
                neutralised(person.roles.map(({ role }) => role).join(', ')) || 'none',
                person.documents.length || 'none',
                <Falls key="falls" refs={person.falls} links={links} />,
              ],
            }))}
          />
        </>
      )}
    </Section>
  );
}

function Falls({ refs, links }: { readonly refs: readonly string[]; readonly links: ReportLinks }) {
  if (refs.length === 0) return 'nothing';
  return (
    <>
      {counted(refs.length, 'item')}: <ItemLinks refs={refs} links={links} />
    </>
  );
}
