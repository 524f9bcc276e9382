import { Button, Select, Tag } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { DataOf } from '../../record/kinds/kind.ts';
import { isPersonsCheck, observation } from '../../record/kinds/observation.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { isHeld } from '../../workspace/documents/kept-document.ts';
import type { ItemView, SpeakingDocument } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { paths } from '../paths.ts';
import { sentence, titleOf } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';

/** Documents that speak to an item, to be accepted or refused, and the way to choose another. */
export function ItemDocuments({
  seat,
  view,
  changes,
}: {
  readonly seat: Seat;
  readonly view: ItemView;
  readonly changes: boolean;
}) {
  const { documents, standing, assessed } = view;
  const known = new Set(documents.map(({ id }) => id));
  const others = listOf(standing.holdings, document)
    .filter((one) => !known.has(one.id) && !isHeld(one) && one.data.withdrawnOn === undefined)
    .sort((a, b) => a.data.path.localeCompare(b.data.path, 'en-GB'));
  const action = recordPaths.observations(seat.organisation, assessed.item.ref);
  return (
    <>
      {documents.length === 0 ? (
        <p>No document speaks to it.</p>
      ) : (
        <p>These are suggestions from the words in them. You decide which of them show it.</p>
      )}
      {documents.length > 0 && (
        <ul className="app-speaking">
          {documents.map((one) => (
            <li key={one.id}>
              <p>
                <a href={paths.document(seat.organisation, one.id)}>
                  <bdi className="app-path">{neutralised(one.path)}</bdi>
                </a>{' '}
                <Verdict document={one} />
              </p>
              {one.reasons.length > 0 && (
                <p className="app-aside">{neutralised(one.reasons.map(sentence).join(' '))}</p>
              )}
              {changes && (
                <form method="post" action={action} className="app-buttons">
                  <FormId />
                  <input type="hidden" name="document" value={one.id} />
                  <input type="hidden" name="seen" value={one.decided ?? ''} />
                  {one.verdict !== 'shows' && (
                    <Button secondary small name="verdict" value="shows">
                      It shows this<span className="nhsuk-u-visually-hidden">: {neutralised(one.path)}</span>
                    </Button>
                  )}
                  {one.verdict !== 'does-not-show' && (
                    <Button secondary small name="verdict" value="does-not-show">
                      It does not show this<span className="nhsuk-u-visually-hidden">: {neutralised(one.path)}</span>
                    </Button>
                  )}
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {changes && others.length > 0 && (
        <form method="post" action={action}>
          <FormId />
          <input type="hidden" name="verdict" value="shows" />
          <input type="hidden" name="seen" value="" />
          <Select id="document" name="document" label="Another document shows this">
            <Select.Option value="">Select</Select.Option>
            {others.map(({ id, data }) => (
              <Select.Option key={id} value={id}>
                {neutralised(data.path)}
              </Select.Option>
            ))}
          </Select>
          <Button secondary>Add the document</Button>
        </form>
      )}
    </>
  );
}

function Verdict({ document: { verdict, score } }: { readonly document: SpeakingDocument }) {
  if (verdict === 'shows') return <Tag modifier="green">Accepted</Tag>;
  if (verdict === 'does-not-show') return <Tag modifier="grey">Rejected</Tag>;
  return <span className="app-aside">{Math.round(score * 100)}% sure</span>;
}

/** What shows an item besides documents and what somebody says to have checked. */
export function OtherObservations({ view }: { readonly view: ItemView }) {
  const others = view.observations.filter(({ data }) => data.kind !== 'document' && !isPersonsCheck(data));
  if (others.length === 0) return null;
  return (
    <>
      <h2>What else was observed</h2>
      <ul>
        {others.map(({ id, data }) => (
          <li key={id}>
            {titleOf(observation, data)}
            {observationWords(data)}
          </li>
        ))}
      </ul>
    </>
  );
}

function observationWords({ effectiveOn, words, verdict }: DataOf<typeof observation>): string {
  const parts = [
    verdict === 'does-not-show' ? 'does not show it' : '',
    effectiveOn === undefined ? '' : dayInWords(effectiveOn),
    words === undefined ? '' : neutralised(words),
  ];
  const told = parts.filter((part) => part !== '').join('. ');
  return told === '' ? '' : `: ${told}`;
}
