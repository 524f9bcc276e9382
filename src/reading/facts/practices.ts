import type { FactFamily, Register, Setting } from './fact-family.ts';
import { factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Practice } from './vocabulary/controls.ts';
import { PRACTICES } from './vocabulary/controls.ts';

const ANY = new RegExp(PRACTICES.map(({ pattern }) => pattern.source).join('|'), 'i');
const BANNED =
  /\b(?:prohibit(?:ed|s)?|forbidden|forbids?|banned|not (?:be )?(?:permitted|allowed|used|accepted|acceptable|authorised)|(?:may|must|shall|can|should|do|does) not|never|nobody|no one|disallowed|no(?= (?:shared|generic|personal|removable|public|USB)))\b/i;
const ALLOWED =
  /\b(?:may(?! not)|can(?! not|not)|(?:is|are) (?:allowed|permitted|accepted|acceptable|fine)|(?:is|are) free to|we (?:allow|permit)|(?:company|policy|organisation) (?:allows|permits))\b/i;
/** Wording that leaves room: it speaks against neither a ban nor a permission. */
const NARROWED =
  /\b(?:un(?:approved|authori[sz]ed|encrypted|managed|trusted|controlled)|unless|except|without (?:\w+ ){0,3}(?:approval|permission|authori[sz]ation|agreement|consent|a VPN|encryption)|only (?:if|where|when|with|through|via)|where (?:approved|necessary|possible)|if approved|avoid|other than|limited|exception(?:s|al(?:ly)?)?)\b/i;
/** A rule for some people, some time or some thing, not for all. */
const SOME =
  /\b(?:apprentices?|new starters?|probation|contractors?|visitors?|temporary|interns?|authenticator|first (?:month|week|three)|guests?|suppliers?|vendors?|customers?|patients?|during (?:an?|the) |children|family)\b/i;

/** Whether a practice is allowed: subject is the practice, value `allowed`, `banned` or `seen`; scope says for what. */
export const practices: FactFamily = {
  name: 'practices',
  cues: [...new Set(PRACTICES.flatMap(({ words }) => words))],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 420 || statement.ticked === false || /[?:]\s*$|☐/.test(text) || !ANY.test(text)) return;
    if (statement.row !== undefined && statement.from === 'cell') return;
    for (const practice of PRACTICES) {
      const match = practice.pattern.exec(text);
      if (match === null) continue;
      const value = verdictOf(
        practice,
        text,
        match.index,
        match[0].length,
        `${statement.heading} ${statement.context}`,
      );
      if (value === undefined || (SOME.test(text) && value !== 'seen')) continue;
      yield factFrom(statement, match.index, setting, {
        type: 'practice-rule',
        subject: practice.id,
        value,
        scope: scopeOf(practice.id, text),
        confidence: 0.75,
      });
    }
  },
  *fromTable(register, setting) {
    yield* inUse(register, setting);
    yield* sharedInUse(register, setting);
  },
};

function verdictOf(practice: Practice, text: string, at: number, length: number, around: string): string | undefined {
  const asked = text.indexOf('? ');
  if (asked > at) {
    const answer = text.slice(asked + 2);
    if (/^yes\b/i.test(answer)) return NARROWED.test(answer) ? undefined : 'allowed';
    if (/^no\b/i.test(answer)) return 'banned';
    const again = practice.pattern.exec(answer);
    return again === null ? undefined : verdictOf(practice, answer, again.index, again[0].length, around);
  }
  if (NARROWED.test(text)) return undefined;
  if (practice.banned?.test(text)) return 'banned';
  if (practice.id === 'servers of our own')
    return practice.seen?.test(text) && !/\b(?:no|not|supplier|data cent(?:re|er)|provider|must|shall)\b/i.test(text)
      ? 'seen'
      : undefined;
  if (
    practice.id === 'shared accounts' &&
    practice.seen?.test(text) === true &&
    !BANNED.test(text) &&
    !RULE_WORD.test(text)
  )
    return 'seen';
  if (practice.allowed?.test(text)) return 'allowed';
  // Under "You must not" a bare list item is a ban.
  if (/\b(?:must not|do not|don't|prohibited|not (?:permitted|allowed)|never|forbidden|unacceptable)\b/.test(around))
    return BANNED.test(text) || text.length > length + 20 ? undefined : 'banned';
  const near = text.slice(Math.max(0, at - 90), at + 160);
  if (BANNED.test(near)) return 'banned';
  return ALLOWED.test(near) ? 'allowed' : undefined;
}

const RULE_WORD = /\b(?:must|shall|should|if|when|where|risk)\b/i;

function scopeOf(id: string, text: string): string {
  if (id !== 'personal devices' && id !== 'removable media') return '';
  if (/\b(?:any|all) (?:work|business|company)\b|\bfor (?:any )?work\b/i.test(text)) return '';
  if (/\be-?mails?|mailbox|webmail|outlook\b/i.test(text)) return 'e-mail';
  if (/\b(?:restricted|patient|sensitive|special category|confidential|clinical)\b/i.test(text))
    return 'sensitive data';
  return /\b(?:data|files?|documents?|information)\b/i.test(text) ? 'data' : '';
}

/** A register that lists one in use, such as a memory stick issued to somebody. */
function* inUse(register: Register, setting: Setting) {
  const about = `${register.context} ${setting.title}`;
  if (!/\b(?:asset|device|equipment|hardware|inventory|software|kit)\b/.test(about) || /dispos|destruct/.test(about))
    return;
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const words = row.cells.map((cell) => cell.text).join(' | ');
    for (const { id, seen } of PRACTICES) {
      if (seen?.test(words) !== true) continue;
      yield factFromRow(row, 0, setting, {
        type: 'practice-rule',
        subject: id,
        value: 'seen',
        scope: '',
        confidence: 0.8,
      });
    }
  }
}

const ACCOUNT_COLUMN = /^(?:account(?: name)?|user(?: ?name)?|log-?in|sign-?in|upn|e-?mail|mailbox)$/;
/** A sign-in of several people: called shared, or used by a team, a rota or everybody. */
const BY_SEVERAL =
  /\bshared\b(?! (?:mailbox|drive|folder))|\b(?:used|signed in(?: to)?|sign-?in|log-?in) by (?:the |all |every\w* )[^|]{0,30}\b(?:team|staff|rota|everyone|people|desk)\b|^(?:all|every) (?:[\w-]+ )?(?:staff|team|users)$/i;
const NOT_SIGNED_IN =
  /\b(?:blocked|disabled|no (?:direct )?sign-?in|not signed in|delegat\w+|from (?:their|a person's) own)\b/i;

/** A list or review of accounts with one that several people sign in to. */
function* sharedInUse(register: Register, setting: Setting) {
  const account = register.columns.findIndex((name) => ACCOUNT_COLUMN.test(name));
  if (account < 0 || /\b(?:policy|procedure|template|form)\b/.test(setting.title)) return;
  for (const row of register.table.rows) {
    if (isExampleRow(row) || !row.cells.some((cell, at) => at !== account && BY_SEVERAL.test(cell.text.trim())))
      continue;
    if (row.cells.some((cell) => NOT_SIGNED_IN.test(cell.text))) continue;
    yield factFromRow(row, account, setting, {
      type: 'practice-rule',
      subject: 'shared accounts',
      value: 'seen',
      scope: '',
      confidence: 0.8,
    });
  }
}
