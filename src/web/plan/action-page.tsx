import { Button, Checkboxes, FileUpload, InsetText, Select } from 'nhsuk-react-components';
import { askOf } from '../../catalogue/ask-of.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { action as actionKind } from '../../record/kinds/action.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import type { KeptAction } from '../../record/open-actions.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DayFields } from '../record/day-fields.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { formOfData } from '../record/entity-form-values.ts';
import { StandingTag } from '../report/report-parts.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { Documents, Due, Whose } from './action-parts.tsx';
import { DONE_FILE, documentsThatCount, latestShown, NO_DOCUMENT, ownerHasLeft, shownBy } from './done-command.ts';
import { planPaths } from './plan-paths.ts';

export type ActionPageModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly action: KeptAction;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
  /** Path of the file that came with the form and was kept, though the form has a mistake. */
  readonly kept?: string | undefined;
};

/** One action: how it stands with its items, and the way to mark it done or to open it again. */
export function ActionPage(model: ActionPageModel) {
  const { seat, query, action, holdings, on, mistakes } = model;
  const { organisation } = seat;
  const { what, doneOn, notes } = action.data;
  const writes = may(seat.role, 'write-registers');
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={planPaths.actions(organisation)}>Actions</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>
        <span className="nhsuk-caption-l">Action</span>
        {neutralised(what)}
      </h1>
      <p>
        <Whose {...{ action, holdings }} />.{' '}
        {doneOn === undefined ? (
          <>
            Due: <Due action={action} on={on} />.
          </>
        ) : (
          `Done on ${dayInWords(doneOn)}.`
        )}{' '}
        <a href={paths.entity(organisation, 'actions', action.id)}>
          {writes ? 'Change it, or see what happened to it' : 'See what happened to it'}
        </a>
      </p>
      {notes !== undefined && (
        <blockquote className="app-words app-lines">{notes.split('\n').map(neutralised).join('\n')}</blockquote>
      )}
      <ItemsNow {...model} />
      {writes && (doneOn === undefined ? <DoneForm {...model} /> : <UndoForm {...model} />)}
    </>
  );
}

/** How each item of the action stands today, whatever was said of the action. */
function ItemsNow({ seat, action, check, holdings }: ActionPageModel) {
  const { items = [], doneOn } = action.data;
  if (items.length === 0) return null;
  const assessed = new Map(check.assessment.items.map((one) => [one.item.ref, one]));
  const notShown = items.filter((ref) => !DEFENSIBLE.has(assessed.get(ref)?.standing ?? 'unanswered'));
  return (
    <>
      {doneOn !== undefined && notShown.length > 0 && (
        <InsetText className="app-doubt">
          <p>
            The action is done, and the record still does not show {listed(notShown)}. It counts once something in the
            record shows it.
          </p>
        </InsetText>
      )}
      <h2>What it is for</h2>
      <ul className="app-speaking">
        {items.map((ref) => {
          const one = assessed.get(ref);
          const documents = shownBy(holdings, ref);
          return (
            <li key={ref}>
              <p>
                {one ? <a href={paths.item(seat.organisation, ref)}>Item {ref}</a> : `Item ${ref}`}{' '}
                {one ? <StandingTag standing={one.standing} /> : 'is not part of the Toolkit you answer'}
              </p>
              {one && <p>{neutralised(askOf(one.item))}</p>}
              {one && (
                <p className="app-aside">{neutralised(one.reasons[0] ?? STANDING_WORDS[one.standing].meaning)}</p>
              )}
              {documents.length > 0 && (
                <p>
                  Accepted for it: <Documents organisation={seat.organisation} documents={documents} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const DONE_ON = fieldsOf(actionKind).filter(({ name }) => name === 'doneOn');

function DoneForm({ seat, action, holdings, on, form, mistakes, kept }: ActionPageModel) {
  const { items = [] } = action.data;
  const sent = form.all('sent').length > 0;
  const latest = latestShown(holdings, items) ?? '';
  const shows = items.filter((ref) => latest === '' || shownBy(holdings, ref).some(({ id }) => id === latest));
  const chosen = sent ? form.all('shows') : shows;
  return (
    <>
      <h2 className="app-not-printed">Mark it as done</h2>
      <form
        method="post"
        action={planPaths.done(seat.organisation, action.id)}
        encType="multipart/form-data"
        noValidate
      >
        <FormId />
        <input type="hidden" name="sent" value="yes" />
        <input type="hidden" name="seen" value={action.revision} />
        <DayFields
          name="doneOn"
          form={sent ? form : formOfData(DONE_ON, { doneOn: on })}
          legend="The day it was done"
          {...errorFor(mistakes, 'doneOn-day')}
        />
        {items.length > 0 && (
          <>
            <Checkboxes
              id="shows"
              name="shows"
              idPrefix="shows"
              legend="Items that a document shows"
              legendProps={{ size: 's' }}
              hint="Leave these as they are when there is no document"
              {...errorFor(mistakes, 'shows-1')}
            >
              {items.map((ref) => (
                <Checkboxes.Item key={ref} value={ref} defaultChecked={chosen.includes(ref)}>
                  {ref}
                </Checkboxes.Item>
              ))}
            </Checkboxes>
            {kept !== undefined && (
              <InsetText>
                <p>
                  “<bdi>{neutralised(kept)}</bdi>” is kept and selected below. You need not choose it again.
                </p>
              </InsetText>
            )}
            <Select
              id="document"
              name="document"
              label="Document that shows it"
              hint="One that is in the record already. To upload one, leave this and choose a file below."
              defaultValue={sent ? form.text('document') : latest}
              {...errorFor(mistakes, 'document')}
            >
              <Select.Option value="">Select</Select.Option>
              <Select.Option value={NO_DOCUMENT}>No document</Select.Option>
              {documentsThatCount(holdings).map(({ id, data }) => (
                <Select.Option key={id} value={id}>
                  {neutralised(data.path)}
                </Select.Option>
              ))}
            </Select>
            <FileUpload
              id={DONE_FILE}
              name="document"
              label="Or upload the document"
              hint="A file that you choose here is used, whatever is selected above. It is kept with your other documents."
              {...errorFor(mistakes, DONE_FILE)}
            />
          </>
        )}
        <Button>Mark as done</Button>
      </form>
    </>
  );
}

function UndoForm({ seat, action, holdings }: ActionPageModel) {
  const left = ownerHasLeft(holdings, action);
  return (
    <>
      <h2>Not done after all?</h2>
      <form method="post" action={planPaths.undo(seat.organisation, action.id)}>
        <FormId />
        <input type="hidden" name="seen" value={action.revision} />
        <p>
          {left !== undefined && `${neutralised(left)} has left or is leaving, so it will be nobody’s. `}
          Documents that were accepted stay accepted. That can be changed on the page of the item.
        </p>
        <Button secondary>Open it again</Button>
      </form>
    </>
  );
}
