import { Button, Checkboxes, Select } from 'nhsuk-react-components';
import { askOf } from '../../catalogue/ask-of.ts';
import { FUNCTIONS } from '../../catalogue/catalogue.ts';
import { type ItemAssessment, STANDINGS } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import type { Holdings } from '../../record/holdings.ts';
import { peopleWhoStay } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { AsAt } from '../record/at-form.tsx';
import { DayFields } from '../record/day-fields.tsx';
import { titleIn } from '../record/field-words.ts';
import type { WhenAsked } from '../record/when-asked.ts';
import { StandingTag } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { TableFiles } from '../tables/table-files.tsx';
import { type ItemsAsked, itemsAsked, itemsWanted, NOBODY, ownersOf, withItemsAsked } from './items-asked.ts';

const EXPLAINED = ['evidence-item', 'standards-met', 'toolkit', 'category', 'mandatory', 'standing'] as const;

/** Every evidence item by standard, narrowed down by what the address asks for. */
export function ItemsPage({
  seat,
  check,
  holdings,
  asked: when,
  query,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly asked: WhenAsked;
}) {
  const { catalogue, assessment } = check;
  const asked = itemsAsked(query, check);
  const owners = ownersOf(holdings);
  const shown = itemsWanted(assessment.items, asked, owners);
  const here = paths.items(seat.organisation);
  const at = when.past === undefined ? '' : `?at=${when.past}`;
  const all = shown.length === assessment.items.length;
  const byStandard = Map.groupBy(shown, ({ item }) => item.standard);
  return (
    <>
      <Mistakes mistakes={when.problem === undefined ? [] : [{ field: 'at-day', message: when.problem }]} />
      <h1>
        <span className="nhsuk-caption-l">
          NHS DSPT {catalogue.edition} ({catalogue.years}), category {catalogue.category}
        </span>
        Evidence items
      </h1>
      <AsAt past={when.past} back={here} />
      <p>
        <Term of="evidence-item">Evidence items</Term> are the questions that the <Term of="toolkit">Toolkit</Term> asks
        in your <Term of="category">category</Term>. An item that is <Term of="mandatory">mandatory</Term> counts for{' '}
        <Term of="standards-met">Standards Met</Term>. Its <Term of="standing">standing</Term> says how far you are with
        it.
      </p>
      <TermsUsed but={EXPLAINED} texts={[...shown.map(({ item }) => askOf(item)), 'claimed']} />
      <Narrow {...{ check, holdings, asked, when, here }} />
      <p>
        {all ? `${counted(shown.length, 'item')}.` : `${shown.length} of ${counted(assessment.items.length, 'item')}.`}{' '}
        {!all && <a href={`${here}${at}`}>Show all</a>}
      </p>
      <TableFiles
        href={withItemsAsked(`${here}/export`, asked, when.past === undefined ? {} : { at: when.past })}
        of="evidence items"
      />
      {all && <Jump check={check} byStandard={byStandard} />}
      {catalogue.standards.map(({ id, title }) => {
        const items = byStandard.get(id) ?? [];
        if (items.length === 0) return null;
        return (
          <section key={id} aria-labelledby={`standard-${id}`}>
            <h2 id={`standard-${id}`}>
              {id}. {title}
            </h2>
            <p>{countingInWords(items)}</p>
            <ul className="app-items">
              {items.map((one) => (
                <Item key={one.item.ref} {...{ seat, one, at, holdings }} owner={owners.get(one.item.ref)} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Item({
  seat,
  one: { item, standing },
  at,
  holdings,
  owner,
}: {
  readonly seat: Seat;
  readonly one: ItemAssessment;
  readonly at: string;
  readonly holdings: Holdings;
  readonly owner: string | undefined;
}) {
  return (
    <li>
      <span className="app-items__ref">{item.ref}</span>
      <span className="app-items__ask">
        <a href={`${paths.item(seat.organisation, item.ref)}${at}`}>{askOf(item)}</a>
        <span className="app-because">
          {owner === undefined ? 'Nobody looks after it' : titleIn(holdings, 'person', owner)}
          {item.mandatory === false && '. Not mandatory'}
          {item.mandatory === null && '. Not known whether mandatory'}
        </span>
      </span>
      <span className="app-items__standing">
        <StandingTag standing={standing} />
      </span>
    </li>
  );
}

const counting = (items: readonly ItemAssessment[]) => items.filter(({ standing }) => DEFENSIBLE.has(standing)).length;

/** Items that Standards Met needs, and the others. */
function byMandatory(
  items: readonly ItemAssessment[],
): readonly [readonly ItemAssessment[], readonly ItemAssessment[]] {
  const { needed = [], others = [] } = Object.groupBy(items, ({ item }) => (item.mandatory ? 'needed' : 'others'));
  return [needed, others];
}

function countingInWords(items: readonly ItemAssessment[]): string {
  const [mandatory, others] = byMandatory(items);
  const many = (of: readonly ItemAssessment[]) => `${counting(of)} of ${of.length}`;
  const verb = (of: readonly ItemAssessment[]) => (of.length === 1 ? 'counts' : 'count');
  if (mandatory.length === 0) return `${many(others)} ${verb(others)}, not mandatory.`;
  const first = `${many(mandatory)} mandatory ${verb(mandatory)}`;
  return others.length === 0 ? `${first}.` : `${first}, and ${many(others)} other${others.length === 1 ? '' : 's'}.`;
}

/** The standards with how far each is, as a way down a long page. */
function Jump({
  check,
  byStandard,
}: {
  readonly check: GapCheck;
  readonly byStandard: ReadonlyMap<string, readonly ItemAssessment[]>;
}) {
  return (
    <nav aria-label="Standards">
      <ul className="app-jump">
        {check.catalogue.standards.map(({ id, title }) => {
          const items = byStandard.get(id) ?? [];
          const [mandatory, others] = byMandatory(items);
          const told = mandatory.length > 0 ? mandatory : others;
          return items.length === 0 ? null : (
            <li key={id}>
              <a href={`#standard-${id}`}>
                {id}. {title}
              </a>{' '}
              <span className="app-aside">
                {counting(told)} of {told.length}
                {mandatory.length === 0 && ', not mandatory'}
              </span>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Narrow({
  check,
  holdings,
  asked,
  when,
  here,
}: {
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly asked: ItemsAsked;
  readonly when: WhenAsked;
  readonly here: string;
}) {
  const option = (value: string, words: string) => (
    <Select.Option key={value} value={value}>
      {words}
    </Select.Option>
  );
  return (
    <details className="nhsuk-details" open={when.problem !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show only some, or a past day</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={here} noValidate>
          <div className="app-narrow">
            <Select id="state" name="state" label="Does it count?" defaultValue={asked.state ?? ''}>
              {option('', 'All')}
              {option('open', 'Not yet')}
              {option('counting', 'Yes')}
            </Select>
            <Select id="standing" name="standing" label="Standing" defaultValue={asked.standing ?? ''}>
              {option('', 'Every standing')}
              {STANDINGS.map((one) => option(one, STANDING_WORDS[one].label))}
            </Select>
            <Select id="standard" name="standard" label="Standard" defaultValue={asked.standard}>
              {option('', 'Every standard')}
              {check.catalogue.standards.map(({ id, title }) => option(id, `${id}: ${title}`))}
            </Select>
            <Select id="function" name="function" label="Whose work it is" defaultValue={asked.function ?? ''}>
              {option('', 'Anybody’s')}
              {FUNCTIONS.map((one) => option(one, FUNCTION_WORDS[one]))}
            </Select>
            <Select id="owner" name="owner" label="Who looks after it" defaultValue={asked.owner}>
              {option('', 'Anybody or nobody')}
              {option(NOBODY, 'Nobody')}
              {peopleWhoStay(holdings).map(({ id, data }) => option(id, neutralised(data.name)))}
            </Select>
          </div>
          <Checkboxes
            id="mandatory"
            name="mandatory"
            idPrefix="mandatory"
            legend="Mandatory"
            legendProps={{ size: 's' }}
          >
            <Checkboxes.Item value="yes" defaultChecked={asked.mandatory}>
              Only mandatory items
            </Checkboxes.Item>
          </Checkboxes>
          <DayFields
            name="at"
            form={when.form}
            legend="As it was on a past day (optional)"
            {...(when.problem !== undefined && { error: when.problem })}
          />
          <Button secondary>Show</Button>
        </form>
      </div>
    </details>
  );
}
