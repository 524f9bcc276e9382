import { contentStems } from '../../record/words.ts';
import type { FactFamily, Setting } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { cyclesIn, durationsIn, hoursInWords } from './quantity.ts';

/** What is no rule of ours: things told of the past, laws, service levels bought, dates. */
const NO_RULE =
  /\b(?:took|lasted|was|were|since|ago|last|past|previous(?:ly)?|next|so far|until|Act|Regulations?|Article|e\.g|example|old|aged?|20\d\d|uptime|experience|£)\b|[€$%]|\?\s*$/i;
const MOST_WORDS = 26;
/** Words that say that something is a rule, not what the rule is about. */
const PLAIN = new Set(
  contentStems(
    'must shall will should required require requirement ensure within least minimum maximum period working business calendar full date time company ' +
      'organisation policy procedure accordance relevant appropriate applicable least than before after following receive once necessary need new all',
  ),
);

/**
 * A rule with one time in it, of whatever kind: its value and the stems of what it is about. Compared word by word where no other
 * family knows the subject.
 */
export const measures: FactFamily = {
  name: 'measures',
  cues: [
    'within',
    'hours',
    'days',
    'day',
    'weeks',
    'months',
    'month',
    'years',
    'year',
    'minutes',
    'daily',
    'weekly',
    'monthly',
    'quarterly',
    'quarter',
    'annually',
    'annual',
    'yearly',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    // Rules stand in policies and the like; a record tells what happened.
    if (
      setting.strength !== 'stated' ||
      statement.row !== undefined ||
      text.length > 240 ||
      statement.ticked !== undefined
    )
      return;
    const [duration, furtherDuration] = durationsIn(text);
    const [cycle, furtherCycle] = cyclesIn(text);
    if (furtherDuration !== undefined || furtherCycle !== undefined) return;
    const inCycle =
      cycle !== undefined && duration !== undefined && duration.at >= cycle.at && duration.end <= cycle.end;
    if (duration !== undefined && cycle !== undefined && !inCycle) return;
    if (cycle === undefined && (duration === undefined || duration.range || duration.bound !== 'max')) return;
    const one = cycle ?? duration;
    if (one === undefined || one.hours === 0 || NO_RULE.test(text)) return;
    const rest = `${text.slice(0, one.at)} ${text.slice(one.end)}`;
    // A document that names itself in every sentence says nothing by it.
    const own = titleStems(setting);
    const stems = [...new Set(contentStems(rest))].filter(
      (stem) => !PLAIN.has(stem) && !own.has(stem) && !/\d/.test(stem),
    );
    if (stems.length < 2 || stems.length > MOST_WORDS) return;
    yield factFrom(statement, one.at, setting, {
      type: 'measure',
      subject: cycle === undefined ? 'time' : 'cycle',
      value: one.hours,
      unit: 'hours',
      confidence: 0.7,
      parts: {
        bound: one.bound,
        shown: cycle === undefined && !duration?.working ? hoursInWords(one.hours) : one.text.toLowerCase(),
        stems: stems.sort().join(' '),
      },
    });
  },
};

const OWN_TITLE = new WeakMap<Setting, ReadonlySet<string>>();

function titleStems(setting: Setting): ReadonlySet<string> {
  const seen = OWN_TITLE.get(setting);
  if (seen !== undefined) return seen;
  const stems = new Set(contentStems(setting.title));
  OWN_TITLE.set(setting, stems);
  return stems;
}
