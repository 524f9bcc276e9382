import { Button, Checkboxes } from 'nhsuk-react-components';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { KIND_WORDS } from '../documents/document-words.ts';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import type { Form } from '../route.ts';
import type { Choosable } from './choosable.ts';
import { readingPaths } from './reading-paths.ts';

type Props = {
  readonly seat: Seat;
  readonly all: readonly Choosable[];
  /** What was ticked, when it is shown again. */
  readonly form: Form | undefined;
  readonly mistakes: readonly FormMistake[];
};

/** Many documents at once: what staff read now, what is worth proposing, and the others. Nothing is ticked by itself. */
export function ChoosePage({ seat, all, form, mistakes }: Props) {
  const { organisation } = seat;
  const chosen = all.filter((one) => one.chosen);
  const proposed = all.filter((one) => one.proposed);
  const others = all.filter((one) => !one.chosen && !one.proposed);
  const ticked = form && new Set(form.all('read'));
  const boxes = (some: readonly Choosable[], id: string, legend: string, hint?: string) => (
    <div className="app-ticks">
      <Checkboxes
        id={id}
        name="read"
        idPrefix={id}
        legend={legend}
        legendProps={{ size: 'm' }}
        {...(hint !== undefined && { hint })}
      >
        {some.map((one) => (
          <Checkboxes.Item
            key={one.row.document.id}
            value={one.row.document.id}
            defaultChecked={ticked ? ticked.has(one.row.document.id) : one.chosen}
            hint={about(one)}
          >
            {neutralised(one.title)}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
    </div>
  );
  return (
    <>
      <BackLink href={readingPaths.reading(organisation)}>What staff read</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>Choose what staff should read</h1>
      <p>
        A few are best: the rules that everybody has to keep. Staff see them on their own page and say there when they
        have read one. Drafts, copies and older versions are left out.
      </p>
      {all.length === 0 ? (
        <p>
          There is no policy to choose yet. <a href={paths.documents(organisation)}>Add documents</a> first.
        </p>
      ) : (
        <form method="post" action={readingPaths.choose(organisation)} noValidate>
          <FormId />
          {all.map(({ row }) => (
            <input key={row.document.id} type="hidden" name="shown" value={row.document.id} />
          ))}
          {chosen.map(({ row }) => (
            <input key={row.document.id} type="hidden" name="was" value={row.document.id} />
          ))}
          {chosen.length > 0 && boxes(chosen, 'chosen', 'Staff read these now', 'Untick one to stop asking')}
          {proposed.length > 0 &&
            boxes(proposed, 'proposed', 'Staff usually have to keep to these', 'Proposed by their titles. You choose')}
          {others.length > 0 && (
            <details
              className="nhsuk-details"
              open={(chosen.length === 0 && proposed.length === 0) || others.some(isTicked(ticked))}
            >
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {counted(others.length, 'other policy or procedure', 'other policies and procedures')}
                </span>
              </summary>
              <div className="nhsuk-details__text">{boxes(others, 'others', 'Other policies and procedures')}</div>
            </details>
          )}
          <p>Any other document can be chosen on its own page.</p>
          <Button>Save what staff read</Button>
        </form>
      )}
    </>
  );
}

function isTicked(ticked: ReadonlySet<string> | undefined): (one: Choosable) => boolean {
  return ({ row }) => ticked?.has(row.document.id) === true;
}

function about({ row, newer }: Choosable): string {
  const kind = row.read ? `${KIND_WORDS[row.read.profile.kind]}: ` : '';
  const later = newer ? `. A newer version is here: ${newer.document.data.path}` : '';
  return neutralised(`${kind}${row.document.data.path}${later}`);
}
