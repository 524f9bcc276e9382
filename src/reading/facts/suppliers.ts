import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Statement } from './statement.ts';

/** Words that do not tell one firm from another. */
const FORM =
  /\b(?:ltd|limited|plc|llp|inc|llc|gmbh|corp(?:oration)?|uk|emea|europe|ireland|services|group|the|sarl|pty|b\.?v|co)\b\.?/gi;

/** A firm's name for comparison: lower case, without legal form, brackets or marks. */
function firmKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\bamazon web services\b|\bamazon\b/g, 'aws')
    .replace(/\(.*?\)/g, ' ')
    .replace(FORM, ' ')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Firms in supplier registers and sub-processor lists, with their assurances. Subject is `firmKey` of the name. */
export const suppliers: FactFamily = {
  name: 'suppliers',
  cues: [
    'recipients',
    'recipient',
    'shared',
    'parties',
    'list',
    'processors',
    'processor',
    'suppliers',
    'companies',
    'firms',
    'subprocessors',
  ],
  *fromStatement(statement, setting) {
    yield* listInProse(statement, setting);
    yield* completeList(statement, setting);
    yield* recipients(statement, setting);
  },
  *fromTable(register, setting) {
    const kind = listKind(register, setting.title);
    if (kind === undefined) return;
    const name = columnOf(
      register,
      /^(?:supplier|supplier name|vendor|vendor name|sub-?processors?|sub-?processor name|processors?|processor name|provider|third party|name|company|organisation|firm|supplier \/ processor|supplier\/processor|sub-?processor \/ supplier)$/,
    );
    if (name < 0) return;
    const assurance = columnOf(register, /\b(?:assurance|certificat\w*|accreditation|dspt|iso|evidence held)\b/);
    const expiry = columnOf(register, /\b(?:expir\w*|valid until|valid to|certificate end)\b/);
    const data = dataColumn(register);
    const contract = columnOf(register, /\b(?:dpa|contract|agreement|processing agreement|terms)\b/);
    for (const row of register.table.rows) {
      const who = cellText(row, name);
      if (
        who === '' ||
        row.cells.filter((cell) => cell.text.trim() !== '').length < 2 ||
        isExampleRow(row) ||
        firmKey(who) === ''
      )
        continue;
      const ended = /\b(?:ended|terminated|ceased|no longer used|retired|exited|left)\b/i.test(
        row.cells.map((one) => one.text).join(' '),
      );
      yield factFromRow(row, name, setting, {
        type: 'supplier',
        subject: firmKey(who),
        value: ended ? 'ended' : 'current',
        scope: kind,
        confidence: 0.85,
        parts: {
          name: who,
          data: data < 0 ? '' : cellText(row, data).toLowerCase(),
          ...(contract >= 0 && { contract: cellText(row, contract) }),
        },
      });
      const held = cellText(row, assurance);
      const until = findDates(cellText(row, expiry))[0]?.date ?? findDates(held)[0]?.date;
      if (held !== '' || until !== undefined) {
        yield factFromRow(row, assurance < 0 ? expiry : assurance, setting, {
          type: 'supplier-assurance',
          subject: firmKey(who),
          value: held.toLowerCase(),
          confidence: 0.8,
          parts: { name: who, ...(until !== undefined && { expires: until.to }) },
        });
      }
    }
  },
};

const DATA = /\b(?:data|whose)\b(?!.*(?:terms|agreement|contract|processing))/;
/** Headings about such data, which do not say whether a firm has any. */
const ABOUT_DATA =
  /\b(?:where|locations?|countr(?:y|ies)|region|retention|return\w*|delet\w+|volume|breach\w*|special|transfer\w*|officer)\b/;

/** The column that says what data a firm has: one of personal data says it most surely, then one of patients' data. */
function dataColumn({ columns }: Register): number {
  const found = columns.filter((name) => DATA.test(name));
  const saying = found.filter((name) => !ABOUT_DATA.test(name));
  const naming = (whose: RegExp) => saying.find((name) => whose.test(name));
  const best = naming(/\bpersonal(?:ly)?\b/) ?? naming(/\bpatients?\b/) ?? saying[0] ?? found[0];
  return best === undefined ? -1 : columns.indexOf(best);
}

const LIST =
  /\b(?:(?:our|the supplier's|the company's|the|us(?:e|es)?)\s)?(?:(only|one|two|three|four|five|six|\d)\s)?(?:\w+\s)?(?:sub-?processors?|processors?|companies|firms)\b[^.:;]{0,60}?(?::|\bis\b|\bare\b)\s+(?=\p{Lu})/iu;
const NO_OTHER = /\b(?:no others?|only|nobody else|exclusively|full list|complete list)\b/i;

/** "Our only sub-processors are A and B": value is the firms' keys in order, parts say whether the list leaves room for more. */
function* listInProse(statement: Statement, setting: Setting) {
  const { text } = statement;
  const match = text.length < 420 ? LIST.exec(text) : null;
  if (match === null || /\b(?:such as|including|include|e\.g\.|may|if|must|their)\b/i.test(text)) return;
  const names = text
    .slice(match.index + match[0].length)
    .replace(/\([^)]*\)/g, '')
    .split(/,|;|\.(?:\s|$)|\sand\s|\s&\s/)
    .map((part) => part.trim())
    .filter((part) => /^\p{Lu}/u.test(part) && part.split(' ').length <= 6);
  if (names.length === 0) return;
  yield factFrom(statement, match.index, setting, {
    type: 'supplier-list',
    subject: 'sub-processors',
    value: names.map(firmKey).join('|'),
    scope: /\bpatient|service user|clinical\b/i.test(text) ? 'patient' : '',
    confidence: 0.8,
    parts: { names: names.join(', '), closed: String(match[1] !== undefined || NO_OTHER.test(text)) },
  });
}

const COMPLETE =
  /\b(?:list|register|table)\b[^.;]{0,40}\b(?:is|are) (?:complete|full|exhaustive|the whole)\b|\b(?:suppliers?|firms?|company|companies|processors?)\b[^.;]{0,20}\bnot (?:on it|listed|named|on (?:this|the) list)\b|\b(?:no other|nobody else|no further)\b[^.;]{0,40}\b(?:receives?|processes|handles|sub-?processors?)\b/i;

/** A list of suppliers that says of itself that there are no more. */
function* completeList(statement: Statement, setting: Setting) {
  const claim = /supplier|processor/.test(setting.title) ? COMPLETE.exec(statement.text) : null;
  if (claim === null || /\b(?:must|shall|should)\b/i.test(statement.text)) return;
  yield factFrom(statement, claim.index, setting, {
    type: 'supplier-list-complete',
    subject: 'suppliers',
    value: true,
    confidence: 0.8,
  });
}

const RECIPIENT_LABEL =
  /^(?:recipients?|data recipients?|processors?|sub-?processors?|shared with|disclosed to|third part(?:y|ies)|who (?:receives|gets) it|passed to|sent to)$/;
const FIRM_NAME =
  /\p{Lu}[\p{L}\d&.'’-]*(?: (?:of |and |& )?\p{Lu}[\p{L}\d&.'’-]*){0,4} (?:Ltd|Limited|LLP|plc|Inc|BV|B\.V|GmbH|LLC|Pty|SARL)\b/gu;
const OWN_PEOPLE = /\b(?:staff|payroll|pension|employ\w+|recruit\w*|hr|personnel|applicants?|benefits)\b/;

/** Firms that a record of processing or a notice names as receiving data. Subject is `firmKey` of the name. */
function* recipients(statement: Statement, setting: Setting) {
  if (statement.label === undefined || !RECIPIENT_LABEL.test(statement.label)) return;
  if (OWN_PEOPLE.test(`${statement.context} ${statement.row ?? ''}`)) return;
  for (const match of statement.text.slice(statement.valueAt).matchAll(FIRM_NAME))
    yield factFrom(statement, statement.valueAt + match.index, setting, {
      type: 'recipient',
      subject: firmKey(match[0]),
      value: 'receives data',
      confidence: 0.8,
      parts: { name: match[0] },
    });
}

function listKind(register: Register, title: string): string | undefined {
  const columns = register.columns.join(' | ');
  if (/sub-?processors?/.test(register.context) || /sub-?processor/.test(columns)) return 'sub-processors';
  if (
    /supplier register|vendor register|supplier list|list of suppliers|suppliers and processors|register of (?:suppliers|processors)/.test(
      `${title} ${register.context}`,
    ) ||
    (/supplier|vendor/.test(title) && /register|list|inventory/.test(title)) ||
    /^suppliers?\b/.test(title)
  ) {
    return /question|score|criteria|tier/.test(register.columns[0] ?? '') ? undefined : 'suppliers';
  }
  return /^(?:supplier|vendor|processor)(?: name)?( \||$)/.test(columns) && register.columns.length >= 3
    ? 'mentioned'
    : undefined;
}
