import { askOf } from '../../catalogue/ask-of.ts';
import type { TakenOff } from '../../readiness/taken-off.ts';
import type { FindingCode } from '../../record/finding.ts';
import { listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import type { HistoryStep, ItemView } from '../../workspace/standing/standing.ts';
import type { ToldFact } from '../../workspace/standing/told-facts.ts';
import { ShowItemForm } from '../documents/show-item-form.tsx';
import { ANSWER_FIELDS, AnswerForm, AnswerNow, saidInWords, sentBackReason } from '../items/answer-part.tsx';
import { CheckedPart } from '../items/checked-part.tsx';
import { Comments } from '../items/comments.tsx';
import { CountsNow } from '../items/counts-now.tsx';
import { EarlierAnswer, earlierAnswer } from '../items/earlier-answer.tsx';
import { ItemDocuments, OtherObservations } from '../items/item-documents.tsx';
import { WhoLooksAfter } from '../items/who-looks-after.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { HeadcountDoubt } from '../people/headcount.tsx';
import { FindingEntry } from '../report/findings-section.tsx';
import { ItemBody } from '../report/items-section.tsx';
import { StandingTag } from '../report/report-parts.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { ToldLine } from '../told/taken-off.tsx';
import type { ActorWords } from './actor-words.ts';
import { AsAt, AtForm } from './at-form.tsx';
import { BackLink } from './back-link.tsx';
import { DoneBanner } from './done-banner.tsx';
import { mistakesOf } from './form-mistakes.ts';
import { HistoryList } from './history-list.tsx';
import { recordLinks } from './record-links.ts';
import { recordPaths } from './record-paths.ts';
import type { WhenAsked } from './when-asked.ts';

export type ItemPageProps = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly view: ItemView;
  readonly asked: WhenAsked;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  readonly steps: readonly HistoryStep[];
  readonly who: ActorWords;
  /** Names of those who may approve an answer. */
  readonly approvers: readonly string[];
  /** Whether whoever looks said what the answer says: then they cannot approve it. */
  readonly isAuthor: boolean;
  /** Whoever looks, as the journal names them. */
  readonly actor: string;
  /** The fact by which the item does not apply, or would not. */
  readonly told?: ToldFact & Pick<TakenOff, 'against'>;
  /** What was typed into one of the other forms of the page and could not be kept. */
  readonly more?: {
    readonly comment?: { readonly typed: string; readonly error: string };
    readonly sendBack?: { readonly typed: string; readonly error: string };
    readonly owner?: { readonly form: Form; readonly problems: readonly FieldProblem[] };
  };
};

/** Findings that say again how the item stands: of those the page shows what to do next. */
const OF_ITSELF: ReadonlySet<FindingCode> = new Set(['unanswered', 'no-proof', 'stale-proof', 'lapses-soon']);

/** One evidence item with everything the record knows of it. */
export function ItemPage(props: ItemPageProps) {
  const { seat, view, asked, problems, query, more } = props;
  const { assessed, findings, standing } = view;
  // They are shown with their places further down.
  const sentBack = sentBackReason(view);
  const against = assessed.reasons.filter((reason) => findings.some(({ message }) => message === reason));
  const { item } = assessed;
  const { holdings, check } = standing;
  const found = findings.filter(({ code }) => !OF_ITSELF.has(code));
  const next = findings.find(({ code }) => OF_ITSELF.has(code))?.next;
  const changes = asked.past === undefined && may(seat.role, 'write-answers');
  const atProblems = asked.problem === undefined ? [] : [{ field: 'at-day', message: asked.problem }];
  const links = recordLinks(seat, standing);
  const earlier = earlierAnswer(holdings, item.ref, check.catalogue.edition);
  return (
    <>
      <DoneBanner query={query}>
        {asked.past === undefined && <CountsNow done={query.text('done')} assessed={assessed} />}
      </DoneBanner>
      <BackLink href={paths.items(seat.organisation)}>Evidence items</BackLink>
      <Mistakes mistakes={[...atProblems, ...mistakesOf(ANSWER_FIELDS, problems), ...otherMistakes(more)]} />
      <h1>
        <span className="nhsuk-caption-l">Evidence item {item.ref}</span>
        {askOf(item)}
      </h1>
      <AsAt past={asked.past} back={paths.item(seat.organisation, item.ref)} />
      <p>
        <StandingTag standing={assessed.standing} />
        {against.length > 0 && (
          <>
            {' '}
            <a href="#found">{counted(against.length, 'finding')}</a> {against.length === 1 ? 'speaks' : 'speak'}{' '}
            against it.
          </>
        )}
      </p>
      {props.told && (
        <ToldLine organisation={seat.organisation} told={props.told} against={props.told.against} who={props.who} />
      )}
      <HeadcountDoubt seat={seat} standing={standing} item={item} />
      <ItemBody
        assessed={{
          ...assessed,
          documents: [],
          reasons: sentBack ?? assessed.reasons.filter((one) => !against.includes(one)),
        }}
        edition={check.catalogue.edition}
        links={links}
        Heading="h2"
      />
      {next !== undefined && (
        <p className="app-next">
          <strong>Next:</strong> {neutralised(next)}
        </p>
      )}
      {changes && <CheckedPart seat={seat} view={view} />}
      <WhoLooksAfter
        {...{ seat, holdings, changes }}
        item={item.ref}
        current={listOf(holdings, responsibility).find(({ data }) => data.item === item.ref)}
        form={more?.owner?.form}
        problems={more?.owner?.problems ?? []}
      />
      {found.length > 0 && (
        <>
          <h2 id="found">What was found</h2>
          <ul className="app-findings">
            {found.map((finding, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; subjects may repeat.
              <FindingEntry key={position} finding={finding} links={links} />
            ))}
          </ul>
        </>
      )}
      <h2 id="answer">Your answer</h2>
      <AnswerNow {...props} />
      {earlier && (
        <EarlierAnswer
          {...{ seat, earlier }}
          said={saidInWords(earlier.data.said)}
          mayCarry={changes && view.answer === undefined}
        />
      )}
      {changes && (
        <AnswerForm
          action={recordPaths.answer(seat.organisation, item.ref)}
          form={props.form}
          problems={problems}
          seen={view.answer?.revision}
          button="Save your answer"
        />
      )}
      <h2 id="documents">Documents that speak to it</h2>
      <ItemDocuments seat={seat} view={view} changes={changes} />
      {changes && <ShowItemForm seat={seat} itemRef={item.ref} />}
      <OtherObservations view={view} />
      {asked.past === undefined && (
        <Comments
          {...{ seat, holdings }}
          item={item.ref}
          author={props.actor}
          typed={more?.comment?.typed ?? ''}
          error={more?.comment?.error}
        />
      )}
      <HistoryList kind={answer} steps={props.steps} holdings={holdings} who={props.who} />
      <div className="app-not-printed">
        <h2>As it was on a past day</h2>
        <AtForm action={paths.item(seat.organisation, item.ref)} asked={asked} />
      </div>
    </>
  );
}

function otherMistakes(more: ItemPageProps['more']): readonly FormMistake[] {
  return [
    ...(more?.sendBack && more.sendBack.error !== '' ? [{ field: 'reason', message: more.sendBack.error }] : []),
    ...(more?.comment ? [{ field: 'comment', message: more.comment.error }] : []),
    ...(more?.owner?.problems ?? []),
  ];
}
