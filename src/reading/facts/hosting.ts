import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { countriesIn } from './vocabulary/places.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

const DATA =
  /\b(?:data|information|records?|backups?|servers?|hosting|services?|systems?|platform|database|logs?|recordings?|images?|files|studies|everything|all (?:of it|we hold)|what we hold|firms?|suppliers?|processors?|compan(?:y|ies))\b/i;
const HELD =
  /\b(?:stored|hosted|held|processed|kept|located|resid(?:e|es|ent|ency)|remains?|stays?|hosting|data cent(?:re|er)s?|region|processing|located)\b/i;
const ONLY = /\b(?:only|exclusively|solely|all|entirely|never leaves?|remains?|stays?|wholly|no data)\b/i;
const NO_TRANSFER =
  /\b(?:no|not|never|nothing|none|neither|nor)\b[^.;]{0,90}\b(?:outside|transfer(?:s|red)?|leaves?|overseas|abroad|offshore|international(?:ly)?)\b|\b(?:does|do) not (?:transfer|leave|send)\b|\bno (?:firm|supplier|processor|company|one|provider|part of it)s?\b[^.;]{0,30}\boutside\b/i;
const OUTSIDE = /\b(?:outside(?: of)?|leaves?|beyond|overseas|abroad|offshore|third countr(?:y|ies)|international)\b/i;
/** The answer "no" to a question whether any of it goes abroad. */
const DENIED =
  /\bdata\b[^?]{0,60}\b(?:outside (?:of )?the UK|abroad|overseas|outside the United Kingdom)\b[^?]{0,20}\?\s(?:no|none|never)\b/i;
const MECHANISM =
  /\b(?:IDTA|international data transfer agreement|UK addendum|standard contractual clauses|SCCs?|data bridge|adequacy|binding corporate rules|transfer risk assessment)\b/i;
const RULE =
  /\b(?:if|where|unless|should|must not|may only|only (?:be )?transferred|without|prior|approval|before any|any transfers?|when|must be|shall)\b/i;

/** Where data is held, and whether it leaves the country. `only` marks a statement that rules every other place out. */
export const hosting: FactFamily = {
  name: 'hosting',
  cues: [
    'uk',
    'kingdom',
    'hosted',
    'hosting',
    'region',
    'stored',
    'transfer',
    'transfers',
    'transferred',
    'overseas',
    'abroad',
    'outside',
    'usa',
    'us',
    'states',
    'ireland',
    'eea',
    'india',
    'germany',
    'location',
    'residency',
    'kingdom',
    'everything',
    'centre',
    'idta',
    'processed',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 700 || /\?\s*$|☐/.test(text) || statement.ticked === false) return;
    if (statement.from === 'cell' && statement.row !== undefined && LOCATION.test(statement.label ?? '')) return;
    const countries = countriesIn(text);
    if (
      NO_TRANSFER.test(text) &&
      OUTSIDE.test(text) &&
      !/\bwithout\b|\bunless\b|\bexcept\b/i.test(text) &&
      DATA.test(`${text} ${statement.context}`)
    ) {
      const rule = /\b(?:must|shall|may|should|will) not\b|\bnot permitted\b|\bprohibited\b/i.test(text);
      yield factFrom(statement, 0, setting, {
        type: 'international-transfer',
        subject: 'transfers',
        value: 'none',
        confidence: rule ? 0.55 : 0.85,
        parts: { allowed: countries.length === 0 ? 'GB' : countries.join(' ') },
      });
      return;
    }
    if (
      (/^\s*(?:there (?:are|is) )?(?:none|no)\b/i.test(text.slice(statement.valueAt)) &&
        /transfer/.test(statement.label ?? '')) ||
      DENIED.test(text)
    ) {
      yield factFrom(statement, statement.valueAt, setting, {
        type: 'international-transfer',
        subject: 'transfers',
        value: 'none',
        confidence: 0.85,
        parts: { allowed: 'GB' },
      });
      return;
    }
    if (countries.length === 0) return;
    const abroad = countries.filter((code) => code !== 'GB' && code !== 'EEA');
    if (
      abroad.length > 0 &&
      (MECHANISM.test(text) || /\btransfer(?:s|red|ring)?\b/i.test(text)) &&
      !RULE.test(text) &&
      !NO_TRANSFER.test(text)
    ) {
      yield factFrom(statement, 0, setting, {
        type: 'international-transfer',
        subject: 'transfers',
        value: 'some',
        scope: abroad.join(' '),
        confidence: 0.75,
        parts: { countries: abroad.join(' ') },
      });
      return;
    }
    if (
      !HELD.test(text) ||
      !DATA.test(text) ||
      (/\b(?:law|legislation|regulat\w+|GDPR|citizens?|residents|standards?)\b/i.test(text) &&
        !/\bhosted|stored|data cent/i.test(text))
    )
      return;
    if (/\b(?:or|may|could|prefer\w*|where possible|ideally|must be|should be)\b/i.test(text) && !ONLY.test(text))
      return;
    yield factFrom(statement, 0, setting, {
      type: 'hosting-location',
      subject: firstOf(SYSTEMS, text) ?? 'data',
      value: countries.join(' '),
      confidence: 0.7,
      parts: { only: String(ONLY.test(text) && countries.every((code) => code === 'GB' || code === 'EEA')) },
    });
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
};

const LOCATION =
  /\b(?:location|country|countries|region|hosted|hosting|where|data residency|residency|data centre|place|jurisdiction|transfers?)\b/;

function* fromRegister(register: Register, setting: Setting) {
  const location = columnOf(register, LOCATION);
  if (location < 0 || register.columns.length < 3) return;
  const name = columnOf(
    register,
    /\b(?:supplier|vendor|processor|sub-?processor|provider|system|asset name|service|recipient|organisation|company|name|asset|activity)\b/,
  );
  if (name < 0 || /\b(?:serial|staff|employee)\b/.test(register.columns.join(' '))) return;
  const dataColumn = columnOf(register, /\b(?:data|personal)\b/);
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const countries = countriesIn(cellText(row, location));
    const who = cellText(row, name === location ? 0 : name);
    if (countries.length === 0 || who === '') continue;
    const data = dataColumn < 0 || dataColumn === location ? '' : (row.cells[dataColumn]?.text.trim() ?? '');
    yield factFromRow(row, location, setting, {
      type: 'hosting-location',
      subject: who.toLowerCase().replace(/\s*\(.*$/, ''),
      value: countries.join(' '),
      confidence: 0.85,
      parts: { only: 'false', holder: who, ...(/^(?:no|none|n|nil|-|n\/a)\b/i.test(data) && { data: 'none' }) },
    });
  }
}
