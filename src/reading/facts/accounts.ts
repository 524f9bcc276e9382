import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, claimFrom, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { nameAtStart, personKey } from './person-name.ts';

const NO_LEAVER =
  /\bno (?:former |ex-?)?(?:leavers?|(?:staff|people|employees?|users?|one) who (?:has |have )?left)\b[^.;]{0,30}\b(?:keeps?|holds?|has|have|retains?|kept|had|with)\b[^.;]{0,20}\b(?:accounts?|access|log-?ins?)\b/i;
const ENDS_AT_ONCE =
  /\b(?:all|every) (?:of (?:their|the leaver's) )?(?:access|accounts?)\b[^.;]{0,30}\b(?:ends?|is removed|are (?:closed|disabled)|stops?)\b[^.;]{0,20}\b(?:on|by)\b[^.;]{0,20}\b(?:last|final|leaving)\b/i;
const STILL_OPEN =
  /\b([a-z]+[._][a-z]+(?:@[\w.-]+)?)\b[^.;]{0,40}?\b(?:is|was|remains?|are) (?:still )?(?:enabled|active|open|live)\b/;
const ABOUT_ACCOUNTS = /\b(?:accounts?|access|admin\w*|privileged|users?|log-?ins?|permissions?|licen[cs]es?|seats?)\b/;
const STATE = /^(?:state|status|enabled|active|account status|account state|sign-?in)$/;
const RIGHTS = /^(?:access|rights today|current access|rights)$/;
const OPEN = /^(?:enabled|active|open|live|yes|true|keep|current)\b|\bstill (?:active|enabled|open|live)\b/i;
const SHUT =
  /\b(?:disabled|blocked|removed|revoked|closed|suspended|deleted|deactivated|inactive)\b|^(?:no|false|off)\b/i;

/** Accounts that are open or shut, and claims that no leaver has one. Subject is the account's name, or `leavers`. */
export const accounts: FactFamily = {
  name: 'accounts',
  cues: ['leaver', 'leavers', 'left', 'enabled', 'active', 'access', 'accounts'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 420 || /\?\s*$|☐/.test(text) || statement.ticked === false) return;
    const none = NO_LEAVER.exec(text);
    const rule = none === null ? ENDS_AT_ONCE.exec(text) : null;
    const claim = none ?? rule;
    if (claim !== null && !/\b(?:ensure|check|confirm|verify|so that|must|should|shall|target|aim)\b/i.test(text))
      yield claimFrom(statement, claim.index, setting, {
        type: 'leaver-account-claim',
        subject: 'leavers',
        value: none === null ? 'rule' : 'none',
        confidence: 0.8,
      });
    const open = STILL_OPEN.exec(text);
    if (open?.[1] !== undefined)
      yield factFrom(statement, open.index, setting, {
        type: 'account-state',
        subject: open[1].toLowerCase(),
        value: 'open',
        confidence: 0.8,
        parts: { account: open[1] },
      });
  },
  *fromTable(register, setting) {
    yield* accountRows(register, setting);
    yield* leaverRows(register, setting);
  },
};

/** Rows of an export, review or list of accounts. Without a column for the state an account that is listed is open. */
function* accountRows(register: Register, setting: Setting) {
  const about = `${register.context} ${setting.title} ${setting.path.toLowerCase().replace(/[-_/]/g, ' ')}`;
  if (
    !ABOUT_ACCOUNTS.test(about) ||
    /\b(?:policy|procedure|template|leavers?|joiners?|form|request)\b/.test(setting.title)
  )
    return;
  const who = columnOf(
    register,
    /^(?:user(?: ?name)?|user id|account(?: name)?|principal|log-?in|upn|agent|holder|name|display name|person|e-?mail|sign-?in name|sam ?account ?name)$/,
  );
  if (who < 0) return;
  const known = columnOf(register, STATE);
  const state = known >= 0 ? known : columnOf(register, RIGHTS);
  const person = columnOf(register, /^(?:name|display name|full name|person|holder)$/);
  for (const row of register.table.rows) {
    const account = cellText(row, who);
    if (account === '' || isExampleRow(row)) continue;
    const said = cellText(row, state);
    const words = row.cells.map((cell) => cell.text).join(' | ');
    if (SHUT.test(state < 0 ? words : said)) continue;
    if (state >= 0 && !OPEN.test(said)) continue;
    const name = nameAtStart(cellText(row, person));
    yield factFromRow(row, who, setting, {
      type: 'account-state',
      subject: account.toLowerCase(),
      value: 'open',
      confidence: state < 0 ? 0.7 : 0.85,
      parts: { account, ...(name !== undefined && { key: personKey(name) }) },
    });
  }
}

/** A list of joiners, movers and leavers that gives the day on which each access was taken away. */
function* leaverRows(register: Register, setting: Setting) {
  const type = columnOf(register, /^(?:type|event|change|what)$/);
  const name = columnOf(register, /^(?:name|person|who|staff member|employee)$/);
  const date = columnOf(register, /^(?:date|when|effective|effective date|last day)$/);
  if (type < 0 || name < 0) return;
  for (const row of register.table.rows) {
    const who = nameAtStart(cellText(row, name));
    if (who === undefined || !/^leaver\b/i.test(cellText(row, type))) continue;
    const left = findDates(cellText(row, date))[0]?.date;
    yield factFromRow(row, name, setting, {
      type: 'person-record',
      subject: personKey(who),
      value: 'left',
      confidence: 0.9,
      parts: { name: who, ...(left !== undefined && { left: left.to }) },
      ...(left !== undefined && { asOf: left }),
    });
    const removed = row.cells.filter((cell, at) => at > Math.max(name, date) && findDates(cell.text).length > 0);
    if (removed.length > 0)
      yield factFromRow(row, name, setting, {
        type: 'leaver-account-claim',
        subject: personKey(who),
        value: 'removed',
        confidence: 0.85,
      });
  }
}
