import { Button, Select, TextInput } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { ID } from '../../record/kinds/field.ts';
import type { AnyKind, Field } from '../../record/kinds/kind.ts';
import { withArticle } from '../../record/words.ts';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { registerSeenToOn, reviewInWords, reviewsOf } from '../../workspace/standing/register-reviews.ts';
import { FormId } from '../parts/form-id.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { roomPath } from '../record/rooms.ts';
import { DataTable } from '../report/data-table.tsx';
import type { SeatedVisit } from '../route.ts';
import {
  addressOf,
  cellOf,
  type ListAsked,
  type ListedRow,
  listAsked,
  listedColumns,
  narrowed,
} from './narrowed-list.ts';
import { NarrowingSelects } from './narrowing-selects.tsx';
import { TakeBackButton } from './take-back.tsx';

type Props = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly kind: AnyKind;
  readonly holdings: Holdings;
  readonly on: Day;
};

/** One register: what there is, found and sorted as asked, with the ways in and out. */
export function RegisterPage({ seat, kind, holdings, query, on }: Props) {
  const { organisation, role } = seat;
  const all = holdings.of.get(kind.name)?.size ?? 0;
  const asked = listAsked(kind, query);
  const rows = narrowed(kind, holdings, asked);
  const columns = listedColumns(kind, rows, holdings);
  const { rows: shown, page, pages } = paged(rows, query);
  const here = paths.register(organisation, kind.plural);
  const writes = may(role, 'write-registers');
  const room = roomPath(organisation, kind.name);
  return (
    <>
      <DoneBanner query={query}>
        {writes && query.text('done') === 'removed' && ID.test(query.text('entry')) && (
          <form method="post" action={recordPaths.restore(organisation, kind.plural, query.text('entry'))}>
            <FormId />
            <Button secondary small>
              Put it back
            </Button>
          </form>
        )}
        {writes && query.text('done') === 'taken-in' && <TakeBackButton {...{ seat, kind, query }} />}
      </DoneBanner>
      <BackLink href={paths.registers(organisation)}>Registers</BackLink>
      <h1>{kind.label.many}</h1>
      <p>{kind.purpose}</p>
      <ul className="app-ways">
        {writes && (
          <li>
            <a href={recordPaths.add(organisation, kind.plural)}>Add {withArticle(kind.label.one.toLowerCase())}</a>
          </li>
        )}
        {writes && (
          <li>
            <a href={recordPaths.importRegister(organisation, kind.plural)}>Import a spreadsheet</a>
          </li>
        )}
        {room !== undefined && (
          <li>
            <a href={room}>What needs doing</a>
          </li>
        )}
      </ul>
      {all > 0 && <SeenTo {...{ organisation, kind, holdings, on, writes }} />}
      {all === 0 ? (
        <p>There is nothing in this register yet.</p>
      ) : (
        <>
          <Narrow {...{ kind, here, asked, columns }} open={all > ENOUGH || rows.length < all} />
          <p>
            {rows.length === all
              ? counted(all, 'entry', 'entries')
              : `${rows.length.toLocaleString('en-GB')} of ${counted(all, 'entry', 'entries')}`}
            {pages > 1 && `, page ${page} of ${pages}`}. {rows.length < all && <a href={here}>Show all</a>}
          </p>
          {shown.length > 0 && <Rows {...{ kind, organisation, holdings, asked, here, columns }} rows={shown} />}
          <PageLinks page={page} pages={pages} href={addressOf(here, asked)} />
        </>
      )}
    </>
  );
}

/** How recent the register is as proof, and what makes it newer. */
function SeenTo({
  organisation,
  kind,
  holdings,
  on,
  writes,
}: Pick<Props, 'kind' | 'holdings' | 'on'> & { readonly organisation: string; readonly writes: boolean }) {
  const [review] = reviewsOf(kind.name);
  const seenTo = registerSeenToOn(kind.name, holdings, on);
  if (review === undefined || seenTo === undefined) return null;
  return (
    <p>
      Last changed or reviewed on {dayInWords(seenTo)}.{' '}
      {writes && (
        <>
          If you have looked through it and it is still right,{' '}
          <a href={recordPaths.recordActivity(organisation, review)}>record {withArticle(reviewInWords(review))}</a>.
        </>
      )}
    </p>
  );
}

/** So few entries are found at a glance. */
const ENOUGH = 10;

function Narrow({
  kind,
  here,
  asked,
  columns,
  open,
}: {
  readonly kind: AnyKind;
  readonly here: string;
  readonly asked: ListAsked;
  readonly columns: readonly Field[];
  readonly open: boolean;
}) {
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Find or filter entries</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={here} noValidate className="app-narrow">
          <TextInput id="find" name="find" label="Words to find" defaultValue={asked.find} />
          <NarrowingSelects kind={kind} asked={asked} />
          <Select id="by" name="by" label="Sort by" defaultValue={asked.by ?? ''}>
            <Select.Option value="">{kind.label.one}</Select.Option>
            {columns.map(({ name, label }) => (
              <Select.Option key={name} value={name}>
                {label}
              </Select.Option>
            ))}
          </Select>
          {asked.down && <input type="hidden" name="order" value="down" />}
          <Button secondary>Show</Button>
        </form>
      </div>
    </details>
  );
}

function Rows({
  kind,
  organisation,
  holdings,
  asked,
  here,
  columns,
  rows,
}: {
  readonly kind: AnyKind;
  readonly organisation: string;
  readonly holdings: Holdings;
  readonly asked: ListAsked;
  readonly here: string;
  readonly columns: readonly Field[];
  readonly rows: readonly ListedRow[];
}) {
  const sorting = [undefined, ...columns.map(({ name }) => name)].map((by) => {
    const mine = by === asked.by;
    const down = mine && !asked.down;
    return {
      href: addressOf(here, asked, { by, down }),
      ...(mine && { sorted: asked.down ? ('descending' as const) : ('ascending' as const) }),
    };
  });
  return (
    <DataTable
      caption={kind.label.many}
      columns={[kind.label.one, ...columns.map(({ label }) => label)]}
      sorting={sorting}
      files={addressOf(recordPaths.exportRegister(organisation, kind.plural), asked)}
      rows={rows.map(({ entity, title }) => ({
        key: entity.id,
        cells: [
          <a key="title" href={paths.entity(organisation, kind.plural, entity.id)}>
            {title}
          </a>,
          ...columns.map((field) => cellOf(field, entity, holdings)),
        ],
      }))}
    />
  );
}
