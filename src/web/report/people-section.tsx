import type { GapCheck } from '../../readiness/gap-check.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import type { ReportLinks } from './report-links.ts';
import { ItemLinks, Section } from './report-parts.tsx';

/** What each person holds, and what rests on them. */
export function restsOnColumns(links: ReportLinks): readonly Column<GapCheck['people'][number]>[] {
  return [
    { name: 'Person', text: ({ name }) => neutralised(name), cell: ({ name }) => <bdi>{neutralised(name)}</bdi> },
    {
      name: 'Roles',
      text: ({ roles }) => neutralised(roles.map(({ role }) => role).join(', ')),
      cell: ({ roles }) => neutralised(roles.map(({ role }) => role).join(', ')) || 'none',
    },
    {
      name: 'Documents',
      is: 'number',
      text: ({ documents }) => String(documents.length),
      cell: ({ documents }) => documents.length || 'none',
    },
    {
      name: 'Falls without them',
      text: ({ falls }) => falls.join('; '),
      cell: ({ falls }) => <Falls refs={falls} links={links} />,
    },
  ];
}

/** Who holds what, and what would no longer count without them. */
export function PeopleSection({
  check,
  links,
  files,
}: {
  readonly check: GapCheck;
  readonly links: ReportLinks;
  /** Address of the table's files, where there are any. */
  readonly files?: string;
}) {
  return (
    <Section id="people" title="Who it rests on">
      {check.people.length === 0 ? (
        <p>The documents name nobody in a role.</p>
      ) : (
        <>
          <p>
            What each person holds, and which items would no longer count if they left today with nobody in their place.
          </p>
          <ColumnsTable
            caption="People and what rests on them"
            columns={restsOnColumns(links)}
            rows={check.people}
            keyOf={({ name }) => name}
            {...(files !== undefined && { files })}
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
