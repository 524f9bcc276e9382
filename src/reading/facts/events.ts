import type { StatedDate } from '../../record/day.ts';
import { findDates } from '../dates/find-dates.ts';
import { datesOf } from './event-dates.ts';
import { eventsInLog } from './event-log.ts';
import type { FactFamily, Setting } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { durationsIn } from './quantity.ts';
import type { Statement } from './statement.ts';
import { EVENTS, FAILURE, SUCCESS } from './vocabulary/event-kinds.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

const DONE =
  /\b(?:carried out|conducted|completed|performed|undertaken|took place|taken place|held|done|was run|were run|last|latest|most recent(?:ly)?|tested on|restored on|restored|tested|exercised|reviewed on|ran|run on|executed|passed|successful(?:ly)?|successful|failed|brought back|were with us|came|visited|switched|rehearsed|rehearsal|met (?:its|the|all)|worked|came back)\b/i;
const LAST = /\b(?:last|latest|most recent(?:ly)?)\b/i;
const NEXT = /\b(?:next|due|planned|scheduled|will|booked|before|by|upcoming|future)\b/i;

/** Tests, exercises and checks with their day; value is the ISO day, parts hold the system, result and minutes. */
export const events: FactFamily = {
  name: 'events',
  cues: [
    'test',
    'testing',
    'retest',
    'exercised',
    'brought',
    'restore',
    'rehearsed',
    'restored',
    'restoration',
    'restores',
    'backup',
    'backups',
    'recovery',
    'exercise',
    'exercises',
    'tabletop',
    'table',
    'desktop',
    'drill',
    'penetration',
    'pen',
    'pentest',
    'testers',
    'date',
    'dates',
    'when',
    'held',
    'site',
    'conducted',
    'fieldwork',
    'scan',
    'scans',
    'review',
    'reviews',
    'reviewed',
    'spot',
    'audit',
    'audits',
    'phishing',
    'rehearsal',
    'tested',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (
      text.length > 600 ||
      (statement.from === 'cell' && statement.row !== undefined && /date|version|next|due/.test(statement.label ?? ''))
    )
      return;
    if (/\bre-?tests?\b/i.test(text)) yield* retest(statement, setting);
    const titled = titledEvent(statement, setting);
    const event = titled ?? eventIn(statement);
    if (event === undefined) return;
    const none = NONE_SINCE.exec(text);
    if (none !== null && titled === undefined) {
      const since = findDates(text.slice(none.index))[0]?.date;
      yield factFrom(statement, none.index, setting, {
        type: event.type,
        subject: event.id,
        value: 'none',
        scope: firstOf(SYSTEMS, text) ?? '',
        confidence: 0.8,
        parts: { none: 'true', shown: since === undefined ? 'none' : `none since ${since.text}` },
        ...(since !== undefined && { asOf: since }),
      });
      return;
    }
    const isHeading = text.toLowerCase() === statement.heading;
    const dates = datesOf(text, setting);
    if (dates.length === 0) return;
    if (titled !== undefined) {
      const only = dates[0];
      if (only !== undefined)
        yield factFrom(
          statement,
          only.index,
          setting,
          core(event, only.date, text, statement.text, { last: false, confidence: 0.8, titled: true }),
        );
      return;
    }
    const mark = text.search(event.pattern);
    const nearest = [...dates].sort((a, b) => Math.abs(a.index - mark) - Math.abs(b.index - mark));
    for (const found of nearest) {
      const before = text.slice(Math.max(0, found.index - 60), found.index);
      if (
        /\b(?:next|due|planned for|scheduled|booked|by|before|report dated|dated|version|approved|issued|valid|expires?|since|from back-?up (?:of|taken)|back-?up of)\b[^.;]{0,25}$/i.test(
          before,
        )
      )
        continue;
      if (!DONE.test(text) && !isHeading) return;
      const last = LAST.test(text);
      const planned =
        NEXT.test(text) && !last && !/\b(?:was|were|completed|took place|carried out|conducted|held)\b/i.test(text);
      yield factFrom(
        statement,
        found.index,
        setting,
        core(event, found.date, text, statement.text, {
          last,
          confidence: last ? 0.85 : 0.7,
          ...(planned && { planned: true }),
        }),
      );
      return;
    }
  },
  *fromTable(register, setting) {
    yield* eventsInLog(register, setting);
  },
};

const EVENT_LABEL =
  /^(?:dates?(?: of (?:the )?(?:test|exercise|audit|review))?|test(?:ing)? (?:dates?|window|period)|test window|when|conducted|held|held on|performed|fieldwork|took place|exercise date|on site.*|carried out|tested|exercised|dates? tested)$/;

/** A retest is one event: its result counts without a date, its day is that of its own clause. */
function* retest(statement: Statement, setting: Setting) {
  const at = statement.text.search(/\bre-?tests?\b/i);
  const clause = statement.text.slice(at).split(/[.;]/)[0] ?? '';
  const date = findDates(clause)[0]?.date;
  const planned = NEXT.test(clause);
  const result = FAILURE.test(clause) ? 'failed' : SUCCESS.test(clause) ? 'passed' : undefined;
  if (planned ? date === undefined : result === undefined) return;
  yield factFrom(statement, at, setting, {
    type: 'check-done',
    subject: 'retest',
    value: date?.from ?? 'undated',
    scope: '',
    confidence: 0.75,
    ...(planned && { strength: 'planned' as const }),
    ...(date !== undefined && { asOf: date }),
    parts: { last: 'false', shown: date?.text ?? 'the retest', ...(result !== undefined && !planned && { result }) },
  });
}

/** "No exercise had been held since November 2025"; "the plan has never been tested". */
const NONE_SINCE =
  /\bno (?:\w+ ){0,3}?(?:exercises?|tests?|drills?|rehearsals?|reviews?|restores?|audits?)\b[^.;]{0,20}\b(?:has|have|had|was|were) (?:yet )?(?:been )?(?:held|carried out|done|run|performed|completed|made)\b(?: since\b)?|\b(?:has|have|had) (?:not|never) (?:yet )?been (?:tested|exercised|rehearsed|held|carried out|done|restored)\b(?: since\b)?/i;

/** A sentence of such a report that tells when its subject took place. */
const TITLED_SENTENCE =
  /^(?:the |this )?(?:\w+ )?(?:test(?:ing|s)?|exercise|audit|review|assessment|fieldwork|scan|restore)\b[^.;]{0,24}\b(?:took place|carried out|held|ran|conducted|performed|done|run)\b/i;

/** A report of one event states its date in a field of its own, or in a sentence about "the test". */
function titledEvent(statement: Statement, setting: Setting): (typeof EVENTS)[number] | undefined {
  const field = statement.label !== undefined && EVENT_LABEL.test(statement.label);
  if (statement.row !== undefined || !(field || TITLED_SENTENCE.test(statement.text))) return undefined;
  if (/\b(?:policy|procedure|(?<!action[ -])plan|register|log|schedule|minutes)\b/.test(setting.title))
    return undefined;
  return EVENTS.find((one) => one.pattern.test(setting.title.replaceAll('-', ' ')));
}

/** The event a sentence names; "the test, carried out on 8 June" goes back to the sentence before. */
function eventIn({ text, before }: Statement): (typeof EVENTS)[number] | undefined {
  const own = EVENTS.find((one) => one.pattern.test(text));
  if (own !== undefined || before === undefined || !GOES_BACK.test(text)) return own;
  return EVENTS.find((one) => one.pattern.test(before));
}

const GOES_BACK =
  /\b(?:test|exercise|audit|review|restore|scan)\b[^.;]{0,20}\b(?:carried out|conducted|held|done|performed|took place|ran|run)\b/i;

function core(
  event: (typeof EVENTS)[number],
  date: StatedDate,
  text: string,
  systemText: string,
  how: { last: boolean; confidence: number; planned?: boolean; titled?: boolean },
) {
  const minutes = durationsIn(text).filter((one) => one.unit === 'minutes' || one.unit === 'hours');
  const took =
    minutes.length === 1 &&
    /\b(?:took|in|elapsed|duration|minutes)\b/i.test(text) &&
    !/\b(?:RTO|target|within)\b/i.test(text)
      ? minutes[0]
      : undefined;
  const result = FAILURE.test(text) ? 'failed' : SUCCESS.test(text) ? 'passed' : undefined;
  return {
    type: event.type,
    subject: event.id,
    value: date.from,
    asOf: date,
    scope: firstOf(SYSTEMS, systemText) ?? '',
    confidence: how.confidence,
    ...(how.planned && { strength: 'planned' as const }),
    parts: {
      last: String(how.last),
      ...(how.titled && { titled: 'true' }),
      shown: date.text,
      ...(result !== undefined && { result }),
      ...(took !== undefined && { minutes: String(Math.round(took.hours * 60)) }),
    },
  };
}
