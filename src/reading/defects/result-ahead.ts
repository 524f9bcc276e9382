import type { StatedDate } from '../../record/day.ts';
import { datesOf, headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import { type Examined, place } from './defect-rule.ts';
import type { FutureClaim } from './future-dated-claim.ts';

const GOOD =
  '(?:pass(?:ed)?|success(?:ful|fully)?|complete[d]?|done|ok|satisfactory|achieved|restored|verified|no issues|all (?:ok|good|passed|met|restored))';
/** The result written straight after its day: "12 December 2026: successful", "12 December 2026   PASSED". */
const RESULT_AFTER = new RegExp(
  `^\\s*(?:[:,;|–—(-]\\s*|\\s)(?:result:? |outcome:? )?${GOOD}(?=\\s*(?:[.;,)|]|$|[–—-]\\s))`,
  'i',
);
/** A result in a sentence of its own. */
const RESULT_SAID = new RegExp(
  `\\b(?:outcome|result|conclusion|verdict|overall)\\s*[:=–-]\\s*\\(?(?:overall )?${GOOD}\\b|\\ball (?:[\\w-]+ ){0,4}(?:passed|succeeded|restored|(?:were|was) (?:met|restored|recovered|passed))\\b|\\b(?:test|exercise|restore|drill|check|audit|review) (?:was (?:a )?(?:success(?:ful)?|completed|held)|passed|succeeded)\\b`,
  'i',
);
/** What makes a day ahead belong to a plan, a deadline or a validity rather than to what the result is about. */
const OTHER_DAY =
  /\b(?:next|due|by|until|before|expir\w*|valid|deadline|target|renew\w*|retest|re-test|repeat\w*|again|follow[- ]?up|effective|from|no later than|review)\b[^.;:]{0,40}$/i;
const LIMIT = /\b(?:next|due|by|until|before|expires?|expiry|valid|deadline|target)\b[^.;:]{0,15}$/i;
const PLAN_HEADING =
  /\b(?:next|plans?|planned|schedul\w*|due|agenda|forthcoming|upcoming|calendar|target|deadline|timetable|future|to come|actions?|roadmap|programme)\b/i;

/**
 * A result whose day, in another sentence or in the heading above, has not come: "Scheduled for 14 January. Outcome: passed",
 * or "Restore test, 3 December" over "All systems were restored".
 */
export function* resultsAhead(examined: Examined): Generator<FutureClaim> {
  if (examined.openlyBlank || examined.profile.kind === 'template') return;
  for (const passage of examined.passages) {
    if (passage.role === 'column' || examined.inModelPart(passage.section)) continue;
    const claim = passage.role === 'heading' ? underHeading(examined, passage) : beside(examined, passage);
    if (claim !== undefined) yield claim;
  }
}

function beside({ on }: Examined, passage: Passage): FutureClaim | undefined {
  if (!datesOf(passage).dates.some(({ date }) => date.from > on)) return undefined;
  const said = RESULT_SAID.exec(passage.text);
  for (const { date, index, length } of datesOf(passage).dates) {
    if (date.from <= on) continue;
    const before = passage.text.slice(Math.max(0, index - 60), index);
    const after = passage.text.slice(index + length);
    const straight = RESULT_AFTER.test(after) || /^\s+(?:PASS(?:ED)?|COMPLETED?|DONE|SUCCESS(?:FUL)?)\b/.test(after);
    const later = said !== null && said.index > index && passage.cell === undefined && !OTHER_DAY.test(before);
    if ((straight && !LIMIT.test(before)) || later) return claimed(passage, index, date);
  }
  return undefined;
}

/** A day in a heading counts when what stands under it tells a result. */
function underHeading({ on, passages, content }: Examined, heading: Passage): FutureClaim | undefined {
  if (PLAN_HEADING.test(heading.text)) return undefined;
  const ahead = datesOf(heading).dates.find(
    ({ date, index }) => date.from > on && !OTHER_DAY.test(heading.text.slice(0, index)),
  );
  if (ahead === undefined) return undefined;
  const told = passages.some(
    (passage) =>
      passage.cell === undefined &&
      headingsOver(content, passage.section)[0] === heading.text &&
      passage.section === heading.line &&
      RESULT_SAID.test(passage.text) &&
      !/\b(?:will|must|should|to be|expected|aim|if)\b/i.test(passage.text),
  );
  return told ? claimed(heading, ahead.index, ahead.date) : undefined;
}

function claimed(passage: Passage, index: number, date: StatedDate): FutureClaim {
  return { words: passage.text, date, place: place(whereAt(passage, index), passage.text) };
}
