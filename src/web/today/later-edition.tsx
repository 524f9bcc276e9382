import { Button, Details, WarningCallout } from 'nhsuk-react-components';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { versionOf } from '../../report/caveats.ts';

/**
 * Says that a later version of the Toolkit is in force, whose questions are not known here, and what to do: in one line that
 * opens, and in full for whoever has not put it away yet. `known` is where the form goes that does so.
 */
export function LaterEdition({
  catalogue,
  known,
}: {
  readonly catalogue: Pick<Catalogue, 'laterInForce' | 'edition' | 'years'>;
  readonly known?: string | undefined;
}) {
  const { laterInForce } = catalogue;
  if (laterInForce === undefined) return null;
  const later = versionOf(laterInForce);
  const ours = versionOf(catalogue);
  const what = <WhatToDo {...{ later, ours }} years={catalogue.years} sure={laterInForce.confidence === 'high'} />;
  if (known === undefined)
    return (
      <div className="app-later">
        <Details>
          <Details.Summary>
            Version {later} of the Toolkit is in force; these pages ask version {ours}
          </Details.Summary>
          <Details.Text>{what}</Details.Text>
        </Details>
      </div>
    );
  return (
    <WarningCallout className="app-later">
      <WarningCallout.Heading>Version {later} of the Toolkit is in force</WarningCallout.Heading>
      <p>These pages still ask you version {ours}. Some questions may have changed.</p>
      <Details>
        <Details.Summary>What to do</Details.Summary>
        <Details.Text>{what}</Details.Text>
      </Details>
      <form method="post" action={known}>
        <input type="hidden" name="edition" value={laterInForce.edition} />
        <Button secondary>I know</Button>
      </form>
    </WarningCallout>
  );
}

function WhatToDo({
  later,
  ours,
  years,
  sure,
}: {
  readonly later: string;
  readonly ours: string;
  readonly years: string;
  /** Whether it is certain that the later version is in force. */
  readonly sure: boolean;
}) {
  return (
    <>
      <p>
        We do not know the questions of version {later} yet, so these pages ask you those of version {ours} ({years}).
        Some questions may have changed.
        {!sure &&
          ` We are not fully certain that version ${later} is in force: look which version the Toolkit asks you for.`}
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
