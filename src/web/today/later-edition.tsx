import { WarningCallout } from 'nhsuk-react-components';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { laterEdition } from '../../report/caveats.ts';

/** Warns that a later version of the Toolkit is in force, whose questions are not known here, and says what to do. */
export function LaterEdition({ catalogue }: { readonly catalogue: Catalogue }) {
  const later = laterEdition(catalogue);
  if (later === undefined) return null;
  return (
    <WarningCallout>
      <WarningCallout.Heading>Version {later} of the Toolkit is in force</WarningCallout.Heading>
      <p>
        We do not know the questions of version {later} yet, so these pages ask you those of version{' '}
        {catalogue.edition.replace(/^v/, '')} ({catalogue.years}). Some questions may have changed.
      </p>
      <ul>
        <li>
          If you have the official workbook of version {later}, ask whoever runs this installation to bring it in with{' '}
          <code>perennial catalogue import FILE.xlsx</code>. Then choose v{later} as the edition in Settings.
        </li>
        <li>
          If you do not have it, go on with version {catalogue.edition.replace(/^v/, '')} in the meantime: your
          documents and registers count for the later version too. Check your answers against the Toolkit before you
          publish.
        </li>
      </ul>
    </WarningCallout>
  );
}
