import { everyMatch } from '../../record/every-match.ts';
import { MEANING_BEFORE_DATE } from './control-labels.ts';
import { type ControlStatement, type StatementSource, statement } from './control-statement.ts';
import { datesOf, type Passage, whereAt } from './passages.ts';
import { parseReviewCycle } from './review-cycle.ts';

/** What sentences say: "approved by the board on 3 March 2026", "reviewed every twelve months". */
export function proseIn(passage: Passage, labelled: readonly ControlStatement[]): ControlStatement[] {
  const found: ControlStatement[] = [];
  const source = passage.role === 'furniture' ? 'furniture' : 'prose';
  const { text } = passage;
  if (labelled.length <= 1) {
    let from = 0;
    for (const { date, index, length } of datesOf(passage).dates) {
      const before = text.slice(Math.max(from, index - 90), index);
      const meaning = MEANING_BEFORE_DATE.find(([, pattern]) => pattern.test(before))?.[0];
      from = index + length;
      // What the one label of the line gives is told by it already.
      if (labelled.some((said) => said.date?.text === date.text)) continue;
      if (meaning === undefined || (meaning === 'approved' && OTHER_THING.test(before))) continue;
      found.push({ meaning, label: meaning, value: date.text, where: whereAt(passage, index), source, date });
      const approver = meaning === 'approved' ? approverIn(before) : undefined;
      if (approver !== undefined)
        found.push(statement('approver', 'approved by', approver.trim(), whereAt(passage, index), source));
    }
  }
  if (!labelled.some(({ meaning }) => meaning === 'review-cycle')) found.push(...cycleIn(passage, source));
  return found;
}

/** What was agreed is a thing within the document, not the document: "Scope agreed with the director on 2 April". */
const OTHER_THING =
  /\b(?:scope|actions?|minutes|dates?|budget|price|terms|window|changes?|exceptions?|requests?|costs?|purchase|leave)\b[^.;]{0,30}\b(?:agreed|approved|authorised|signed off)\b/i;

/** Who approved, from the words before the day: "by the board on", "at the directors' meeting of", "A. Ward approved it". */
function approverIn(before: string): string | undefined {
  const by = /\bby (?:the )?([^,;:.\d]{2,60}?)(?:,| on| in| at|\s*\(|\s*$)/i.exec(before)?.[1];
  if (by !== undefined) return by;
  return /\b(?:at|in) (?:the |a |our )?((?:[\w'’-]+ ){0,3}(?:meeting|board|committee))\b(?: (?:of|on|held on))?\s*$/i.exec(
    before,
  )?.[1];
}

/** What a sentence on review must be about to set the document's own cycle; a register or a right has a cycle of its own. */
const OWN_SUBJECT =
  /\b(?:[Tt]his (?:[\w-]+ ){0,3}(?:[Pp]olicy|[Dd]ocument|[Pp]lan|[Pp]rocedure|[Rr]egister|notice|log|[Ss]tatement|record|[Hh]andbook|[Rr]eport|[Cc]ode|guide|[Ss]tandard|framework|agreement|schedule|methodology|page|list)|(?:[Tt]he|[Oo]ur) (?:policy|document|plan|procedure|handbook|notice|statement|methodology|scope|objectives|policies|scope statement|[A-Z]{2,6})|[Ii]t|[Tt]hey|[Oo]bjectives|[Cc]lassifications|[Pp]olicies)(?: [\w()-]+){0,3} (?:is|are|will be|shall be|must be|should be|gets?|has to be)(?: \w+){0,6} (?:re-?view|refresh|look|check|updat|revis)\w*|\b[Rr]eviews? (?:and \w+ )?this (?:[Pp]olicy|[Pp]lan|[Dd]ocument|[Pp]rocedure|[Rr]egister|[Ss]tatement|[Cc]ode)\b|\breviews? (?:and (?:approves?|updates?) )?(?:it|this \w+|the (?:SoA|policy|plan|document|statement))\b|\b[Rr]eview (?:cycle|frequency|period)\b/;
/** We or somebody named look at this page; at the very top, "the register" is the document too. */
const ACTIVE_REVIEW =
  /\b(?:review|look at|look through|check|update|refresh|revisit|go through|read)(?:s|es)? (?:and \w+ )?this (?:page|notice|policy|document|list|register|log|plan|procedure|statement|record|schedule|guide)\b/i;
const TOP_SUBJECT =
  /\b[Tt]he (?:register|log|list|record|inventory|schedule|notice|page|tracker|risk register) (?:is|are|gets|will be|must be) (?:\w+ ){0,2}(?:re-?viewed|checked|updated|looked|gone|read|refreshed)/;
const BARE_REVIEW =
  /^\s*(?:review|check|update)(?: and \w+)? (?:this|the) (?:SoA|statement|policy|plan|document|register)\b|^\s*(?:to be )?(?:reviewed|review(?:ed)? (?:at least|every|annually|yearly)|checked (?:every|at least))\b/i;
const REVIEW_WORDS =
  /\b(?:re-?view\w*|refresh\w*|look\w* at|check\w*|updat\w*|revis\w*|formally approved)\b(?=(.{0,70}))/gi;

function* cycleIn(passage: Passage, source: StatementSource): Generator<ControlStatement> {
  const { text } = passage;
  if (!/review|look(?:ed)? at|looks at|refresh|checked|updated/i.test(text)) return;
  for (const { 0: sentence, index } of text.matchAll(/[^.;]+/g)) {
    if (!isAboutItself(sentence, passage)) continue;
    const [cycle] = [...everyMatch(sentence, REVIEW_WORDS)].flatMap(
      ({ 1: words = '' }) => parseReviewCycle(words) ?? [],
    );
    if (cycle === undefined) continue;
    yield {
      meaning: 'review-cycle',
      label: 'review cycle',
      value: sentence.trim(),
      where: whereAt(passage, index),
      source,
    };
    return;
  }
}

function isAboutItself(sentence: string, passage: Passage): boolean {
  if (OWN_SUBJECT.test(sentence) || BARE_REVIEW.test(sentence) || ACTIVE_REVIEW.test(sentence)) return true;
  return passage.line < 8 && TOP_SUBJECT.test(sentence);
}
