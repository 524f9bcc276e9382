import { headingsOver, type Passage } from '../profile/passages.ts';
import type { Examined } from './defect-rule.ts';
import { sentenceAt } from './sentences.ts';

/**
 * Words by which a text says that it does not use a thing: it is forbidden, ended, replaced or told as history. They are
 * looked for in the sentence; in a table, in the row.
 */
const PAST_OR_FORBIDDEN =
  /\b(?:replac\w*|supersed\w*|formerly|previous(?:ly)?|used to|no longer|withdrawn|withdraw|retired|repealed|revoked|legacy|historic\w*|migrat\w*|upgrad\w*|transition\w*|moved? (?:from|off|away)|instead of|rather than|not (?:be )?(?:use[ds]?|permitted|allowed|supported|accept\w*|acceptable|trusted|relied|rely|run|valid)|disabl\w*|block\w*|prohibit\w*|forbid\w*|forbidden|banned?|deprecat\w*|obsolete|insecure|weak|reject\w*|refus\w*|end[- ]of[- ](?:life|support)|out of (?:\w+ )?support|unsupported|remov\w*|phas(?:ed?|ing) out|decommission\w*|merged|now part of|now called|became|become|successor|history|older (?:than|versions?|protocols?)|outdated|earlier failure|fixed the|no longer fix\w*|invalid\w*|struck down|scrapped|avoid\w*|eliminat\w*|turned off|switched off|off by default|before 20\d\d|disallow\w*|exclud\w*|ended|expired|vulnerab\w*|attack\w*|exploit\w*|broken|unlike|originally|at the time)\b|❌|✗/i;

/** Plain negation counts only where it reaches the thing named: shortly before it, or straight after as "is not used". */
const NEGATED_BEFORE =
  /\b(?:never|must not|may not|shall not|should not|cannot|can't|don't|do not|does not|are not|is not|isn't|without|no|neither|nor|none|except|until (?:it|the|they)|rather than|instead of)\b[^.;:]{0,60}$/i;
const NEGATED_AFTER =
  /^[^.;,()]{0,40}\b(?:is|are|was|were|must|may|shall|should|will|can)(?: never| not|n['’]t)\b(?! (?:touched|affected|changed|in scope|covered|due|yet))/i;

const FORBIDDING_HEADING =
  /\b(?:prohibit\w*|deprecat\w*|forbidden|not (?:permitted|allowed|approved|accepted|acceptable)|refus\w*|reject\w*|blocked|disabled|banned|gone|removed|end[- ]of[- ](?:support|life)|weak|legacy|unsupported|obsolete|disallowed|unacceptable|history|revision|change log|out of support|end of life|retired|excluded)\b/i;

/** True when a mention is history, a ban or a replacement, told from its sentence, row, column, list intro or heading. */
export function isSaidAsPast(examined: Examined, passage: Passage, index: number): boolean {
  if (
    headingsOver(examined.content, passage.section)
      .slice(0, 2)
      .some((heading) => FORBIDDING_HEADING.test(heading))
  )
    return true;
  if (passage.cell !== undefined) {
    const table = examined.tables[passage.cell.table];
    if (table === undefined || (examined.control.tables.has(table.index) && table.column('version') >= 0)) return true;
    const row = table.rows[passage.cell.row];
    if (FORBIDDING_HEADING.test(table.names[passage.cell.column] ?? '')) return true;
    if (isPastIn(passage, index)) return true;
    // Short cells beside it judge it ("Disabled", "Not allowed"); long ones speak of other things.
    return (
      row?.cells.some(
        (cell) =>
          cell.text.length < 40 &&
          (PAST_OR_FORBIDDEN.test(cell.text) ||
            /^no(?:t? (?:longer|allowed|permitted|used|supported)\b|\.?$)/i.test(cell.text)),
      ) === true
    );
  }
  if (isPastIn(passage, index)) return true;
  if (passage.role !== 'item') return false;
  const intro = introOf(examined, passage);
  return PAST_OR_FORBIDDEN.test(intro) || NEGATED_BEFORE.test(intro);
}

function isPastIn(passage: Passage, index: number): boolean {
  const { text, index: from } = sentenceAt(passage.text, index);
  if (PAST_OR_FORBIDDEN.test(text)) return true;
  const at = index - from;
  return NEGATED_BEFORE.test(text.slice(Math.max(0, at - 80), at)) || NEGATED_AFTER.test(text.slice(at));
}

/** The sentence a list hangs on: "The following must not be used:". */
function introOf(examined: Examined, item: Passage): string {
  const { passages } = examined;
  const at = passages.indexOf(item);
  for (let before = at - 1; before >= 0 && before > at - 15; before--) {
    const passage = passages[before];
    if (passage === undefined || passage.section !== item.section) return '';
    if (passage.role === 'item' && !/:\s*$/.test(passage.text)) continue;
    return /:\s*$/.test(passage.text) ? passage.text : '';
  }
  return '';
}
