import { everyMatch } from '../../record/every-match.ts';
import { findDates, parseStatedDate } from '../dates/find-dates.ts';
import { peopleIn } from './columns.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { namesIn, personKey } from './person-name.ts';
import { NUMBER, numberOf } from './quantity.ts';
import { workingPlace } from './working-place.ts';

const STAFF =
  '(?:staff|employees|people|team members|members of staff|colleagues|headcount|personnel|full[- ]time equivalents?|FTEs?)';
const COUNT = new RegExp(
  `\\b(?:we (?:are|have|employ)|employs?|employing|team of|company of|workforce of|headcount(?: is| of|:)?|total(?: of)?|all|our|has|currently|with|comprises?|consists? of|number of (?:staff|employees|people)(?: is|:)?|staff(?: numbers?)?:)\\s(?:a\\s)?(?:total of\\s|currently\\s|just\\s|only\\s|around\\s|approximately\\s|about\\s|our\\s|team of\\s|small team of\\s)*(${NUMBER})\\s(?:full[- ]time\\s|permanent\\s|current\\s|salaried\\s|of our\\s|of\\s)?(${STAFF})\\b`,
  'gi',
);
const IN_COMPANY = new RegExp(
  `\\b(${NUMBER})\\s(?:of us|people|staff|employees|colleagues|members of staff)\\s(?:\\w+\\s)?(?:in|at|on|across|working (?:for|at|in)|work (?:for|at|in)|employed by|on the books of|make up)\\s(?:the|our|this)?\\s?(?:whole\\s)?(?:company|business|firm|organisation|team|payroll|books|staff)\\b`,
  'gi',
);
const COUNTED =
  /\s((?:current |members? of )*(?:people|staff|employees|of us))\b(?= on (?:the )?\d| at (?:the end|\d)| in (?:all|total)\b)|\s(of us)\b/gi;
const BEFORE_COUNTED = new RegExp(
  `(?:^|[.;]\\s|\\b(?:had|has|have|were|are|of)\\s)(?:\\w+(?:\\.\\d+)+\\s)?#?\\s?(?:we (?:are|were|have|had) |there (?:are|were) )?(${NUMBER})$`,
  'i',
);
const TEAM_OF = new RegExp(
  `\\b(?:a|our|the)?\\s?(?:small |growing |whole )?(?:team|company|business|workforce|organisation|staff) of (${NUMBER})\\b(?!\\s?(?:percent|%|hours|days|months|minutes|developers|engineers|three|auditors|controls))`,
  'gi',
);
const NUMBER_FIELD =
  /^(?:number of (?:staff|employees|people)|staff(?: numbers?| count)?|headcount|employees|total (?:staff|employees|headcount)|size)$/i;
const STATED_NUMBER = new RegExp(`^(${NUMBER})(?=\\s*(?:$|\\.(?!\\d)|\\(|,|people|staff|employees))`, 'i');
const ASKED = new RegExp(
  `\\bhow many (?:people|staff|employees)\\b[^?]{0,40}\\b(?:work|employ\\w*|have|are there)\\b[^?]{0,30}\\?\\s(${NUMBER})\\b`,
  'i',
);
const SOLE =
  /\b(?:single employee|sole director|only employee|one[- ]person company|sole trader|single[- ]person (?:company|organisation|business)|no (?:other )?employees)\b/i;
const NOT_ALL =
  /\b(?:trained|completed|attended|passed|reported|clicked|affected|sample|selected|customers?|clients?|recipients?|test(?:ed)?|per|fewer|more than|less than|over|under|up to|maximum|at least|minimum|if|supplier'?s?|interviewed|attendees?|department|engineering team|support team|development team|board of|committee of|group of|quorum)\b/i;
const LEFT =
  /\b(?:left (?:the (?:company|business|organisation|team|firm)|us|employment|on|in)|leaving date|last (?:working )?day|resigned|has left|no longer (?:works|employed|with)|departed|retired (?:on|in|from))\b/i;

/** Words that begin a count of anybody; the rest of the sentence must show that the company is meant. */
const WEAK_LEAD = /^(?:all|with|has|total|currently|comprises?|consists? of|our)\b/i;
const COMPANY =
  /\b(?:company|business|firm|organisation|we|us|our|team|employ\w*|staff|workforce|payroll|headcount)\b/i;
/** What may follow a count of everybody: the end of the clause, a place, or what they all do. */
const WHOLE_TAIL = /^\s*(?:$|[.,;:)]|(?:in|at|across|on|of|and|work\w*|employed|is|are|have|had|all|full|part)\b)/i;
const AT_WORK = new RegExp(
  `\\b(${NUMBER})\\s(?:people|staff|employees)\\s(?:work|are employed)\\s(?:here|for us|with us)\\b|\\((${NUMBER})\\s(?:staff|employees)\\)`,
  'gi',
);

function isOfOthers(text: string, match: RegExpExecArray): boolean {
  if (!WEAK_LEAD.test(match[0])) return false;
  return !COMPANY.test(text) || !WHOLE_TAIL.test(text.slice(match.index + match[0].length));
}

/** The words around a count as far as the nearest comma, semicolon or bracket. */
function clauseOf(text: string, at: number, length: number): string {
  const start = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at), text.lastIndexOf('. ', at)) + 1;
  const stop = text.slice(at + length).search(/[,;]|\. /);
  return text.slice(start, stop < 0 ? text.length : at + length + stop);
}

/** "22 people on 1 June": a count that stands by itself, with the day or the end of the sentence after it. */
function* plainCounts(text: string): Iterable<RegExpExecArray> {
  for (const { index } of everyMatch(text, COUNTED)) {
    const start = Math.max(0, index - 60);
    const match = BEFORE_COUNTED.exec(text.slice(start, index));
    if (match !== null) yield Object.assign(match, { index: match.index + start });
  }
}

/** How many people there are, who they are and who has left. */
export const people: FactFamily = {
  name: 'people',
  cues: [
    'us',
    'company',
    'staff',
    'employees',
    'people',
    'team',
    'headcount',
    'employee',
    'director',
    'left',
    'resigned',
    'leaver',
    'office',
    'remote',
    'remotely',
    'fte',
    'personnel',
    'departed',
    'trader',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length < 400) {
      for (const match of [
        ...everyMatch(text, COUNT),
        ...everyMatch(text, IN_COMPANY),
        ...everyMatch(text, TEAM_OF),
        ...everyMatch(text, AT_WORK),
        ...plainCounts(text),
      ]) {
        const value = numberOf(match[1] ?? match[2] ?? '');
        if (!(value >= 1 && value <= 2000) || NOT_ALL.test(clauseOf(text, match.index, match[0].length))) continue;
        if (isOfOthers(text, match)) continue;
        const fte = /fte|equivalent/i.test(match[0]);
        yield factFrom(statement, match.index, setting, {
          type: 'headcount',
          subject: 'people',
          value,
          unit: 'people',
          scope: fte ? 'full-time equivalents' : 'heads',
          confidence:
            /\b(?:contractors?|volunteers?|(?:plus|and) (?:\d+|one|two|three|four|five) (?:\w+ )?(?:directors?|contractors?|temps?|freelanc\w+))\b/i.test(
              text,
            )
              ? 0.5
              : 0.75,
          ...asOf(text),
        });
        break;
      }
    }
    const asked = ASKED.exec(text);
    if (asked?.[1] !== undefined)
      yield factFrom(statement, asked.index + asked[0].length, setting, {
        type: 'headcount',
        subject: 'people',
        value: numberOf(asked[1]),
        unit: 'people',
        scope: 'heads',
        confidence: 0.85,
      });
    if (statement.label !== undefined && NUMBER_FIELD.test(statement.label)) {
      const value = numberOf(STATED_NUMBER.exec(text.slice(statement.valueAt))?.[1] ?? '');
      if (value >= 1)
        yield factFrom(statement, statement.valueAt, setting, {
          type: 'headcount',
          subject: 'people',
          value,
          unit: 'people',
          scope: 'heads',
          confidence: 0.85,
          ...asOf(text),
        });
    }
    if (SOLE.test(text) && !/\b(?:if|supplier|customer|never|not a)\b/i.test(text)) {
      yield factFrom(statement, SOLE.exec(text)?.index ?? 0, setting, {
        type: 'headcount',
        subject: 'people',
        value: 1,
        unit: 'people',
        scope: 'heads',
        confidence: 0.8,
      });
    }
    if (
      LEFT.test(text) &&
      !/\b(?:if|when|anyone|leavers?|must|should|who (?:has|have) left unattended|left (?:unattended|blank|open|unlocked))\b/i.test(
        text,
      )
    ) {
      const name = namesIn(text)[0];
      const date = findDates(text)[0]?.date;
      if (
        name !== undefined &&
        name.end <= (LEFT.exec(text)?.index ?? 0) &&
        text.slice(name.end, LEFT.exec(text)?.index ?? 0).length < 60
      ) {
        yield factFrom(statement, name.at, setting, {
          type: 'person-record',
          subject: personKey(name.name),
          value: 'left',
          confidence: 0.8,
          parts: { name: name.name, ...(date !== undefined && { left: date.to }) },
          ...(date !== undefined && { asOf: date }),
        });
      }
    }
    yield* workingPlace(statement, setting);
  },
  *fromTable(register, setting) {
    yield* staffRows(register, setting);
  },
};

function asOf(text: string) {
  const date = findDates(text)[0]?.date;
  return date === undefined ? {} : { asOf: date };
}

const END_COLUMN =
  /^(?:leaving date|leave date|leaves|leaving|date left|left|left on|end date|last day|last working day|leaver date|leaving|date of leaving|ended|termination date|end)$/;
const START_COLUMN =
  /^(?:start date|started|start|joined|date joined|joining date|date started|from|employed since|employment start)$/;

function* staffRows(register: Register, setting: Setting) {
  const people = peopleIn(register);
  if (!people) return;
  const { at: name, nameOf } = people;
  const end = columnOf(register, END_COLUMN);
  const start = columnOf(register, START_COLUMN);
  const status = columnOf(register, /^(?:status|employment status|state|active)$/);
  const about = `${register.context} ${setting.title}`;
  const staffList =
    /\b(?:staff|people|employees?|team|personnel|starters?|leavers?|joiners?|organisation chart|hr register|workforce)\b/.test(
      about,
    ) &&
    !/\b(?:training|access|asset|device|course|courses|attend\w*|contact)\b/.test(
      `${about} ${setting.path.toLowerCase()}`,
    );
  if (end < 0 && start < 0 && !staffList) return;
  // A list of joiners, movers and leavers is read by the family of accounts.
  if (
    register.columns.some((name) => /^(?:type|event|change)$/.test(name)) &&
    /leaver/i.test(JSON.stringify(register.table.rows.map((row) => row.cells[0]?.text)))
  )
    return;
  if (/\bsupplier|contract register|customer\b/.test(about)) return;
  const jobs = columnOf(register, /^(?:role|job title|position|title|job|post|responsibility)$/);
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const who = nameOf(row);
    if (who === undefined) continue;
    const leftOn = parseStatedDate(cellText(row, end)) ?? findDates(cellText(row, end))[0]?.date;
    const startedOn = findDates(cellText(row, start))[0]?.date;
    const gone =
      leftOn !== undefined || /^(?:leaver|left|former|ended|inactive|resigned)\b/i.test(cellText(row, status));
    yield factFromRow(row, name, setting, {
      type: 'person-record',
      subject: personKey(who),
      value: gone ? 'left' : 'current',
      confidence: 0.9,
      ...(staffList && { scope: 'staff list' }),
      parts: {
        name: who,
        ...(jobs >= 0 && { role: cellText(row, jobs) }),
        ...(leftOn !== undefined && { left: leftOn.to }),
        ...(startedOn !== undefined && { started: startedOn.from }),
      },
      ...(leftOn !== undefined ? { asOf: leftOn } : startedOn !== undefined ? { asOf: startedOn } : {}),
    });
  }
}
