import type { GapCheck } from '../../readiness/gap-check.ts';
import { shortCaveat } from '../../report/caveats.ts';
import { neutralised } from '../../report/neutralised.ts';
import { fittedPath } from './display-text.ts';
import { painter } from './paint.ts';
import { heading, paragraph, type Sheet, sheetWidth } from './sheet.ts';
import { headlineSection, lapsesSection, pictureSection, toCheckSection } from './standing-sections.ts';
import { findingsSection, firstStepsSection, peopleSection, readInWords, unreadableSection } from './work-sections.ts';

export type TerminalReportOptions = {
  /** What was checked, as the person named it. */
  readonly folder: string;
  /** Columns of the terminal; undefined for a pipe. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** Where the HTML report was written, when it was. */
  readonly htmlFile?: string;
};

/** The report of `perennial check` as text for a terminal, ending in a newline. */
export function terminalReport(check: GapCheck, options: TerminalReportOptions): string {
  const sheet: Sheet = { width: sheetWidth(options.columns), paint: painter(options.colour) };
  const lines = [
    ...titleLines(sheet, check, options.folder),
    '',
    ...headlineSection(sheet, check),
    ...pictureSection(sheet, check),
    ...firstStepsSection(sheet, check),
    ...findingsSection(sheet, check),
    ...peopleSection(sheet, check),
    ...toCheckSection(sheet, check),
    ...lapsesSection(sheet, check),
    ...unreadableSection(sheet, check),
    ...closingSection(sheet, check, options),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** What `--quiet` leaves of it: the outcome in three lines. */
export function shortReport(check: GapCheck, options: TerminalReportOptions): string {
  const sheet: Sheet = { width: sheetWidth(options.columns), paint: painter(options.colour) };
  return `${headlineSection(sheet, check)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

function titleLines(sheet: Sheet, check: GapCheck, folder: string): string[] {
  const { edition, years, category } = check.catalogue;
  const name = check.record.organisation.name;
  const who = name === undefined ? '' : `${neutralised(name)}, `;
  return [
    ...paragraph(sheet, `Perennial gap check of ${who}${fittedPath(neutralised(folder), sheet.width - 30)}`, {
      style: 'strong',
    }),
    ...paragraph(sheet, `NHS DSPT ${edition} (${years}), category ${category}; ${readInWords(check)}`, {
      style: 'faint',
    }),
  ];
}

function closingSection(sheet: Sheet, check: GapCheck, options: TerminalReportOptions): string[] {
  const where =
    options.htmlFile === undefined
      ? 'Every item, document and finding: add --html report.html (for people) or --json (for programs).'
      : `The full report: ${neutralised(options.htmlFile)}`;
  return [
    ...heading(sheet, 'Before you rely on this'),
    ...paragraph(sheet, shortCaveat(check.catalogue), { style: 'faint' }),
    ...paragraph(sheet, where),
  ];
}
