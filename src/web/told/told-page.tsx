import { Button, InsetText } from 'nhsuk-react-components';
import { askedUnder } from '../../catalogue/ask-of.ts';
import type { CertificateKind } from '../../catalogue/catalogue.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import type { TakenOff } from '../../readiness/taken-off.ts';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { placeInWords } from '../../report/place-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import type { ToldFact } from '../../workspace/standing/told-facts.ts';
import { NobodyElse } from '../accounts/nobody-else.tsx';
import { CertificatesMissing } from '../first-hour/facts-page.tsx';
import { firstHourPath } from '../first-hour/first-hour-paths.ts';
import { Term } from '../glossary/term.tsx';
import { ItemName } from '../items/item-name.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import type { ReportLinks } from '../report/report-links.ts';
import { SeenAt, StandingTag } from '../report/report-parts.tsx';
import type { SeatedVisit } from '../route.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import { confirmPath, toldFile } from './told-paths.ts';

/** A fact that was told, with the items that it takes off the list, or would if nothing spoke against it. */
export type ToldRow = ToldFact &
  TakenOff & {
    /** Where documents speak of it, which settles nothing. */
    readonly spoken: readonly Place[];
  };

const STAYS = 'None: these stay on your list.';
const NOTHING_AGAINST = 'Nothing that we found';
const SPOKEN_OF = 'Nothing that settles it, but your documents speak of it. Read this first:';

type Model = {
  readonly seat: Seat;
  readonly check: GapCheck;
  readonly who: ActorWords;
  /** Whoever looks, as the journal names them. */
  readonly actor: string;
  readonly links: ReportLinks;
};

/** What was told, what it takes off the list, who told it, and who else says so. */
export function toldColumns({ seat, check, who, actor, links }: Model): readonly Column<ToldRow>[] {
  const { organisation } = seat;
  return [
    { name: 'What you told us', text: ({ words }) => words },
    {
      name: 'Items that do not apply',
      text: ({ items, against }) =>
        [
          ...(against === undefined ? [] : [STAYS]),
          ...items.map(({ item }) => `${item.ref} ${askedUnder(check.catalogue, item.ref)}`),
        ].join('\n'),
      cell: ({ items, against }) => (
        <>
          {against !== undefined && <p>{STAYS}</p>}
          <ul className="nhsuk-list">
            {items.map(({ item }) => (
              <li key={item.ref}>
                <ItemName organisation={organisation} catalogue={check.catalogue} item={item.ref} />
              </li>
            ))}
          </ul>
        </>
      ),
    },
    {
      name: 'What speaks against it',
      text: ({ against, spoken }) =>
        against !== undefined
          ? neutralised(against)
          : spoken.length === 0
            ? NOTHING_AGAINST
            : [SPOKEN_OF, ...spoken.map((place) => neutralised(placeInWords(place)))].join('\n'),
      cell: ({ against, spoken }) =>
        against === undefined && spoken.length > 0 ? (
          <>
            <p>{SPOKEN_OF}</p>
            <SeenAt places={spoken} links={links} />
          </>
        ) : against === undefined ? (
          NOTHING_AGAINST
        ) : (
          <>
            <StandingTag standing="contradicted" /> {neutralised(against)}.
          </>
        ),
    },
    { name: 'Who said it', text: ({ said }) => (said ? neutralised(who(said.actor)) : 'Not known') },
    {
      name: 'When',
      is: 'day',
      text: ({ said }) => (said ? dayInBritain(said.at) : ''),
      cell: ({ said }) => (said ? dayInWords(dayInBritain(said.at)) : 'Not known'),
    },
    {
      name: 'Confirmed by somebody else',
      text: ({ confirmed }) =>
        confirmed ? `${neutralised(confirmed.by)}, ${dayInWords(confirmed.on)}` : 'Nobody else has confirmed this',
      cell: (row) => {
        const { confirmed, said, fact, words, against } = row;
        if (confirmed) return `${neutralised(confirmed.by)} on ${dayInWords(confirmed.on)}`;
        return (
          <>
            <p>Nobody else has confirmed this.</p>
            {may(seat.role, 'write-answers') && said?.person !== actor && against === undefined && (
              <form method="post" action={confirmPath(organisation)}>
                <FormId />
                <input type="hidden" name="fact" value={fact} />
                <input type="hidden" name="seen" value={said?.seq ?? 0} />
                <Button secondary small>
                  Confirm it<span className="nhsuk-u-visually-hidden">: {words}</span>
                </Button>
              </form>
            )}
          </>
        );
      },
    },
  ];
}

/** The items that do not apply because of what somebody said, for whoever has to stand by it. */
export function ToldPage({
  rows,
  confirmers,
  missing,
  mistakes,
  query,
  ...model
}: Model &
  Pick<SeatedVisit, 'query'> & {
    readonly rows: readonly ToldRow[];
    /** Members who may confirm what others told, as the journal names them. */
    readonly confirmers: readonly string[];
    readonly missing: readonly CertificateKind[];
    readonly mistakes: readonly FormMistake[];
  }) {
  const { organisation, role } = model.seat;
  const contradicted = rows.filter(({ against }) => against !== undefined);
  const holding = rows.filter(({ against }) => against === undefined);
  const items = holding.reduce((sum, row) => sum + row.items.length, 0);
  const waiting = holding.filter(({ confirmed }) => confirmed === undefined);
  const open = waiting.length;
  const others = waiting.every(({ said }) => confirmers.some((one) => one !== said?.person));
  return (
    <div className="app-told">
      <DoneBanner query={query} />
      <BackLink href={paths.home(organisation)}>Today</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>What you told us</h1>
      {rows.length === 0 ? (
        <p>Nothing you told us takes an evidence item off your list.</p>
      ) : (
        <>
          {contradicted.length > 0 && (
            <InsetText className="app-doubt">
              <p>
                Your record says otherwise than {counted(contradicted.length, 'thing')} that you told us. Look it over:
                change what you told us, or put right what speaks against it.
              </p>
            </InsetText>
          )}
          {holding.length > 0 && (
            <>
              <p className="app-lead">
                {counted(items, 'item')} {items === 1 ? 'does' : 'do'} not apply because of what somebody here told us.
              </p>
              <p>
                No document shows it: it is your word. So it counts as <Term of="claimed">claimed</Term> at once, and as{' '}
                <Term of="defensible">defensible</Term> once a second person has looked it over and confirmed it.{' '}
                {open > 0 && `${open === 1 ? '1 thing waits' : `${open} things wait`} for that.`}
              </p>
              {!others && (
                <p>
                  <NobodyElse seat={model.seat} deed="confirm it" who="a colleague" />
                </p>
              )}
            </>
          )}
          <ColumnsTable
            caption="What you told us"
            columns={toldColumns(model)}
            rows={rows}
            keyOf={({ fact }) => fact}
            files={toldFile(organisation)}
          />
        </>
      )}
      {missing.length > 0 && <CertificatesMissing organisation={organisation} missing={missing} />}
      {may(role, 'manage-organisation') && (
        <p>
          <a href={firstHourPath(organisation, 'facts')}>Change what you told us</a>
        </p>
      )}
    </div>
  );
}
