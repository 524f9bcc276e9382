import { Button, Textarea } from 'nhsuk-react-components';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { comment } from '../../record/kinds/comment.ts';
import { person } from '../../record/kinds/person.ts';
import { mentionsIn } from '../../record/mentions.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { FormId } from '../parts/form-id.tsx';
import { When } from '../parts/form-parts.tsx';
import { itemPaths } from './item-paths.ts';

/** What people said to each other about an item, and a field to say more. */
export function Comments({
  seat,
  item,
  holdings,
  typed,
  author,
  error,
}: {
  readonly seat: Seat;
  readonly item: string;
  readonly holdings: Holdings;
  /** What was typed and could not be kept. */
  readonly typed: string;
  /** Whoever looks, as the journal names them. */
  readonly author: string;
  readonly error: string | undefined;
}) {
  const said = listOf(holdings, comment)
    .filter(({ data }) => data.item === item)
    .toSorted((a, b) => a.data.saidAt.localeCompare(b.data.saidAt));
  const people = listOf(holdings, person);
  const writes = may(seat.role, 'write-answers');
  if (said.length === 0 && !writes) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      {said.length > 0 && (
        <ol className="app-history">
          {said.map(({ id, revision, data }) => (
            <li key={id} id={`comment-${id}`}>
              <p>
                <strong>{neutralised(data.by)}</strong>{' '}
                <span className="app-aside">
                  <When at={data.saidAt} />
                </span>
              </p>
              <p className="app-lines">
                {mentionsIn(data.words.split('\n').map(neutralised).join('\n'), people).map((part, at) =>
                  part.person === undefined ? (
                    part.text
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that does not change.
                    <strong key={at}>{part.text}</strong>
                  ),
                )}
              </p>
              {writes && data.author === author && (
                <form method="post" action={itemPaths.removeComment(seat.organisation, item)}>
                  <FormId />
                  <input type="hidden" name="comment" value={id} />
                  <input type="hidden" name="seen" value={revision} />
                  <Button secondary small>
                    Take back<span className="nhsuk-u-visually-hidden"> the comment by {neutralised(data.by)}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
      {writes && (
        <form method="post" action={itemPaths.comment(seat.organisation, item)} noValidate>
          <FormId />
          <Textarea
            id="comment"
            name="comment"
            label="Add a comment"
            hint="Write @ and a name to have somebody see it on their page of today. The journal keeps comments."
            rows={3}
            defaultValue={typed}
            {...(error !== undefined && { error })}
          />
          <Button secondary>Add the comment</Button>
        </form>
      )}
    </section>
  );
}
