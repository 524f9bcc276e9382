import type { RowDetail } from '../catalogue/catalogue.ts';
import type { Table } from '../record/document.ts';
import type { RecordedDocument } from '../record/record.ts';
import { someOf } from './row-events.ts';
import { handlesPersonalData } from './supplier-rows.ts';

/** By which headings a column tells it, and how it is called in a sentence. */
const DETAILS: Readonly<Record<RowDetail, { readonly heading: RegExp; readonly words: string }>> = {
  'access-signed': { heading: /\bsigned|signature|agreement date/i, words: 'the day the agreement was signed' },
  assurance: { heading: /\bassurance|certificat|accreditation|dspt/i, words: 'an assurance' },
  'assurance-expiry': { heading: /\bexpir|valid (?:until|to)/i, words: 'when the assurance ends' },
  cause: { heading: /\bcause/i, words: 'a cause' },
  completed: { heading: /\bcompleted|completion|date|taken|passed/i, words: 'the day of the training' },
  contact: { heading: /\bcontact|e-?mail|phone|telephone/i, words: 'a contact' },
  'data-handled': {
    heading: /\bdata\b(?!.*(?:processing|agreement|terms))|information handled/i,
    words: 'the data handled',
  },
  dependencies: { heading: /\bdepend|relies on|needs\b/i, words: 'what it depends on' },
  from: { heading: /^from\b|\bsender|source|origin/i, words: 'where it comes from' },
  holder: { heading: /\bholder|held by|assigned|owner|user\b|custodian|responsible/i, words: 'a holder' },
  identifier: { heading: /\bserial|tag|identifier|\bid\b|asset|number|imei/i, words: 'an identifier' },
  importance: { heading: /\bimportan|critical|priority|rank|tier/i, words: 'how important it is' },
  'lawful-basis': { heading: /\b(?:lawful|legal) basis|article 6/i, words: 'a lawful basis' },
  location: { heading: /\blocation|where|system|host|stored|held in|country/i, words: 'where it is' },
  'management-told': {
    heading: /\b(?:management|directors?|board|senior|siro)\b.*\b(?:told|informed|notified)|\btold management/i,
    words: 'the day management was told',
  },
  method: { heading: /\bmethod|how|means|protocol|transfer(?:red)? (?:by|via)|channel/i, words: 'how it is sent' },
  owner: { heading: /\bowner|responsible|custodian|\biao\b/i, words: 'an owner' },
  'people-concerned': {
    heading: /\bdata subjects?|people|whose|individuals|categories of (?:people|individuals)/i,
    words: 'whom it is about',
  },
  'processor-terms': {
    heading: /\bdpa\b|processing (?:agreement|terms)|processor terms|agreement|contract/i,
    words: 'processor terms',
  },
  purpose: { heading: /\bpurpose|why/i, words: 'a purpose' },
  recipients: { heading: /\brecipients?|shared with|disclosed|sent to/i, words: 'recipients' },
  result: { heading: /\bresult|score|certificate|passed|outcome|mark/i, words: 'a certificate or result' },
  retention: { heading: /\bretention|retain|kept for|how long|keep/i, words: 'how long it is kept' },
  service: { heading: /\bservice|provides?|what (?:they|it) do|product|use\b/i, words: 'the service' },
  'support-end': { heading: /\bsupport|end of life|eol/i, words: 'when support ends' },
  to: { heading: /^to\b|\brecipient|destination|receiver/i, words: 'where it goes' },
  version: { heading: /\bversion|model|operating system|release|build/i, words: 'a version or model' },
};

/** That there is something does not say what. */
const ONLY_YES = /^(?:yes|y|true|✓|✔)$/i;
const BLANK = /^(?:|[-–—?.]+|tb[acd]|unknown|missing|none recorded|not (?:known|recorded|said|set|yet.*)|\[[^\]]*\])$/i;

/**
 * What some rows of a register do not tell, to end a sentence; undefined when nothing is seen to be missing. A detail for which
 * no column is recognised is left for a person to judge, but in a register kept here.
 */
export function notToldByEach(
  details: readonly RowDetail[] | undefined,
  table: Table,
  document: RecordedDocument,
  onlyHandlingData: boolean,
): string | undefined {
  const rows = onlyHandlingData ? rowsHandlingData(table, document) : filled(table);
  for (const detail of details ?? []) {
    const { heading, words } = DETAILS[detail];
    const columns = table.columns.flatMap((name, at) => (heading.test(name) ? [at] : []));
    if (columns.length === 0 && !document.kept) continue;
    const isBlank = (text: string) => BLANK.test(text) || (detail === 'data-handled' && ONLY_YES.test(text));
    const without = rows.filter(({ cells }) => columns.every((at) => isBlank(cells[at]?.text.trim() ?? '')));
    if (without.length > 0) return `${words} is not given for ${someOf(without.map(nameOf))}`;
  }
  return undefined;
}

type Rows = Table['rows'];

function filled({ rows }: Table): Rows {
  return rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
}

/** The rows about suppliers that handle personal data; a yes alone does not say which. */
function rowsHandlingData(table: Table, { facts }: RecordedDocument): Rows {
  const names = new Set(facts.filter(handlesPersonalData).map(({ parts }) => parts?.name ?? ''));
  return filled(table).filter(({ cells }) => cells.some(({ text }) => names.has(text.trim())));
}

/** What a row is about: its first filled cell. */
function nameOf({ cells }: Rows[number]): string {
  return cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? '';
}
