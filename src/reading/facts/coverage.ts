import { findDates } from '../dates/find-dates.ts';
import { personColumn } from './columns.ts';
import type { FactFamily } from './fact-family.ts';
import { claimFrom, factFromRow, isExampleRow } from './fact-family.ts';

/** Something that every supplier, person or device should have: how documents claim it, and which column of a register shows it. */
type Coverage = {
  readonly type: string;
  readonly subject: string;
  readonly claim: RegExp;
  readonly topic: RegExp;
  readonly column: RegExp;
  readonly missing: RegExp;
  /** Value of a row that is not missing. */
  readonly present: string;
};

const NOTHING =
  /^(?:no|n|none|not\b.*|missing|outstanding|awaiting\b.*|pending\b.*|unsigned|to (?:do|follow|sign)\b.*|✗|✘|x)$|^none\b|^not (?:yet )?(?:signed|held|in place)/i;

const COVERAGES: readonly Coverage[] = [
  {
    type: 'processor-contract',
    subject: 'supplier contracts',
    claim:
      /\b(?:all|every|each)\s(?:of our\s|our\s|one of our\s)?(?:\w+\s){0,2}(?:suppliers?|processors?|sub-?processors?|vendors?|firms?|third part(?:y|ies))\b[^.;]{0,50}\b(?:ha(?:s|ve)|under|signed|covered by|bound by|work(?:s)? under)\b[^.;]{0,40}\b(?:contracts?|agreements?|DPAs?|data processing|terms)\b/i,
    topic: /supplier|processor|vendor/,
    column: /\b(?:dpa|contracts?|agreements?|data agreement|processing terms)\b(?!.*(?:end|start|date|manager|owner))/,
    missing: NOTHING,
    present: 'signed',
  },
  {
    type: 'signed-terms',
    subject: 'signed terms',
    claim:
      /\b(?:everyone|everybody|(?:all|every|each)\s(?:of our\s|our\s|member of\s|members of\s|current\s)*(?:staff|employees?|people|person|colleagues|team|contractors?))\b[^.;]{0,40}\b(?:ha(?:s|ve) signed|signed)\b[^.;]{0,60}\b(?:contracts?|agreements?|terms|confidentiality|policy|policies|clause|acceptable use)\b/i,
    topic:
      /^(?!.*(?:supplier|processor|vendor)).*(?:staff|people|contract|confidential|sign|employee|terms|acceptable use)/,
    column: /\b(?:signed|signature|agreement|confidentiality|nda|accepted)\b/,
    missing: NOTHING,
    present: 'signed',
  },
  {
    type: 'software-support',
    subject: 'supported software',
    claim:
      /\b(?:all|every|each|everything)\s(?:of our\s|our\s)?(?:\w+\s){0,3}?(?:software|systems?|devices?|operating systems?|servers?|applications?|components?|librar(?:y|ies)|packages?|products?|versions?|listed|we (?:run|use))\b[^.;]{0,60}\b(?:supported|(?:in|under) support|support period|receives? (?:security )?updates)\b|\b(?:no|nothing|none|neither)\b[^.;]{0,40}\b(?:unsupported|out of support|past (?:its |their )?(?:end of )?support|end[- ]of[- ]life)\b|\b(?:unsupported|end[- ]of[- ]life)\b[^.;?]{0,40}(?:\?|:)\s(?:no|none|nil)\b/i,
    topic: /software|hardware|asset|device|system|register|inventory/,
    column: /\b(?:support(?:ed)?(?: status)?|in support|support state|end of support|support ends|end of life|eol)\b/,
    missing:
      /^(?:no|n|unsupported|out of support|ended|expired|past)\b|\b(?:unsupported|out of support|no longer supported|support ended)\b/i,
    present: 'current',
  },
  {
    type: 'protection-state',
    subject: 'anti-malware',
    claim:
      /\b(?:all|every|each)\s(?:of our\s|our\s)?(?:\w+\s){0,3}(?:laptops?|devices?|computers?|servers?|end ?points?|machines?)\b[^.;]{0,50}\b(?:anti-?virus|anti-?malware|endpoint protection|defender|protected against malware)\b/i,
    topic: /asset|device|laptop|protection|antivirus|malware|console|inventory/,
    column: /\b(?:anti-?virus|anti-?malware|av|edr|defender|endpoint protection|protection)\b/,
    missing: /^(?:no|n|off|none|disabled|not\b.*|out of date|missing)\b/i,
    present: 'on',
  },
  {
    type: 'access-removed',
    subject: "leavers' access",
    claim:
      /\b(?:all|every|each)\s(?:\w+\s){0,2}(?:leavers?|people who (?:left|leave))\b[^.;]{0,80}\b(?:removed|closed|disabled|revoked|taken away|switched off|deleted)\b|\b(?:accounts?|access) of (?:all|every) leavers?\b[^.;]{0,60}\b(?:removed|closed|disabled|revoked|deleted)\b/i,
    topic: /leaver|starter|access|offboard/,
    column: /\b(?:access removed|account(?:s)? (?:closed|disabled)|removed|disabled|revoked|access (?:ended|closed))\b/,
    missing: /^(?:no|n|none|not\b.*|open|outstanding|pending|active|still\b.*)\b/i,
    present: 'complete',
  },
];

/** Coverages whose rows are about people; the others are about the first column. */
const PERSONAL: ReadonlySet<string> = new Set(['signed-terms', 'access-removed']);

/** Those in which a blank cell of a row that is otherwise filled in leaves open whether it is so. */
const OPEN_WHEN_BLANK: ReadonlySet<string> = new Set(['software-support', 'protection-state', 'access-removed']);

function isLeftBlank(type: string, { cells }: { readonly cells: readonly { readonly text: string }[] }): boolean {
  return OPEN_WHEN_BLANK.has(type) && cells.filter(({ text }) => text.trim() !== '').length > 1;
}

/** What is no longer there needs no support. */
const GONE =
  /^(?:removed|retired|decommissioned|disposed|replaced|wiped|switched off)\b|\b(?:removed|retired|decommissioned|disposed of|wiped) (?:on|in|\d)/i;

const RULE = /\b(?:must|should|shall|will|need(?:s)? to|ensure|if|before|require[ds]?|can|may)\b/i;

/** Claims that every one has it, and the rows of a register that show one without. */
export const coverage: FactFamily = {
  name: 'coverage',
  cues: [
    'suppliers',
    'supplier',
    'processors',
    'processor',
    'vendors',
    'firm',
    'firms',
    'signed',
    'supported',
    'unsupported',
    'life',
    'updates',
    'support',
    'antivirus',
    'malware',
    'protection',
    'defender',
    'leaver',
    'leavers',
    'virus',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 400 || RULE.test(text) || /\?\s*$|☐/.test(text) || statement.ticked === false) return;
    for (const { type, subject, claim } of COVERAGES) {
      const match = claim.exec(text);
      if (match !== null && !/\b(?:except|apart from|other than|excluding|most)\b/i.test(text))
        yield claimFrom(statement, match.index, setting, { type, subject, value: 'all', confidence: 0.75 });
    }
  },
  *fromTable(register, setting) {
    if (register.columns.length < 3) return;
    const about = `${register.context} ${setting.title} ${register.columns.join(' ')}`;
    for (const { type, subject, topic, column, missing, present } of COVERAGES) {
      const at = register.columns.findIndex((name) => column.test(name));
      if (at < 0 || !topic.test(about) || /incident|risk|question|template/.test(about)) continue;
      const person = personColumn(register);
      for (const row of register.table.rows) {
        const cell = row.cells[at]?.text.trim() ?? '';
        if (type === 'software-support' && row.cells.some((one) => GONE.test(one.text))) continue;
        if (
          isExampleRow(row) ||
          (cell === '' && !isLeftBlank(type, row)) ||
          /^(?:n\/?a|not applicable|-|–)\b/i.test(cell)
        )
          continue;
        const who = row.cells[person >= 0 && PERSONAL.has(type) ? person : 0]?.text.trim() ?? '';
        if (who === '' || who === cell) continue;
        const date = findDates(cell)[0]?.date;
        yield factFromRow(row, at, setting, {
          type,
          subject: who.toLowerCase(),
          // The end of support is the value; elsewhere a date says since when the thing is there.
          value:
            cell === ''
              ? 'unsaid'
              : missing.test(cell)
                ? 'missing'
                : type === 'software-support' && date !== undefined
                  ? date.to
                  : present,
          confidence: 0.8,
          parts: { name: who, about: subject },
          ...(date !== undefined && { asOf: date }),
        });
      }
    }
  },
};
