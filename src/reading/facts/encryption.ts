import { everyMatch } from '../../record/every-match.ts';
import type { FactFamily } from './fact-family.ts';
import { cellText, claimFrom, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';

const ALL_ENCRYPTED =
  /\b(?:all|every|each)\s(?:[\w-]+\s){0,4}?(laptops?|devices?|workstations?|desktops?|computers|end ?points?|mobiles?|phones|portable (?:media|devices)|removable media|usb|back-?ups?|company devices)\b[^.;]{0,60}\b(?:encrypt\w*|bitlocker|filevault)\b/i;
/** "There are no unencrypted laptops", "encryption is on for every laptop", "Are laptops encrypted? Yes, all": the same claim the other way round. */
const NONE_PLAIN =
  /\b(?:no|not one) (?:[\w-]+ ){0,2}?(laptops?|devices?|phones?|computers?)\b[^.;]{0,20}\bunencrypted\b|\bno unencrypted (laptops?|devices?|phones?|computers?)\b/i;
const ON_ALL =
  /\b(?:encrypt(?:ed|ion|s)?|bitlocker|filevault)\b[^.;?]{0,40}\b(?:all|every|each)\s(?:of\s)?(?:our\s|company\s)?(laptops?|devices?|phones?|computers?)\b|\b(laptops|devices|phones|computers)\b[^.;?]{0,20}\bencrypted\?\s(?:yes, )?(?:all|every|each)\b/i;
const VERSION =
  /\b(?:(?:TLS|SSL)(?:\s(?:versions?|v))?|versions?|minimum|lowest|and|or|before|than|below)[\s:]*v?(1\.[0-3])\b/gi;
const NO_LOWER =
  /^\s*(?:\+|or (?:higher|above|later|better|newer|more recent)|and (?:above|higher|later|newer)|upwards?|minimum|as (?:a|the) minimum|at (?:the )?least|only|is (?:the|our) (?:minimum|lowest|oldest|least))/i;
const LEAST_BEFORE = /\b(?:minimum|at least|min\.?|lowest|oldest|not (?:lower|older) than)\b[^.;]{0,24}$/i;
const OLDER_BEFORE = /\b(?:below|older than|lower than|earlier than|before|prior to|less than)\s(?:TLS )?v?$/i;
const REFUSED =
  /\b(?:refus\w*|reject\w*|block\w*|nothing|disabled?|(?:switched|turned) off|not (?:be )?(?:permitted|allowed|supported|accepted)|no longer|prohibited|deprecated|dropped)\b/i;
const WE_ENCRYPT =
  /\bencrypt (?:all|every|each)\s(?:of\s)?(?:our\s|company\s)?(laptops?|devices?|phones?|computers?)\b/i;
const RULE = /\b(?:must|should|shall|will|if|ensure|check)\b/i;

/** Claims that everything is encrypted, the lowest TLS version in use, and devices whose row says on or off. */
export const encryption: FactFamily = {
  name: 'encryption',
  cues: ['encrypted', 'unencrypted', 'encryption', 'bitlocker', 'filevault', 'tls', 'encrypt'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (/\?\s*$|☐/.test(text) || statement.ticked === false) return;
    const all = ALL_ENCRYPTED.exec(text) ?? NONE_PLAIN.exec(text) ?? ON_ALL.exec(text) ?? WE_ENCRYPT.exec(text);
    const thing = all?.[1] ?? all?.[2];
    if (all !== null && thing !== undefined) {
      const what = /back-?up/i.test(thing)
        ? 'backups'
        : /laptop/i.test(thing)
          ? 'laptops'
          : /phone|mobile/i.test(thing)
            ? 'mobiles'
            : 'devices';
      yield claimFrom(statement, all.index, setting, {
        type: 'encryption-state',
        subject: `all ${what}`,
        value: 'all on',
        confidence: RULE.test(text) ? 0.6 : 0.8,
      });
    }
    const lowest = lowestTls(text);
    if (lowest !== undefined)
      yield factFrom(statement, lowest.at, setting, {
        type: 'encryption-state',
        subject: 'TLS minimum',
        value: lowest.version,
        scope: /\b(?:smtp|e-?mail)\b/i.test(text)
          ? 'email'
          : /\bvpn\b/i.test(text)
            ? 'vpn'
            : /\bdatabase|rds|mysql\b/i.test(text)
              ? 'database'
              : '',
        confidence: 0.8,
        parts: { shown: `TLS ${lowest.version}` },
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

/** The lowest TLS version a text lets in: the one called so, the one below which all is refused, or the lowest of those accepted. */
function lowestTls(text: string): { readonly version: string; readonly at: number } | undefined {
  if (!/\btls\b/i.test(text)) return undefined;
  const refused = REFUSED.test(text);
  const accepted: { version: string; at: number }[] = [];
  for (const match of everyMatch(text, VERSION)) {
    const version = match[1] ?? '';
    const at = match.index + match[0].length - version.length;
    const before = text.slice(0, at).replace(/(?:TLS\s?)?v?$/i, '');
    if (NO_LOWER.test(text.slice(at + version.length)) || LEAST_BEFORE.test(before)) return { version, at };
    if (OLDER_BEFORE.test(before)) return refused ? { version, at } : undefined;
    accepted.push({ version, at });
  }
  if (refused || !/\?\s|\bversions? (?:accepted|supported)\b/i.test(text)) return undefined;
  return accepted.sort((a, b) => a.version.localeCompare(b.version))[0];
}
