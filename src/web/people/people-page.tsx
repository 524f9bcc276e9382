import { Button, InsetText, Select } from 'nhsuk-react-components';
import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import type { TrainingCount } from '../../workspace/standing/training-count.ts';
import { firstHourPath } from '../first-hour/first-hour-paths.ts';
import { Term } from '../glossary/term.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { ChooseWhatToRead } from '../reading/reading-page.tsx';
import { readingPaths } from '../reading/reading-paths.ts';
import { toRead } from '../reading/to-read.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { TableFiles } from '../tables/table-files.tsx';
import { AccessList } from './access-list.tsx';
import { countDiffers, listDiffers } from './headcount.tsx';
import { type PeopleList, peopleList, SHOWN, SORTED, stillWithAccess } from './people-list.ts';
import { peoplePaths } from './people-paths.ts';
import { peopleColumns } from './people-table.tsx';
import { personRows } from './person-rows.ts';
import { roleLines } from './role-lines.ts';
import { RolesTable } from './roles-table.tsx';
import { TrainingFigure } from './training-figure.tsx';

export type PeopleModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly today: Day;
  /** How training is counted, and in which years of the Toolkit; or why it cannot be. */
  readonly training: { readonly count: TrainingCount; readonly years: string } | { readonly notKnown: string };
  /** What was typed about somebody's access. */
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** Everyone who works for the organisation: roles, training, rights, comings and goings. */
export function PeoplePage({ seat, holdings, today, training, query, form, mistakes }: PeopleModel) {
  const { organisation, role } = seat;
  const rows = personRows(holdings, 'count' in training ? training.count : undefined, today);
  const list = peopleList(rows, query);
  const { rows: shown, page, pages } = paged(list.rows, query);
  const withAccess = stillWithAccess(rows);
  const writes = may(role, 'write-registers');
  const differs = rows.length > 0 ? listDiffers(holdings, today) : undefined;
  const asksToRead = toRead(holdings, today, undefined).length > 0;
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>People</h1>
      <ul className="app-actions">
        {writes && (
          <>
            <li>
              <a href={peoplePaths.join(organisation)}>Add somebody who joins</a>
            </li>
            <li>
              <a href={peoplePaths.training(organisation)}>Record training for several people</a>
            </li>
          </>
        )}
        <li>
          <a href={readingPaths.reading(organisation)}>What staff read</a>
        </li>
        <li>
          <a href={peoplePaths.restsOn(organisation)}>What depends on one person</a>
        </li>
        <li>
          <a href={peoplePaths.mine(organisation)}>What you need to do yourself</a>
        </li>
      </ul>

      {!asksToRead && <ChooseWhatToRead seat={seat} />}

      <h2>Roles the Toolkit asks for</h2>
      <p>
        The <Term of="toolkit">Toolkit</Term> asks for these roles. One person may hold several.
      </p>
      <RolesTable seat={seat} lines={roleLines(organisation, holdings, today)} />

      <h2>Training this year</h2>
      {'count' in training ? (
        <TrainingFigure
          seat={seat}
          count={training.count}
          years={training.years}
          doubt={countDiffers(holdings, training.count.counted)}
        />
      ) : (
        <p>We cannot count training. {training.notKnown}</p>
      )}

      {withAccess.length > 0 && (
        <>
          <h2 id="access">Left, and may still have access</h2>
          <AccessList {...{ seat, today, form, mistakes }} people={withAccess.map(({ person }) => person)} />
          <TableFiles href={`${peoplePaths.staffFile(organisation)}?show=left`} of="everyone who has left" />
        </>
      )}

      <h2 id="everyone">Staff</h2>
      {differs !== undefined && (
        <InsetText className="app-doubt">
          <p>
            {differs} Add or remove people
            {may(role, 'manage-organisation') && (
              <>
                , or <a href={firstHourPath(organisation, 'category')}>change the number you told us</a>
              </>
            )}
            .
          </p>
        </InsetText>
      )}
      {rows.length === 0 ? (
        <p>Nobody is in the staff list yet.</p>
      ) : (
        <>
          <Filter organisation={organisation} list={list} />
          <p>
            {counted(list.rows.length, 'person', 'people')}
            {pages > 1 && `, page ${page} of ${pages}`}
          </p>
          {shown.length > 0 && (
            <ColumnsTable
              caption="People"
              columns={peopleColumns(seat, today)}
              rows={shown}
              keyOf={({ person }) => person.id}
              files={`${peoplePaths.staffFile(organisation)}?show=${list.shown}&sort=${list.sorted}`}
            />
          )}
          <PageLinks
            page={page}
            pages={pages}
            href={`${peoplePaths.people(organisation)}?show=${list.shown}&sort=${list.sorted}`}
          />
        </>
      )}
      <p>
        <a href={paths.register(organisation, 'people')}>The staff list as a register</a>
      </p>
    </>
  );
}

function Filter({ organisation, list }: { readonly organisation: string; readonly list: PeopleList }) {
  return (
    <form method="get" action={`${peoplePaths.people(organisation)}#everyone`} className="app-filter">
      <Select id="show" name="show" label="Show" defaultValue={list.shown}>
        {entries(SHOWN).map(([value, words]) => (
          <Select.Option key={value} value={value}>
            {words} ({list.counts[value].toLocaleString('en-GB')})
          </Select.Option>
        ))}
      </Select>
      <Select id="sort" name="sort" label="Sorted by" defaultValue={list.sorted}>
        {entries(SORTED).map(([value, words]) => (
          <Select.Option key={value} value={value}>
            {words}
          </Select.Option>
        ))}
      </Select>
      <Button secondary>Show</Button>
    </form>
  );
}

function entries<T extends object>(table: T): readonly (readonly [keyof T & string, T[keyof T]])[] {
  // The keys of a literal object are its own.
  return Object.entries(table) as [keyof T & string, T[keyof T]][];
}
