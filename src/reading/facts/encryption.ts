import type { FactFamily } from './fact-family.ts';
import { cellText, claimFrom, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';

const ALL_ENCRYPTED =
  /\b(?:all|every|each)\s(?:[\w-]+\s){0,4}?(laptops?|devices?|workstations?|desktops?|computers|end ?points?|mobiles?|phones|portable (?:media|devices)|removable media|usb|back-?ups?|company devices)\b[^.;]{0,60}\b(?:encrypt\w*|bitlocker|filevault)\b/i;
const TLS_MINIMUM =
  /\bTLS\s?v?(1\.[0-3])\b\s*(\+|or (?:higher|above|later|better|newer)|and above|minimum|as a minimum|at (?:the )?least|only)?/gi;
const OLD_OFF =
  /\b(?:disabled|not (?:permitted|allowed|supported|accepted)|prohibited|deprecated|blocked|turned off|rejected|below|older)\b/i;
const RULE = /\b(?:must|should|shall|will|if|ensure|check)\b/i;

/** Claims that everything is encrypted, the lowest TLS version in use, and devices whose row says on or off. */
export const encryption: FactFamily = {
  name: 'encryption',
  cues: ['encrypted', 'encryption', 'bitlocker', 'filevault', 'tls', 'encrypt'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (/\?\s*$|☐/.test(text) || statement.ticked === false) return;
    const all = ALL_ENCRYPTED.exec(text);
    if (all?.[1] !== undefined) {
      const what = /back-?up/i.test(all[1])
        ? 'backups'
        : /laptop/i.test(all[1])
          ? 'laptops'
          : /phone|mobile/i.test(all[1])
            ? 'mobiles'
            : 'devices';
      yield claimFrom(statement, all.index, setting, {
        type: 'encryption-state',
        subject: `all ${what}`,
        value: 'all on',
        confidence: RULE.test(text) ? 0.6 : 0.8,
      });
    }
    const below =
      /\b(?:refus\w*|reject\w*|block\w*|nothing|anything|any version)\b[^.;]{0,30}\b(?:below|older than|lower than|earlier than)\s*$/i;
    const versions = [...text.matchAll(TLS_MINIMUM)];
    const first = versions[0];
    if (versions.length !== 1 || first === undefined) return;
    const refused = below.test(text.slice(0, first.index));
    if (OLD_OFF.test(text) && !refused) return;
    const minimum =
      refused ||
      first[2] !== undefined ||
      /\b(?:minimum|at least|min\.?)\s(?:of\s|version\s)*$/i.test(text.slice(0, first.index));
    if (minimum)
      yield factFrom(statement, first.index, setting, {
        type: 'encryption-state',
        subject: 'TLS minimum',
        value: first[1] ?? '',
        scope: /\b(?:smtp|e-?mail)\b/i.test(text)
          ? 'email'
          : /\bvpn\b/i.test(text)
            ? 'vpn'
            : /\bdatabase|rds|mysql\b/i.test(text)
              ? 'database'
              : '',
        confidence: 0.8,
        parts: { shown: `TLS ${first[1]}` },
      });
  },
  *fromTable(register, setting) {
    const state = columnOf(register, /\b(?:encrypt(?:ed|ion)|bitlocker|filevault|disk encryption)\b/);
    if (
      state < 0 ||
      register.columns.length < 3 ||
      !/asset|device|laptop|serial|hostname|tag|model|equipment|id/.test(`${register.columns.join(' ')}`)
    )
      return;
    if (/breach|incident|disposal|key/.test(`${register.context} ${setting.title}`)) return;
    const name = columnOf(register, /\b(?:asset|device|tag|hostname|name|id|serial)\b/);
    const type = columnOf(register, /\b(?:type|category|model|description|device)\b/);
    for (const row of register.table.rows) {
      if (isExampleRow(row)) continue;
      const cell = row.cells[state]?.text.trim() ?? '';
      const off = /^(?:no|n|off|false|not|none|unknown|disabled|unencrypted|pending|✗|✘)\b/i.test(cell);
      const on = /^(?:yes|y|on|true|enabled|encrypted|bitlocker|filevault|✓|✔|aes)\b/i.test(cell);
      const words = row.cells.map((one) => one.text).join(' ');
      if ((!off && !on) || /\b(?:disposed|destroyed|retired|returned|sold)\b/i.test(words)) continue;
      const tag = cellText(row, name < 0 ? 0 : name) || cellText(row, type);
      if (tag === '') continue;
      const portable = /\b(?:laptop|macbook|notebook|thinkpad|surface|xps|latitude|elitebook)\b/i.test(words)
        ? 'laptop'
        : /\b(?:phone|mobile|tablet|ipad|pixel|galaxy)\b/i.test(words)
          ? 'mobile'
          : /\b(?:usb|removable|drive)\b/i.test(words)
            ? 'media'
            : 'device';
      yield factFromRow(row, state, setting, {
        type: 'encryption-state',
        subject: tag.toLowerCase(),
        value: off ? 'off' : 'on',
        scope: portable,
        confidence: 0.85,
        parts: { device: tag },
      });
    }
  },
};
