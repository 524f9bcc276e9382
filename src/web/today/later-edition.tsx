import { Button, Details, WarningCallout } from 'nhsuk-react-components';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { laterEdition } from '../../report/caveats.ts';
import { FormId } from '../parts/form-id.tsx';

/**
 * Says that a later version of the Toolkit is in force, whose questions are not known here, and what to do: in one line that
 * opens, and in full for whoever has not said yet that they know. `known` is where the form goes that says so.
 */
export function LaterEdition({
  catalogue,
  known,
}: {
  readonly catalogue: Pick<Catalogue, 'caveats' | 'edition' | 'years'>;
  readonly known?: string | undefined;
}) {
  const later = laterEdition(catalogue);
  if (later === undefined) return null;
  const ours = catalogue.edition.replace(/^v/, '');
  if (known === undefined)
    return (
      <div className="app-later">
        <Details>
          <Details.Summary>
            Version {later} of the Toolkit is in force; these pages ask version {ours}
          </Details.Summary>
          <Details.Text>
            <WhatToDo {...{ later, ours, catalogue }} />
          </Details.Text>
        </Details>
      </div>
    );
  return (
    <WarningCallout className="app-later">
      <WarningCallout.Heading>Version {later} of the Toolkit is in force</WarningCallout.Heading>
      <p>These pages still ask you version {ours}. Some questions may have changed.</p>
      <Details>
        <Details.Summary>What to do</Details.Summary>
        <Details.Text>
          <WhatToDo {...{ later, ours, catalogue }} />
        </Details.Text>
      </Details>
      <form method="post" action={known}>
        <FormId />
        <input type="hidden" name="version" value={later} />
        <Button secondary>We know</Button>
      </form>
    </WarningCallout>
  );
}

function WhatToDo({
  later,
  ours,
  catalogue,
}: {
  readonly later: string;
  readonly ours: string;
  readonly catalogue: Pick<Catalogue, 'years'>;
}) {
  return (
    <>
      <p>
        We do not know the questions of version {later} yet, so these pages ask you those of version {ours} (
        {catalogue.years}). Some questions may have changed.
      </p>
      <ul>
        <li>
          If you have the official workbook of version {later}, ask whoever runs this installation to bring it in with{' '}
          <code>perennial catalogue import workbook.xlsx</code>. Then choose v{later} in Settings.
        </li>
        <li>
          If you do not have it, go on with version {ours} in the meantime. Compare each answer with the question in the
          Toolkit before you publish.
        </li>
      </ul>
    </>
  );
}
