import type { ReactNode } from 'react';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { UploadedPage } from '../record/document-pages.tsx';
import { landingPath } from './navigation.tsx';

/** What became of the files of a gap check that an organisation was to keep. */
export function KeptPage({
  seat,
  kept,
  children,
}: {
  readonly seat: Seat;
  readonly kept: readonly Kept[];
  /** What can be decided about those that were kept. */
  readonly children: ReactNode;
}) {
  return (
    <>
      <UploadedPage seat={seat} kept={kept} brokenOff={false}>
        {children}
      </UploadedPage>
      <p>
        <a className="nhsuk-button" href={landingPath(seat)}>
          See where {seat.organisationName} stands
        </a>
      </p>
    </>
  );
}

/** The title and the status of that page. */
export function keptOutcome(kept: readonly Kept[]): { readonly title: string; readonly status: number } {
  const done = kept.filter(({ ok }) => ok).length;
  return done === 0
    ? { title: 'Error: No document kept', status: 422 }
    : { title: `${counted(done, 'document')} kept`, status: 200 };
}
