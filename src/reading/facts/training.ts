import { everyMatch } from '../../record/every-match.ts';
import { findDates } from '../dates/find-dates.ts';
import { peopleIn } from './columns.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow } from './fact-family.ts';
import { personKey } from './person-name.ts';
import { NUMBER, numberOf } from './quantity.ts';

const PERCENT = /\b(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|per ?cent)/g;
const OF = new RegExp(
  `\\b(${NUMBER})\\s?(?:\\s(?:out\\s)?of\\s|/)(?:the\\s|our\\s)?(?:current\\s)?(${NUMBER})(?:\\s|\\s(?:of (?:us|them)|have|had|were|are)\\s)?(?:\\s?\\b(?:staff|people|employees|members|colleagues|team|finished|completed|done|trained|passed|complete|in date|up to date)|(?=\\s*(?:$|[.,;(])))`,
  'i',
);
const OF_ALL = new RegExp(
  `\\bof (?:the |our )?(${NUMBER}) (?:people|staff|employees|of us),? (${NUMBER}) (?:have|had|are|has)\\b`,
  'i',
);

/** "Of nine people, eight have": the whole before the part. */
function reversed(text: string): { readonly index: number; readonly 1?: string; readonly 2?: string } | undefined {
  const match = OF_ALL.exec(text);
  return match === null ? undefined : { index: match.index, 1: match[2] ?? '', 2: match[1] ?? '' };
}

const ALL_DONE =
  /\b(?:all|every(?: member of)?|each)\s(?:of our\s|current\s|our\s|members? of\s)?(?:staff|employees?|colleagues|people|team members?|person)\b[^.;]{0,40}\b(?:have|has|had|are|is)\b[^.;]{0,30}\b(?:completed|trained|passed|up to date|in date|undertaken|received)\b/i;
const TRAINED = /\b(?:train(?:ed|ing)|e-?learning|awareness course|data security awareness)\b/i;
const GOAL =
  /\b(?:target|must|goal|aim|at least|minimum|required?|threshold|should|objective|kpi|expect\w*|pass mark|score|will|shall|plan|ensure)\b/i;
const SPECIAL =
  /\b(?:phishing|specialist|role[- ]specific|siro training|developers?|first aid|fire|secure coding|induction)\b/i;

/** What is claimed about training, and who is recorded as trained. */
export const training: FactFamily = {
  name: 'training',
  cues: ['training', 'trained', 'elearning', 'awareness', 'course'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (
      !TRAINED.test(`${text} ${statement.context} ${statement.label ?? ''}`) ||
      SPECIAL.test(text) ||
      text.length > 500 ||
      /\?\s*$|☐/.test(text)
    )
      return;
    if (
      statement.from === 'cell' &&
      statement.row !== undefined &&
      /score|result|mark|target/.test(statement.label ?? '')
    )
      return;
    const date = findDates(text)[0]?.date;
    const asOf = date === undefined ? {} : { asOf: date };
    const claim = (at: number, value: number, parts: Record<string, string>, confidence: number) =>
      factFrom(statement, at, setting, {
        type: 'training-percentage-claimed',
        subject: 'data security training',
        value,
        unit: 'percent',
        confidence,
        parts,
        ...asOf,
      });
    if (GOAL.test(text.replace(/\bwill be asked\b/gi, ''))) return;
    const of = OF.exec(text) ?? reversed(text);
    if (of?.[1] !== undefined && of[2] !== undefined) {
      const top = numberOf(of[1]);
      const bottom = numberOf(of[2]);
      if (bottom > 0)
        yield claim(
          of.index,
          Math.round((top / bottom) * 1000) / 10,
          { top: String(top), bottom: String(bottom), shown: `${top} of ${bottom}` },
          0.8,
        );
      return;
    }
    for (const match of everyMatch(text, PERCENT)) {
      const value = Number(match[1]);
      if (
        value > 100 ||
        !/\b(?:staff|complet\w*|complian\w*|trained|people|employees|rate|training)\b/i.test(
          `${text} ${statement.label ?? ''}`,
        )
      )
        continue;
      yield claim(match.index, value, { shown: `${value}%` }, 0.8);
      return;
    }
    if (ALL_DONE.test(text)) yield claim(ALL_DONE.exec(text)?.index ?? 0, 100, { shown: 'all staff' }, 0.7);
  },
  *fromTable(register, setting) {
    yield* trainingRows(register, setting);
  },
};

function* trainingRows(register: Register, setting: Setting) {
  const about = `${register.context} ${setting.title}`;
  if (
    !/\btraining|awareness|e-?learning|induction\b/.test(about) &&
    !register.columns.some((name) => /\b(?:course|training)\b/.test(name))
  )
    return;
  const people = peopleIn(register);
  if (!people) return;
  const { at: name, nameOf } = people;
  const done = columnOf(
    register,
    /\b(?:completed|completion|finished|done|date|passed|last trained|training date|taken|when)\b(?!.*(?:next|due|expir|start|join))/,
  );
  const status = columnOf(register, /\b(?:status|result|outcome|pass|completion status)\b/);
  const course = columnOf(register, /\b(?:course|training|module|topic)\b/);
  const expires = columnOf(register, /\b(?:expir\w*|next|due|refresher|valid)\b/);
  if (done < 0 && status < 0) return;
  for (const row of register.table.rows) {
    // An example row is kept out, a person without a date is exactly what is looked for.
    const who = nameOf(row);
    if (who === undefined) continue;
    const date = findDates(cellText(row, done))[0]?.date;
    const said = `${cellText(row, status)} ${cellText(row, done)}`;
    const not =
      /\b(?:not|outstanding|overdue|pending|due|booked|failed?|to do|incomplete|awaiting|no|absent|missed|lapsed|expired)\b/i.test(
        said,
      ) ||
      (date === undefined && !/\b(?:yes|complete[d]?|pass(?:ed)?|done|y)\b|✓|✔/i.test(said));
    if (
      /\b(?:maternity|paternity|parental|sick|long[- ]term|leaver|has left|left (?:on|in)|exempt|on leave|new starter)\b/i.test(
        row.cells.map((one) => one.text).join(' '),
      )
    )
      continue;
    yield factFromRow(row, done < 0 ? status : done, setting, {
      type: 'training-completion',
      subject: personKey(who),
      scope: course < 0 || course === name ? '' : cellText(row, course).toLowerCase(),
      value: not ? 'not done' : 'done',
      confidence: 0.85,
      parts: { name: who, expires: findDates(cellText(row, expires))[0]?.date.to ?? '' },
      ...(date !== undefined && { asOf: date }),
    });
  }
}
