import type { GapCheck } from '../../readiness/gap-check.ts';
import { ReportBody } from '../report/report-body.tsx';

/** The report inside the web page, with how to keep it. */
export function ReportPage({ check }: { readonly check: GapCheck }) {
  return (
    <>
      <KeepReport />
      <ReportBody check={check} />
    </>
  );
}

/** Shown without a script; the script of the upload page puts a download link in its place. */
function KeepReport() {
  return (
    <p className="app-keep" id="keep">
      Nothing of this is kept here. To keep the report, save this page, or <a href="/check">go back</a> and choose
      “Check and download the report”.
    </p>
  );
}
