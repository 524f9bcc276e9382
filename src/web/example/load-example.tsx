import { Button } from 'nhsuk-react-components';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { ownsOrganisation } from '../../workspace/accounts/setting-up.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { examplePaths } from './example-paths.ts';

/** Offers the example to those who may have it, or the way to the one they have. */
export function LoadExample({ seats }: { readonly seats: readonly Seat[] }) {
  if (!ownsOrganisation(seats)) return null;
  const there = seats.find(({ organisation }) => isExample(organisation));
  if (there)
    return (
      <p>
        To see how it looks once it is filled in,{' '}
        <a href={examplePaths.about(there.organisation)}>open the example organisation</a>.
      </p>
    );
  return (
    <form method="post" action={examplePaths.load}>
      <p>
        To see how it looks once it is filled in, load an example organisation. It stands beside yours, nothing in it is
        real, and you can remove it again.
      </p>
      <Button secondary>Load the example</Button>
    </form>
  );
}

/** How far the loading has come, for whoever has waited for a while. The page looks again by itself. */
export function LoadingPage({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <>
      <h1>Loading the example</h1>
      <p role="status">
        {done} of {total} documents have been read. This takes a few seconds.
      </p>
      <p>
        <a href={examplePaths.load}>Look again</a>
      </p>
    </>
  );
}
