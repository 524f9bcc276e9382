import { Container } from 'nhsuk-react-components';
import { examplePaths } from './example-paths.ts';

/** Stands on every page of an example organisation, before everything else. */
export function ExampleBanner({ organisation }: { readonly organisation: string }) {
  return (
    <aside className="app-example" aria-label="Example">
      <Container>
        <p>
          <strong>This is an example organisation. Nothing in it is real.</strong>{' '}
          <a href={examplePaths.about(organisation)}>What to look at, and how to remove it</a>
        </p>
      </Container>
    </aside>
  );
}
