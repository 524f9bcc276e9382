import { ErrorSummary } from 'nhsuk-react-components';
import { neutralised } from '../../report/neutralised.ts';

/** A message in the pattern of NHS.UK, with the id of the field it leads to; none when it concerns the whole form. */
export type FormMistake = { readonly field?: string | undefined; readonly message: string };

/** What is wrong, before everything else on the page. */
export function Mistakes({ mistakes }: { readonly mistakes: readonly FormMistake[] }) {
  if (mistakes.length === 0) return null;
  return (
    // What is wrong is where somebody without eyes or a mouse goes on, with or without a script.
    <ErrorSummary id="error-summary" tabIndex={-1} autoFocus>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {mistakes.map(({ field, message }) =>
          field === undefined ? (
            <li key={message}>{neutralised(message)}</li>
          ) : (
            <ErrorSummary.ListItem key={`${field} ${message}`} href={`#${field}`}>
              {neutralised(message)}
            </ErrorSummary.ListItem>
          ),
        )}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}

/** The property for a field that has a mistake. */
export function errorFor(mistakes: readonly FormMistake[], field: string): { readonly error?: string } {
  const found = mistakes.find((mistake) => mistake.field === field);
  return found ? { error: neutralised(found.message) } : {};
}

const INSTANT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** An instant as people in Britain write it: "20 November 2026 at 09:30". */
export function When({ at }: { readonly at: string }) {
  return <time dateTime={at}>{INSTANT.format(new Date(at))}</time>;
}
