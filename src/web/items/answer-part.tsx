import { Button, InsetText } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { answer } from '../../record/kinds/answer.ts';
import { type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import { NobodyElse } from '../accounts/nobody-else.tsx';
import { FormId } from '../parts/form-id.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import type { ItemPageProps } from '../record/item-page.tsx';
import type { Form } from '../route.ts';
import { ApprovalForms } from './approval-forms.tsx';

/** What a person fills in of an answer; the rest follows from who and when. */
export const ANSWER_FIELDS = fieldsOf(answer).filter(({ name }) => name === 'said' || name === 'words');

/** “Yes, we do this” for `yes`. */
export function saidInWords(said: string): string {
  return ANSWER_FIELDS[0]?.options?.find(({ value }) => value === said)?.label ?? said;
}

/** Why “It does not apply to us” does not count, once it was sent back: by whom and for which reason. */
export function sentBackReason({ answer: kept }: ItemPageProps['view']): readonly string[] | undefined {
  const data = kept && answer.schema.parse(kept.data);
  if (data?.said !== 'not-applicable' || data.sentBackBecause === undefined) return undefined;
  const by = data.sentBackBy === undefined ? '' : ` by ${data.sentBackBy}`;
  return [`Sent back${by}: ${data.sentBackBecause}`];
}

/** What the organisation says to an item, and the approval it may wait for. */
export function AnswerNow({
  seat,
  view,
  asked,
  approvers,
  isAuthor,
  more,
}: Pick<ItemPageProps, 'seat' | 'view' | 'asked' | 'approvers' | 'isAuthor' | 'more'>) {
  if (!view.answer) return <p>Nobody has answered this item yet.</p>;
  const data = answer.schema.parse(view.answer.data);
  const said = saidInWords(data.said);
  const sentBack = data.sentBackBecause !== undefined;
  const waits = data.said === 'not-applicable' && data.approvedBy === undefined && !sentBack;
  const mayApprove = asked.past === undefined && may(seat.role, 'approve-answers');
  return (
    <>
      <p>
        <strong>{said}</strong>
        <span className="app-aside">
          {' '}
          {data.by === undefined ? '' : `${neutralised(data.by)}, `}
          {dayInWords(data.answeredOn)}
          {data.approvedBy !== undefined &&
            `, approved by ${neutralised(data.approvedBy)}${data.approvedOn === undefined ? '' : ` on ${dayInWords(data.approvedOn)}`}`}
          {data.carriedFrom !== undefined && `, carried over from ${neutralised(data.carriedFrom)}`}
        </span>
      </p>
      {data.words !== undefined && (
        <blockquote className="app-words app-lines">{data.words.split('\n').map(neutralised).join('\n')}</blockquote>
      )}
      {waits && (
        <InsetText>
          <p>
            “It does not apply to us” counts once somebody other than whoever said it has approved it.{' '}
            {approvers.length === 0 ? (
              <NobodyElse seat={seat} deed="approve it" who="an approver" />
            ) : (
              `That can be ${mayApprove && !isAuthor ? 'you' : approvers.slice(0, 5).map(neutralised).join(' or ')}.`
            )}
          </p>
        </InsetText>
      )}
      {data.sentBackBecause !== undefined && (
        <InsetText>
          <p>
            {data.sentBackBy === undefined ? 'Sent back' : `${neutralised(data.sentBackBy)} sent this back`}
            {data.sentBackOn !== undefined && ` on ${dayInWords(data.sentBackOn)}`}. It does not count.{' '}
            {asked.past === undefined &&
              may(seat.role, 'write-answers') &&
              'Look at the reason, then answer again below.'}
          </p>
          <blockquote className="app-words app-lines">
            {data.sentBackBecause.split('\n').map(neutralised).join('\n')}
          </blockquote>
        </InsetText>
      )}
      {waits && mayApprove && !isAuthor && (
        <ApprovalForms seat={seat} view={view} revision={view.answer.revision} sendBack={more?.sendBack} />
      )}
    </>
  );
}

export function AnswerForm({
  action,
  form,
  problems,
  seen,
  button,
}: {
  readonly action: string;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  /** Absent when there is no answer yet. */
  readonly seen: number | undefined;
  readonly button: string;
}) {
  return (
    <form method="post" action={action} noValidate>
      <FormId />
      <input type="hidden" name="seen" value={seen ?? ''} />
      <EntityFields fields={ANSWER_FIELDS} form={form} problems={problems} targets={() => []} />
      <Button>{button}</Button>
    </form>
  );
}
