import { dayBefore } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { headingsOver } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { type DefectRule, type Examined, place } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { nameOfRow } from './row-check.ts';

/** The Toolkit's share of staff who must have finished training within twelve months (requirement 3.2.1); compared exactly. */
const TARGET = 0.95;

/** A training list on which fewer than 95% of the people finished within twelve months of the judgement day. */
export const trainingCoverage: DefectRule = (examined) =>
  examined.openlyBlank ? [] : examined.tables.flatMap((table) => belowTarget(table, examined));

/** First cells of a line that sums the list up. */
const SUMS_UP =
  /^(?:total|done|overall|completed|all|sum|percentage|compliance|coverage|share|rate|people (?:trained|done))\b/i;

function belowTarget(table: ReadTable, examined: Examined): Defect[] {
  const people = peopleOf(table, examined);
  const missing = people.filter(({ trained }) => !trained);
  if (people.length < 3 || missing.length === 0 || (people.length - missing.length) / people.length >= TARGET)
    return [];
  const share = Math.round(((people.length - missing.length) / people.length) * 1000) / 10;
  // A line that sums the list up claims the share, so it is one of the places to open.
  const sums = table.rows.filter(
    ({ sort, cells, text }) =>
      (sort === 'remark' || sort === 'total' || SUMS_UP.test(cells[0]?.text ?? '')) &&
      /\d+ (?:of|\/|out of) \d+|%/.test(text),
  );
  const said = examined.passages.filter(
    ({ cell, section, text }) =>
      cell === undefined &&
      section === table.table.section &&
      /\b\d+ (?:of|out of) \d+\b|\d ?%/.test(text) &&
      /\b(?:train|complet|finish|done|pass)/i.test(text),
  );
  return [
    {
      code: 'training-below-target',
      severity: 'high',
      message: `${people.length - missing.length} of ${people.length} people (${share}%) show training finished in the twelve months to the day of this check; the Toolkit asks for 95%.`,
      next: 'Have the people in these rows finish the training, or record why they cannot and since when they are away.',
      // The line that claims the share is the one to correct; without one, the people who lack the training.
      places: (sums.length + said.length > 0 ? [...sums, ...said] : missing.map(({ row }) => row)).map(
        ({ where, text }) => place(where, text),
      ),
      subject:
        missing.length === 1 && missing[0] !== undefined ? nameOfRow(table, missing[0].row) : examined.profile.title,
      effect: 'blocks',
    },
  ];
}

type Person = { readonly row: ReadRow; readonly trained: boolean };

/** Everybody on the list once, with whether any of their rows shows recent training; empty when it is no such list. */
function peopleOf(table: ReadTable, { control, inModelPart, profile, on, content, path }: Examined): Person[] {
  if (control.tables.has(table.index) || inModelPart(table.table.section)) return [];
  const about =
    `${path} ${profile.title} ${table.table.title ?? ''} ${headingsOver(content, table.table.section)[0] ?? ''}`.replace(
      /[_-]/g,
      ' ',
    );
  const person = table.column('person');
  const dates = table.columns('training-date');
  const state = table.column('training-state');
  if (
    !/\b(?:training|awareness|e-?learning)\b/i.test(about) ||
    /\b(?:needs|TNA|plan|specialist|induction|courses)\b/i.test(about)
  )
    return [];
  if (person < 0 || (dates.length === 0 && state < 0)) return [];
  const since = dayBefore(on, 'P12M');
  const people = new Map<string, Person>();
  let dated = 0;
  for (const row of table.filled) {
    const name = cellText(row, person).trim().toLowerCase();
    if (
      isBlank(name) ||
      /^(?:all|total|done|overall|completed|sum|count|percentage|target|outstanding|not (?:yet )?(?:done|completed)|notes?|people|staff|average|compliance|coverage|share|rate|result|\d)\b/.test(
        name,
      ) ||
      name.length > 45 ||
      name.includes('%') ||
      /\b(?:left|leaver|maternity|long[- ]term|sick|parental)\b/i.test(row.text)
    )
      continue;
    const days = dates.flatMap((column) => cellDate(row, column) ?? []);
    if (days.length > 0) dated += 1;
    const trained =
      dates.length === 0
        ? /^(?:y|yes|complete|completed|done|passed|✓|✔|✅)/i.test(cellText(row, state))
        : days.some((date) => date.from >= since && date.from <= on);
    people.set(name, { row: people.get(name)?.row ?? row, trained: trained || people.get(name)?.trained === true });
  }
  // Without any date the list is unfilled rather than short.
  return dates.length > 0 && dated === 0 ? [] : [...people.values()];
}
