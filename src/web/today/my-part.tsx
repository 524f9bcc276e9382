import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { type Day, dayInBritain, dayInWords, daysBetween } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { comment } from '../../record/kinds/comment.ts';
import { document } from '../../record/kinds/document.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import { isOverdue, myActions, personByEmail } from '../../record/open-actions.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { shortened } from '../../report/shortened.ts';
import { withoutStop } from '../../report/without-stop.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isHeld } from '../../workspace/documents/kept-document.ts';
import { may } from '../../workspace/may.ts';
import type { LeftMember } from '../accounts/left-members.ts';
import { ItemName } from '../items/item-name.tsx';
import { paths } from '../paths.ts';
import { planPaths } from '../plan/plan-paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import { toldPath } from '../told/told-paths.ts';

const SHOWN = 5;
/** Days for which a mention stands on the page of today. */
const MENTIONED_DAYS = 14;

/** Statements to confirm that stand here before they are only counted. */
const CONFIRMED = 2;

/** Characters of a reason that stand here; the page of the item has all of it. */
const REASON = 200;

/** Answers that somebody has to do something about. */
export type AnswersFor = {
  /** Items whose answer waits for an approval that they may give. */
  readonly waiting: readonly string[];
  /** What they answered themselves and got back. */
  readonly sentBack: readonly { readonly item: string; readonly by?: string; readonly because: string }[];
  /** What others told of the organisation and nobody else has confirmed, one statement each. */
  readonly toConfirm: readonly string[];
};

/** What waits for whoever looks: their actions, the items they look after, and what only they may decide. */
export function MyPart({
  seat,
  email,
  answers: { waiting, sentBack, toConfirm },
  toLookThrough,
  left,
  check,
  holdings,
}: {
  readonly seat: Seat;
  /** Of their account; people of the record are known by it. */
  readonly email: string;
  readonly answers: AnswersFor;
  /** Documents with suggestions that nobody has decided about. */
  readonly toLookThrough: number;
  /** Members who have left, for whoever may remove them. */
  readonly left: readonly LeftMember[];
  readonly check: GapCheck;
  readonly holdings: Holdings;
}) {
  const { organisation, role } = seat;
  const { catalogue } = check;
  const { on } = check.assessment;
  const me = personByEmail(holdings, email);
  const actions = myActions(holdings, { email });
  const mine = new Set(
    listOf(holdings, responsibility)
      .filter(({ data }) => data.owner === me?.id)
      .map(({ data }) => data.item),
  );
  const open = check.assessment.items.filter(({ item, standing }) => mine.has(item.ref) && !DEFENSIBLE.has(standing));
  const held = may(role, 'release-held-documents') ? listOf(holdings, document).filter(isHeld).length : 0;
  const looks = may(role, 'write-answers') ? toLookThrough : 0;
  const mentions = me === undefined ? [] : mentionsOf(holdings, me.id, on);
  const nothing =
    mentions.length +
      actions.length +
      open.length +
      waiting.length +
      sentBack.length +
      toConfirm.length +
      held +
      looks +
      left.length ===
    0;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">For you to do</h2>
      {me === undefined && worksHere(role) && (
        <p className="app-not-printed">
          Nobody in your list of people has your email address, so nothing can be given to you yet.{' '}
          <a href={recordPaths.add(organisation, 'people')}>Add yourself</a>
        </p>
      )}
      {nothing ? (
        <p>Nothing waits for you.</p>
      ) : (
        <ul>
          {left.map(({ member: { account, name }, leftOn }) => (
            <li key={account}>
              {neutralised(name)} left on {dayInWords(leftOn)} and can still sign in here.{' '}
              <a href={`${paths.member(organisation, account)}#remove`}>
                Remove them<span className="nhsuk-u-visually-hidden">: {neutralised(name)}</span>
              </a>
            </li>
          ))}
          {held > 0 && (
            <li>
              <a href={paths.documents(organisation)}>{counted(held, 'document')} held back until somebody decides</a>
            </li>
          )}
          {looks > 0 && (
            <li>
              <a href={recordPaths.review(organisation)}>{counted(looks, 'document')} to look through</a>
            </li>
          )}
          {mentions.map(({ id, data }) => (
            <li key={id}>
              {neutralised(data.by)} mentioned you on{' '}
              <ItemName {...{ organisation, catalogue }} item={data.item} at={`#comment-${id}`} />
            </li>
          ))}
          {sentBack.map(({ item, by, because }) => (
            <li key={item}>
              <ItemName {...{ organisation, catalogue }} item={item} at="#answer" />{' '}
              {by === undefined ? 'your answer was sent back' : `${neutralised(by)} sent your answer back`}. “
              {neutralised(shortened(because, REASON))}”
            </li>
          ))}
          {waiting.map((ref) => (
            <li key={ref}>
              “It does not apply to us” waits for an approval:{' '}
              <ItemName {...{ organisation, catalogue }} item={ref} at="#answer" />
            </li>
          ))}
          {toConfirm.length > 0 && (
            <li>
              <a href={toldPath(organisation)}>
                {counted(toConfirm.length, 'statement')} about your organisation to confirm
              </a>
              :{' '}
              {listed(
                toConfirm.map((words) => `“${words}”`),
                CONFIRMED,
              )}
            </li>
          )}
          {actions.slice(0, SHOWN).map((action) => (
            <li key={action.id}>
              <a href={planPaths.action(organisation, action.id)}>{withoutStop(neutralised(action.data.what))}</a>
              {action.data.due !== undefined && (
                <>
                  {' '}
                  (by {dayInWords(action.data.due)}
                  {isOverdue(action, on) && (
                    <>
                      , <strong>overdue</strong>
                    </>
                  )}
                  )
                </>
              )}
            </li>
          ))}
          {actions.length > SHOWN && (
            <li>
              <a href={`${planPaths.actions(organisation)}`}>And {counted(actions.length - SHOWN, 'more action')}</a>
            </li>
          )}
          {open.length > 0 && (
            <li>
              You look after {counted(open.length, 'item')} that {open.length === 1 ? 'does' : 'do'} not count yet:
              <ul>
                {open.slice(0, SHOWN).map(({ item }) => (
                  <li key={item.ref}>
                    <ItemName {...{ organisation, catalogue }} item={item.ref} />
                  </li>
                ))}
                {open.length > SHOWN && <li>and {open.length - SHOWN} more</li>}
              </ul>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** Whether actions can be given to somebody with this role: an adviser is an outsider. */
function worksHere(role: Seat['role']): boolean {
  return may(role, 'write-registers') && role !== 'adviser';
}

/** Comments of the last days that mention somebody, the newest first. */
function mentionsOf(holdings: Holdings, person: string, on: Day) {
  return listOf(holdings, comment)
    .filter(
      ({ data }) => data.mentions?.includes(person) && daysBetween(dayInBritain(data.saidAt), on) <= MENTIONED_DAYS,
    )
    .toSorted((a, b) => b.data.saidAt.localeCompare(a.data.saidAt))
    .slice(0, SHOWN);
}
