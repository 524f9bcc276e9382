import { type AnyKind, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { contentStems } from '../../record/words.ts';

/** For each column of a table, the field it fills, or nothing when it is left out. Each field is filled by one column at most. */
export type Mapping = readonly (string | undefined)[];

/** The column that an export writes so that rows find their way back. */
export const ID_COLUMN = 'Perennial id';
/** Stands in a mapping for that column. */
export const ID = 'id';

/** Other headings that people give to a field, in lower case, by kind and field. What is like the field's own label needs no entry. */
const HEADINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  person: {
    name: ['name', 'full name', 'employee', 'staff member', 'staff name', 'person'],
    email: ['email', 'e-mail', 'email address', 'work email'],
    jobTitle: ['role', 'title', 'position', 'job', 'job role'],
    employment: ['type', 'contract type', 'employment type', 'status'],
    startedOn: ['start date', 'started', 'start', 'date started', 'joined', 'joining date'],
    leftOn: ['leaving date', 'left', 'end date', 'last day', 'date left', 'leave date'],
    accessRemovedOn: ['access removed', 'accounts closed', 'access revoked', 'date access removed'],
  },
  supplier: {
    name: ['supplier', 'vendor', 'name', 'company', 'supplier name', 'third party', 'processor', 'provider'],
    service: ['service', 'services', 'what they do', 'product', 'purpose'],
    handlesPersonalData: ['personal data', 'processes personal data', 'handles personal data', 'pii', 'data processor'],
    data: ['data', 'data handled', 'data shared', 'categories of data', 'type of data'],
    country: ['country', 'location', 'data location', 'hosting location', 'where'],
    contact: ['contact', 'contact name', 'contact email', 'account manager'],
    contractUntil: ['contract end', 'contract expiry', 'renewal', 'renewal date', 'end date'],
    contractFrom: ['contract start', 'start date'],
    processorTermsOn: [
      'dpa',
      'dpa signed',
      'data processing agreement',
      'dpa date',
      'data processing agreement signed',
    ],
    reviewedOn: ['last reviewed', 'reviewed', 'review date', 'last review'],
  },
  'digital-asset': {
    name: ['asset', 'asset tag', 'device', 'name', 'hostname', 'asset id', 'device name', 'system'],
    type: ['type', 'asset type', 'category', 'device type'],
    serial: ['serial', 'serial number', 's/n', 'serial no'],
    holder: ['holder', 'user', 'assigned to', 'issued to', 'owner', 'used by'],
    product: ['operating system', 'os', 'product', 'software', 'version', 'model'],
    supportEndsOn: ['supported until', 'support ends', 'end of support', 'end of life', 'eol'],
    encrypted: ['encrypted', 'encryption', 'disk encryption', 'bitlocker', 'filevault'],
    antiMalware: ['anti-malware', 'antivirus', 'anti-virus', 'av', 'endpoint protection'],
    mfa: ['mfa', '2fa', 'multi-factor authentication', 'second factor'],
    checkedOn: ['last checked', 'checked', 'last seen', 'audit date', 'last audited'],
    disposedOn: ['disposed', 'disposal date', 'date disposed', 'retired'],
  },
  'information-asset': {
    name: ['information asset', 'asset', 'name', 'data set', 'dataset', 'processing activity', 'activity'],
    owner: ['owner', 'iao', 'asset owner', 'information asset owner'],
    location: ['location', 'where held', 'system', 'stored'],
    lawfulBasis: ['lawful basis', 'legal basis'],
    people: ['data subjects', 'people', 'whose data'],
    retention: ['retention', 'retention period', 'kept for'],
    purpose: ['purpose', 'purpose of processing'],
    recipients: ['recipients', 'shared with'],
    reviewedOn: ['last reviewed', 'review date'],
  },
  'training-record': {
    person: ['name', 'person', 'staff member', 'employee', 'trainee'],
    course: ['course', 'training', 'module', 'course name'],
    completedOn: ['completed', 'date completed', 'completion date', 'date', 'completed on'],
    expiresOn: ['expires', 'expiry', 'valid until', 'expiry date', 'due'],
    score: ['score', 'mark', 'result %', 'score %'],
    certificate: ['certificate', 'certificate number', 'certificate no'],
  },
  incident: {
    title: ['incident', 'title', 'summary', 'description', 'what happened'],
    severity: ['severity', 'risk rating', 'impact', 'level'],
    foundAt: ['date found', 'found', 'date identified', 'reported', 'date', 'date reported'],
    happenedOn: ['date of incident', 'happened', 'incident date', 'date occurred'],
    cause: ['cause', 'root cause'],
    lessons: ['lessons', 'lessons learned', 'action taken', 'actions'],
    closedOn: ['closed', 'date closed', 'closed on'],
  },
  risk: {
    title: ['risk', 'title', 'description', 'risk description'],
    owner: ['owner', 'risk owner'],
    measures: ['mitigation', 'controls', 'treatment', 'actions', 'measures'],
    reviewedOn: ['last reviewed', 'reviewed'],
    reviewOn: ['next review', 'review date', 'review due'],
  },
  'data-flow': {
    name: ['data flow', 'flow', 'name'],
    from: ['from', 'sender', 'source', 'origin'],
    to: ['to', 'recipient', 'destination'],
    encrypted: ['encrypted', 'encryption'],
    country: ['country', 'location'],
  },
};

/** Fields that a cell cannot fill: lists of rows and the facts of an organisation. */
const NOT_A_CELL: ReadonlySet<Field['is']> = new Set(['rows', 'facts']);

/** The fields of a kind that a column can fill, in the order of its form. */
export function fillableFields(kind: AnyKind): readonly Field[] {
  return fieldsOf(kind).filter(({ is }) => !NOT_A_CELL.has(is));
}

/**
 * Which column fills which field, judged by the headings alone: the field's own label or name, then what people usually
 * write, then the words they share. A person looks it over before anything is taken in.
 */
export function suggestMapping(kind: AnyKind, columns: readonly string[]): Mapping {
  const fields = fillableFields(kind);
  const likeness = columns.map(
    (column) => new Map(fields.map((field) => [field.name, likenessOf(kind, field, column)])),
  );
  const mapping: (string | undefined)[] = columns.map((column) =>
    plain(column) === plain(ID_COLUMN) ? ID : undefined,
  );
  const pairs = likeness
    .flatMap((scores, at) => [...scores].map(([name, score]) => ({ at, name, score })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  for (const { at, name } of pairs) if (mapping[at] === undefined && !mapping.includes(name)) mapping[at] = name;
  return mapping;
}

function likenessOf(kind: AnyKind, { name, label }: Field, column: string): number {
  const heading = plain(column);
  if (heading === '') return 0;
  if (heading === plain(label) || heading === name.toLowerCase()) return 4;
  const others = HEADINGS[kind.name]?.[name] ?? [];
  const at = others.indexOf(heading);
  if (at >= 0) return 3 - at / 100;
  const [wanted, written] = [new Set(contentStems(label)), new Set(contentStems(column))];
  const shared = [...wanted].filter((stem) => written.has(stem)).length;
  return shared > 0 && shared === Math.min(wanted.size, written.size)
    ? shared / Math.max(wanted.size, written.size)
    : 0;
}

/** A heading without case, units in brackets, punctuation and blanks at its ends. */
function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[?*:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
