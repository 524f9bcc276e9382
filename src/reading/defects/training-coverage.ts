import { dayBefore } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { headingsOver, whereAt } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { type DefectRule, type Examined, place } from './defect-rule.ts';
import { wrongFigure } from './figures.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { nameOfRow } from './row-check.ts';
import { sentencesOf } from './sentences.ts';

/** The Toolkit's share of staff who must have finished training within twelve months (requirement 3.2.1); compared exactly. */
const TARGET = 0.95;

/** A training list on which fewer than 95% of the people finished within twelve months of the judgement day. */
export const trainingCoverage: DefectRule = (examined) =>
  examined.openlyBlank
    ? []
    : [
        ...examined.tables.flatMap((table) => [...belowTarget(table, examined), ...wrongSum(table, examined)]),
        ...toldBelowTarget(examined),
      ];

/** First cells of a line that sums the list up. */
const SUMS_UP =
  /^(?:total|done|overall|complete[d]?|all|sum|percentage|compliance|coverage|share|rate|people (?:trained|done))\b/i;

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

/** "23 of 24" under a list on which 22 have a date: neither those trained lately nor all with a date make the figure. */
function wrongSum(table: ReadTable, examined: Examined): Defect[] {
  const people = peopleOf(table, examined);
  return table.rows.flatMap((row) => {
    if (!SUMS_UP.test(row.cells[0]?.text ?? '')) return [];
    const [words = '', part, whole] = /\b(\d{1,3}) (?:of|out of|\/) (\d{1,3})\b/.exec(row.text) ?? [];
    if (part === undefined || Number(whole) !== people.length) return [];
    const counts = [people.filter(({ trained }) => trained).length, people.filter(({ dated }) => dated).length];
    if (counts.includes(Number(part))) return [];
    return [
      wrongFigure(
        `It says “${words}”, but ${counts[1]} of the ${people.length} people have a date up to now.`,
        [place(row.where, row.text)],
        words,
      ),
    ];
  });
}

const TOLD =
  /\b(?:training|e-?learning|awareness course|annual course)\b[^.;|]{0,60}?\b(?:stands at|is (?:now )?(?:at )?|was completed by|completed by|done by|finished by|taken by|have (?:now )?(?:been )?(?:completed|done|finished))\b[^.;|\d]{0,30}(?:(\d{1,3}) (?:of|out of) (?:the |our |all )?(\d{1,3})\b|(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent))/i;
const NO_STANDING =
  /\b(?:target|aim\w*|at least|must|should|minimum|goal|pass mark|score|last year|previous|before|by (?:the )?end|will|plan\w*|expect\w*|if|toolkit asks)\b/i;

/** A share of trained people below the target, told in minutes, a report or a note. */
function toldBelowTarget({ passages, profile, inModelPart }: Examined): Defect[] {
  if (!['minutes', 'report', 'statement', 'other', 'email', 'log', 'register'].includes(profile.kind)) return [];
  return passages.flatMap((passage) => {
    if (passage.cell !== undefined || inModelPart(passage.section)) return [];
    return sentencesOf(passage.text).flatMap((sentence) => {
      const told = TOLD.exec(sentence.text);
      if (told === null || NO_STANDING.test(sentence.text)) return [];
      const [words, part, whole, percent] = told;
      const share = percent === undefined ? Number(part) / Number(whole) : Number(percent) / 100;
      if (!(share > 0 && share < TARGET) || Number(whole ?? 100) < 3) return [];
      const defect: Defect = {
        code: 'training-below-target',
        severity: 'high',
        message: `“${words}” is below the 95% that the Toolkit asks for.`,
        next: 'Have the rest of the people finish the training, or record why they cannot and since when they are away.',
        places: [place(whereAt(passage, sentence.index + told.index), sentence.text)],
        subject: profile.title,
        effect: 'doubt',
      };
      return [defect];
    });
  });
}

/** `trained`: within the last twelve months; `dated`: ever, up to the judgement day. */
type Person = { readonly row: ReadRow; readonly trained: boolean; readonly dated: boolean };

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
      /^(?:all|total|done|overall|complete[d]?|sum|count|percentage|target|outstanding|not (?:yet )?(?:done|completed)|notes?|people|staff|average|compliance|coverage|share|rate|result|\d)\b/.test(
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
    const known = people.get(name);
    people.set(name, {
      row: known?.row ?? row,
      trained: trained || known?.trained === true,
      dated: days.some((date) => date.from <= on) || known?.dated === true || (dates.length === 0 && trained),
    });
  }
  // Without any date the list is unfilled rather than short.
  return dates.length > 0 && dated === 0 ? [] : [...people.values()];
}
