import { type FactFamily, factFrom } from './fact-family.ts';
import { durationsIn, hoursInWords } from './quantity.ts';

const BY_ITSELF = /\bauto(?:matic(?:ally)?|-?(?:install|update)s?)?\b/i;
const UPDATE = /\b(?:updat(?:e[sd]?|ing)|patch(?:e[sd]|ing)?)\b/i;
/** How often, where no number says it, in hours. */
const OFTEN: readonly (readonly [RegExp, number])[] = [
  [/\b(?:daily|nightly|(?:each|every) (?:day|night))\b/i, 24],
  [/\b(?:weekly|(?:each|every) (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b/i, 7 * 24],
  [/\bfortnightly\b/i, 14 * 24],
  [/\b(?:monthly|(?:each|every) month)\b/i, 30 * 24],
];

/** How often updates come by themselves, in hours: "Laptops take updates automatically every 7 days". */
export const automaticUpdates: FactFamily = {
  name: 'automatic-updates',
  cues: ['update', 'updates', 'updated', 'updating', 'patches', 'patching', 'patched'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const by = BY_ITSELF.exec(text);
    if (by === null || !UPDATE.test(text)) return;
    const [often] = durationsIn(text);
    const hours = often?.hours ?? OFTEN.find(([words]) => words.test(text))?.[1];
    if (hours === undefined) return;
    yield factFrom(statement, by.index, setting, {
      type: 'update-interval',
      subject: 'automatic updates',
      value: hours,
      unit: 'hours',
      confidence: 0.7,
      parts: { shown: hoursInWords(hours) },
    });
  },
};
