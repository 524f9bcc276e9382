import { dayInWords } from '../../record/day.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { paths } from '../paths.ts';
import { peoplePaths } from '../people/people-paths.ts';
import type { Column } from '../tables/columns-table.tsx';
import type { DocumentRead, PersonRead, ToRead } from './to-read.ts';

/** Names that are written out on the page; the file has them all. */
const NAMED = 5;

function some(names: readonly string[]): string {
  return names.length === 0 ? 'Nobody' : listed(names.map(neutralised), NAMED);
}

export function documentReadColumns({ organisation }: Seat): readonly Column<DocumentRead>[] {
  return [
    {
      name: 'Document',
      text: ({ one }) => neutralised(one.title),
      cell: ({ one }) => <a href={paths.document(organisation, one.id)}>{neutralised(one.title)}</a>,
    },
    { name: 'Have read it', text: ({ read, left }) => `${read.length} of ${read.length + left.length}` },
    {
      name: 'Have not yet',
      text: ({ left }) => left.map(({ data }) => neutralised(data.name)).join(', '),
      cell: ({ left }) => some(left.map(({ data }) => data.name)),
    },
  ];
}

export function personReadColumns({ organisation }: Seat, documents: readonly ToRead[]): readonly Column<PersonRead>[] {
  return [
    {
      name: 'Person',
      text: ({ who }) => neutralised(who.data.name),
      cell: ({ who }) => <a href={peoplePaths.person(organisation, who.id)}>{neutralised(who.data.name)}</a>,
    },
    { name: 'Has read', text: ({ left }) => `${documents.length - left.length} of ${documents.length}` },
    {
      name: 'Still to read',
      only: 'page',
      text: ({ left }) =>
        left.length === 0
          ? 'Nothing'
          : listed(
              left.map(({ title }) => neutralised(title)),
              NAMED,
            ),
    },
    {
      name: 'Last read on',
      only: 'page',
      text: ({ read }) => {
        const days = documents.flatMap(({ id }) => read.get(id) ?? []).sort();
        const last = days.at(-1);
        return last === undefined ? '–' : dayInWords(last);
      },
    },
    ...documents.map(
      ({ id, title }): Column<PersonRead> => ({
        name: `Read on: ${neutralised(title)}`,
        is: 'day',
        only: 'file',
        text: ({ read }) => read.get(id) ?? '',
      }),
    ),
  ];
}
