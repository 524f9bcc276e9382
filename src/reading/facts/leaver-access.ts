import type { FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { durationsIn, hoursInWords } from './quantity.ts';

const LEAVER =
  /\b(?:leav(?:er|ers|es|ing)|terminat(?:ion|ed|es)|depart(?:ure|ed|ing|s)?|(?:who|they|anyone|someone|staff|employees|people) leave|offboarding|last (?:working )?day|end of employment|resign\w*)\b/i;
const REMOVED =
  /\b(?:access|accounts?|log-?ins?|rights|permissions?|credentials|mailbox)\b[^.;]{0,60}\b(?:remov(?:ed?|al)|disabled?|revo(?:ked?|cation)|closed?|deactivat(?:ed?|ion)|withdrawn|suspended|switched off|taken away|end(?:s|ed)?|stops?|go(?:es)?)\b|\blos(?:es?|ing) (?:their |all |any )*(?:access|accounts?|log-?ins?)\b|\b(?:remove|disable|revoke|close|deactivate|withdraw|switch off|turn off|suspend|end)s?\b[^.;]{0,60}\b(?:access|accounts?|log-?ins?|rights|permissions?|credentials)\b|\b(?:switch|turn|take|close)\s(?:everything|it all|them)\s(?:off|down|away)\b/i;
const SAME_DAY =
  /\b(?:same day|on (?:the|their|your|(?:the )?leaver(?:'s|’s)) (?:last|final|leaving) (?:working )?day|by (?:the )?(?:end|close) of (?:the|their) (?:last|final) (?:working )?day|immediately|no later than (?:the|their) (?:employee(?:'s|’s) |leaver(?:'s|’s) )?(?:final|last) (?:working )?day|on the day (?:they|of)|by the final working day|before they leave)\b/i;

/** How soon a leaver's access is gone, in hours from leaving; zero for the same day. */
export const leaverAccess: FactFamily = {
  name: 'leaver-access',
  cues: [
    'leaver',
    'leavers',
    'leaves',
    'leaving',
    'termination',
    'terminated',
    'departure',
    'offboarding',
    'last',
    'departing',
    'leaver',
    'leave',
    'everything',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    // "Leaver | Within 24 hours" under the column "Access removed".
    const column = statement.from === 'cell' && statement.row === undefined ? statement.context : '';
    if (
      text.length > 300 ||
      !(REMOVED.test(text) || (column !== '' && REMOVED.test(column.slice(column.lastIndexOf('>') + 1)))) ||
      !LEAVER.test(`${text} ${statement.heading} ${setting.title.includes('leaver') ? setting.title : ''}`)
    )
      return;
    if (
      /\b(?:deleted?|archiv\w+|retain\w*|kept|hr (?:will|must|shall|to)|notif(?:y|ies|ied)|tell|inform(?:s|ed)?|return\w*|equipment|supplier|customer|contract end)\b/i.test(
        text,
      )
    )
      return;
    const scope = /\b(?:privileged|admin\w*|elevated|root)\b/i.test(text)
      ? 'administrators'
      : /\b(?:dismiss\w*|misconduct|breach\w*|disciplin\w*|contractors?|third part\w+|suspect\w*|suspen\w*)\b/i.test(
            text,
          )
        ? 'for cause'
        : '';
    const limit = durationsIn(text).find((one) => one.bound !== 'min' && one.hours <= 24 * 62);
    if (
      limit !== undefined &&
      (limit.bound === 'max' ||
        /\b(?:within|in|after|no later than|have|has)\b/i.test(text.slice(Math.max(0, limit.at - 24), limit.at)))
    ) {
      yield factFrom(statement, limit.at, setting, {
        type: 'leaver-access',
        subject: 'removal',
        scope,
        value: limit.hours,
        unit: 'hours',
        confidence: 0.75,
        parts: { bound: 'max', shown: hoursInWords(limit.hours) },
      });
      return;
    }
    const same = SAME_DAY.exec(text);
    if (same !== null)
      yield factFrom(statement, same.index, setting, {
        type: 'leaver-access',
        subject: 'removal',
        scope,
        value: 0,
        unit: 'hours',
        confidence: 0.75,
        parts: { bound: 'max', shown: 'the same day' },
      });
  },
};
