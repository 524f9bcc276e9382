import { contentStems } from '../../record/words.ts';
import type { FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { cyclesIn, hoursInWords } from './quantity.ts';
import { namesRoutine } from './review-cycles.ts';

const NP = '((?:[A-Za-z][\\w-]*\\s){1,4}?)';
const CYCLE =
  '(?:at least |no less than )?(?:annually|yearly|quarterly|monthly|weekly|daily|every \\w+ (?:months?|weeks?|years?)|every (?:year|quarter|month|week)|(?:once|twice) (?:a|per|each|every) (?:year|quarter|month))';
const WAYS: readonly RegExp[] = [
  new RegExp(
    `^(?:[\\d.]+\\s)?(?:all |the |our )?${NP}(?:is|are|shall be|must be|will be|should be)\\s(?:\\w+, ){0,3}(?:\\w+,? and )?(?:formally |fully )?re-?(?:viewed|assessed|validated)\\s(?:\\w+\\s){0,3}?${CYCLE}\\b`,
    'i',
  ),
  new RegExp(`\\breviewing (?:all |the |our )?${NP}${CYCLE}\\b`, 'i'),
  new RegExp(
    `\\b(?:annual|quarterly|monthly|weekly|daily) review of (?:all |the |our )?${NP.replace('\\s){1,4}?', '\\s?){1,3}')}`,
    'i',
  ),
];
/** Things that are reviewed by parts, or whose name says nothing: two cycles for them are no disagreement. */
const GENERAL = new Set(
  contentStems(
    'policy procedure document report result control measure security information data risk process plan performance metric log record activity system ' +
      'compliance they these this it service finding progress effectiveness requirement access right account supplier training provider standard register ' +
      'management team key critical formal status issue alert event item action change marking setting level list entry rule value label rating detail',
  ),
);

/** How often something is reviewed that no routine of `review-cycles` names; its stems are part of the subject. */
export const openReviews: FactFamily = {
  name: 'open-reviews',
  cues: ['reviewed', 'reviewing', 'review', 'reassessed', 'revalidated'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 240 || statement.row !== undefined || statement.ticked !== undefined || namesRoutine(text))
      return;
    const sentence = text.slice(statement.valueAt);
    for (const way of WAYS) {
      const match = way.exec(sentence);
      if (match?.[1] === undefined) continue;
      const at = statement.valueAt + match.index;
      const cycle = cyclesIn(match[0])[0];
      const name = [...new Set(contentStems(match[1]))].filter((stem) => !GENERAL.has(stem));
      if (cycle === undefined || cycle.hours < 24 || name.length === 0) continue;
      yield factFrom(statement, at + cycle.at, setting, {
        type: 'review-cycle',
        subject: `review of ${name.sort().join(' ')}`,
        value: cycle.hours,
        unit: 'hours',
        confidence: 0.65,
        parts: {
          bound: cycle.bound,
          shown: cycle.text.toLowerCase(),
          every: hoursInWords(cycle.hours),
          thing: match[1].trim().toLowerCase(),
        },
      });
      return;
    }
  },
};
