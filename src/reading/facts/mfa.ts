import type { FactFamily, Register, Setting } from './fact-family.ts';
import { claimFrom, columnOf, factFromRow, isExampleRow } from './fact-family.ts';

const MFA =
  /\b(?:MFA|2FA|multi-?factor(?: authentication)?|two-?factor(?: authentication)?|second (?:sign-?in |log-?in |authentication |verification )?(?:factor|step|check)|two-step (?:verification|sign-?in|log-?in)|2SV)\b/i;
const ALL =
  /\b(?:all|every|each|any)\s+(?:\w+[\s-]+){0,4}?(?:accounts?|users?|staff|systems?|services?|access|employees|log-?ins?|sign-?ins?|applications?|people|person)\b|\b(?:everyone|everybody|100 ?%|without exception|mandatory for all|no exceptions|across the (?:board|company|organisation|business))\b/i;
const ON =
  /\b(?:enforced|required|mandatory|enabled|must|in place|turned on|switched on|protects|protected|on|used|use|uses|applied|active|compulsory)\b/i;
const OFF =
  /\b(?:not (?:yet )?(?:enabled|enforced|required|in place|on|turned on|available|supported|set up|used|configured|active)|disabled|switched off|turned off|(?:has|have|with|is|are) no (?:MFA|2FA|multi-?factor|second factor)|(?:is|are) (?:still )?without (?:MFA|2FA|multi-?factor|a second factor)|excluded|exempt(?:ed)?|exception|optional|does not (?:have|support|use)|do not (?:have|support|use)|bypass(?:ed)?)\b/i;
/** "Nobody signs in without it": a sweeping claim said the other way round. */
const NONE_WITHOUT =
  /\b(?:nobody|no one|no (?:account|user|person|member of staff|log-?in|sign-?in))\b[^.;]{0,40}\b(?:without|lacks?)\b/i;
const EXCEPT =
  /\b(?:except|excluding|apart from|other than|with the exception|where (?:supported|available|possible|practicable|technically)|unless)\b/i;
const RULE_ABOUT_EXCEPTIONS =
  /\b(?:exceptions? (?:must|require|need|shall|to|are|should|will)|any exceptions?|no exceptions?|must not|never|should not|may not|prohibited|not permitted|without exception|if\b|risk of|not be|cannot|can't)\b/i;
const MANAGED =
  /\b(?:approved|risk[- ]accepted|accepted by|compensat\w+|exception (?:register|log|granted)|signed off)\b/i;
const PART =
  /\b(?:admin\w*|privileged|remote|vpn|root|console|aws|cloud|customers?|production|e-?mail|finance|portal)\b/i;

/** Whether a second factor is on: a claim about all accounts, a claim about some, or an account where it is off. */
export const mfa: FactFamily = {
  name: 'mfa',
  cues: ['mfa', '2fa', 'multi', 'multifactor', 'two', 'factor', '2sv', 'second', 'step'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (
      !MFA.test(text) ||
      (statement.row !== undefined && statement.from === 'cell' && /\bmfa\b/.test(statement.label ?? ''))
    )
      return;
    if (
      /\?\s*$|☐|□|\b(?:can (?:also )?(?:be (?:enabled|used|turned)|use|enable)|could|may|support(?:s|ed)? and|capable|offer(?:s|ed)?|available|alert|alarm|monitor|detect)\b/i.test(
        text,
      ) ||
      /\b(?:alert|alarm|detect|monitor)/.test(statement.context) ||
      statement.ticked === false
    )
      return;
    const at = MFA.exec(text)?.index ?? 0;
    if (NONE_WITHOUT.test(text)) {
      yield claimFrom(statement, at, setting, {
        type: 'mfa-state',
        subject: 'all accounts',
        value: 'on',
        scope: '',
        confidence: 0.75,
      });
      return;
    }
    if (
      OFF.test(text) &&
      !RULE_ABOUT_EXCEPTIONS.test(text) &&
      !EXCEPT.test(text) &&
      !/\b(?:alert|alarm|block|deny|denied|detect|access)\w*\b[^.]{0,30}\bwithout\b/i.test(text)
    ) {
      const who =
        /\b(?:shared|service|break[- ]glass|emergency|legacy|contractor|mailbox|root|finance|test)\b[\w -]{0,24}?(?:account|accounts|mailbox|user|users|login)\b/i.exec(
          text,
        )?.[0] ?? '';
      yield claimFrom(statement, at, setting, {
        type: 'mfa-state',
        subject: 'some accounts',
        value: 'off',
        scope: who.toLowerCase(),
        confidence: 0.75,
        parts: { account: who, managed: String(MANAGED.test(text)) },
      });
      return;
    }
    if (!ON.test(text) || EXCEPT.test(text)) return;
    const all = ALL.exec(text);
    if (all === null) return;
    const narrow = PART.exec(all[0])?.[0] ?? PART.exec(text.slice(all.index, all.index + all[0].length + 24))?.[0];
    yield claimFrom(statement, at, setting, {
      type: 'mfa-state',
      subject: narrow === undefined ? 'all accounts' : 'some accounts',
      value: 'on',
      scope: narrow?.toLowerCase() ?? '',
      confidence: 0.8,
    });
  },
  *fromTable(register, setting) {
    yield* fromExport(register, setting);
    yield* exceptions(register, setting);
  },
};

/** "29" or "on for 29" of 31 accounts: some have none. */
function short(cell: string, total: string): boolean {
  const on = /^(?:on for |enforced for )?(\d{1,4})$/.exec(cell)?.[1];
  return on !== undefined && /^\d{1,4}$/.test(total.trim()) && Number(on) < Number(total);
}

/** A list of accounts excepted from the second factor: each is one without it, however well approved. */
function* exceptions(register: Register, setting: Setting) {
  if (!/\bexception/.test(register.context) || !MFA.test(`${setting.title} ${register.context}`)) return;
  const account = columnOf(register, /^(?:account|user|name|system|service|login)s?$/);
  if (account < 0) return;
  for (const row of register.table.rows) {
    const who = row.cells[account]?.text.trim() ?? '';
    if (who === '' || isExampleRow(row)) continue;
    yield factFromRow(row, account, setting, {
      type: 'mfa-state',
      subject: 'account',
      value: 'off',
      scope: who.toLowerCase(),
      confidence: 0.85,
      parts: { account: who, managed: 'true' },
    });
  }
}

function* fromExport(register: Register, setting: Setting) {
  const state = columnOf(register, /\b(?:mfa|2fa|multi-?factor|two-?factor|2sv|second (?:factor|step|check))\b/);
  if (state < 0 || register.columns.length < 2) return;
  const total = columnOf(register, /^(?:accounts?|users?|number of (?:accounts|users)|total)$/);
  const account = columnOf(register, /\b(?:account|user|name|email|login|person|system|service|upn)\b/);
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const cell = row.cells[state]?.text.trim() ?? '';
    const off =
      short(cell, row.cells[total]?.text ?? '') ||
      /^(?:no|n|off|false|disabled|not (?:enabled|enrolled|registered|set up|enforced|capable|available|yet)|none|✗|✘|x|pending|optional)\b/i.test(
        cell,
      ) ||
      /\b(?:not (?:yet )?(?:enabled|enforced|enrolled|supported|available)|exempt|exclu)\b/i.test(cell);
    const on = /^(?:yes|y|on|true|enabled|enforced|required|✓|✔|registered|capable|mandatory)\b/i.test(cell);
    if ((!off && !on && cell !== '') || /^n\/a\b/i.test(cell)) continue;
    const words = row.cells.map((one) => one.text).join(' ');
    if (
      /\b(?:leaver|(?:has|have) left|left (?:on|in|the|us)|disabled account|account disabled|deleted|revoked|suspended|closed)\b/i.test(
        words,
      )
    )
      continue;
    const named = row.cells[account < 0 ? 0 : account]?.text.trim() ?? '';
    const who = /^\d+$/.test(named) ? (row.cells[0]?.text.trim() ?? '') : named;
    yield factFromRow(row, state, setting, {
      type: 'mfa-state',
      subject: 'account',
      value: off ? 'off' : on ? 'on' : 'unsaid',
      scope: who.toLowerCase(),
      confidence: 0.9,
      parts: { account: who, managed: String(MANAGED.test(words)) },
    });
  }
}
