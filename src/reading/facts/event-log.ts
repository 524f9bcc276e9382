import type { Fact } from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFromRow, isExampleRow, textOfRow, wordedStrength } from './fact-family.ts';
import { durationsIn } from './quantity.ts';
import { EVENTS, FAILURE, LOGGED_REVIEWS, SUCCESS } from './vocabulary/event-kinds.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

/** Columns that tell what was looked at and what follows: a plan in them is no plan of the event. */
const AFTERWARDS = /^(?:scope|findings?(?:,.*)?|what was found|lessons(?: learned)?)$/;

const EXERCISES = /\b(?:exercises?|rehearsals?)\b/;

/** Rows of a log of tests, exercises or checks, each with its day, system and result. */
export function* eventsInLog(register: Register, setting: Setting): Iterable<Fact> {
  const about = `${register.context} ${setting.title}`;
  const event =
    [...EVENTS, ...LOGGED_REVIEWS].find((one) => one.pattern.test(about)) ??
    (/\brestore|back-?up test/.test(about) && register.columns.some((name) => /restor|result/.test(name))
      ? EVENTS[0]
      : undefined) ??
    (EXERCISES.test(`${register.columns[0]} ${register.context}`)
      ? EVENTS.find(({ id }) => id === 'continuity exercise')
      : undefined);
  const date = columnOf(
    register,
    /^(?:date|test date|date of test|date tested|date of exercise|exercise date|performed|completed|date completed|date performed|review date|reviewed|reviewed on|date reviewed|when|done|date of review|date carried out|done on|carried out|date of restore)$/,
  );
  if (date < 0) return;
  const kindColumn = columnOf(
    register,
    /^(?:check|activity|event|test|type|test type|exercise|control|what|audit|review|kind|description|scenario)$/,
  );
  const system = columnOf(
    register,
    /\b(?:system|backup|data ?set|service|what|asset|restored|scope|source|database)\b/,
  );
  const result = columnOf(register, /\b(?:result|outcome|success|pass|status)\b/);
  const time = columnOf(register, /\b(?:time taken|duration|minutes|elapsed|time to restore|restore time|took)\b/);
  // A sign-off block stands in many a report of a test.
  if (register.columns.some((name) => /^(?:signature|signed|approved by|change|issue)$/.test(name))) return;
  for (const row of register.table.rows) {
    const told = { ...row, cells: row.cells.filter((_, at) => !AFTERWARDS.test(register.columns[at] ?? '')) };
    if (isExampleRow(told)) continue;
    const own = event ?? EVENTS.find((one) => one.pattern.test(cellText(row, kindColumn)));
    const day = findDates(cellText(row, date))[0]?.date;
    if (own === undefined || day === undefined) continue;
    const took = cellText(row, time);
    const minutes =
      /^\d+$/.test(took) && /minute|min\b/.test(register.columns[time] ?? '')
        ? Number(took)
        : Math.round((durationsIn(took)[0]?.hours ?? 0) * 60);
    const said = cellText(row, result);
    const planned = /\b(?:planned|scheduled|booked|due)\b/i.test(said);
    const verdict =
      FAILURE.test(said) || /^no$/i.test(said)
        ? 'failed'
        : SUCCESS.test(said) || /^(?:yes|y)$/i.test(said)
          ? 'passed'
          : undefined;
    yield factFromRow(row, date, setting, {
      type: own.type,
      subject: own.id,
      value: day.from,
      asOf: day,
      scope: firstOf(SYSTEMS, cellText(row, system)) ?? '',
      confidence: 0.9,
      strength: planned ? 'planned' : wordedStrength(textOfRow(told), setting.strength),
      parts: {
        row: 'true',
        last: 'false',
        shown: day.text,
        ...(verdict !== undefined && { result: verdict }),
        ...(minutes > 0 && { minutes: String(minutes) }),
      },
    });
  }
}
