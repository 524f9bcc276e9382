import type { Content, Table, Where } from '../record/document.ts';
import type { RecordedDocument } from '../record/record.ts';
import { contentStems, wordsOf } from '../record/words.ts';

/** A register found in a document: which one, how many real rows, where it begins. */
export type FoundRegister = {
  readonly register: string;
  readonly rows: number;
  readonly where: Where;
  readonly table: Table;
};

/**
 * How the registers of the proof rules are recognised: words of the title (any one phrase, all its words) and, where the
 * title leaves doubt, column headings of which `least` must be there.
 */
const REGISTERS: Readonly<
  Record<string, { readonly titles: readonly string[]; readonly columns: readonly string[]; readonly least: number }>
> = {
  people: {
    titles: ['staff list', 'people register', 'employee list', 'staff register', 'team list', 'starters leavers'],
    columns: ['name', 'role', 'start', 'job', 'leaving', 'left'],
    least: 3,
  },
  staff: { titles: ['staff list', 'staff register'], columns: ['name', 'role', 'start'], least: 3 },
  training: {
    titles: ['training'],
    columns: ['name', 'course', 'completed', 'training', 'certificate', 'expiry', 'score'],
    least: 3,
  },
  appointments: {
    titles: ['appointments', 'role holders', 'key roles', 'responsibilities'],
    columns: ['role', 'holder', 'deputy', 'appointed'],
    least: 2,
  },
  'digital-assets': {
    titles: ['asset register', 'hardware', 'software', 'device', 'inventory', 'asset list'],
    columns: [
      'asset',
      'device',
      'serial',
      'model',
      'version',
      'operating',
      'software',
      'holder',
      'encryption',
      'support',
    ],
    least: 2,
  },
  'information-assets': {
    titles: ['information asset', 'data asset'],
    columns: ['information', 'data', 'owner', 'location', 'lawful', 'retention', 'classification'],
    least: 4,
  },
  'processing-activities': {
    titles: ['processing activities', 'ropa', 'record processing', 'article 30'],
    columns: ['purpose', 'lawful', 'recipients', 'retention', 'subject', 'processing'],
    least: 3,
  },
  'data-flows': { titles: ['data flow'], columns: ['sender', 'recipient', 'from', 'to', 'method', 'flow'], least: 3 },
  suppliers: {
    titles: ['supplier', 'sub-processor', 'subprocessor', 'vendor', 'third party register'],
    columns: ['supplier', 'vendor', 'sub', 'processor', 'service', 'contract', 'assurance', 'contact'],
    least: 2,
  },
  incidents: {
    titles: ['incident log', 'incident register', 'breach log', 'breach register', 'near miss'],
    columns: ['incident', 'breach', 'cause', 'reported', 'severity', 'action', 'lesson'],
    least: 3,
  },
  risks: {
    titles: ['risk register', 'risk log', 'risk assessment'],
    columns: ['risk', 'likelihood', 'impact', 'score', 'owner', 'treatment', 'mitigation'],
    least: 3,
  },
  'access-reviews': {
    titles: ['access review', 'user access review', 'access rights'],
    columns: ['system', 'reviewer', 'access', 'account', 'reviewed', 'removed'],
    least: 3,
  },
  'admin-agreements': {
    titles: ['admin agreement', 'administrator agreement', 'privileged access agreement', 'privileged user agreement'],
    columns: ['administrator', 'admin', 'agreement', 'signed', 'system'],
    least: 3,
  },
  'network-addresses': {
    titles: ['ip address', 'network address', 'domain register', 'ip range'],
    columns: ['address', 'range', 'domain', 'registrar', 'cidr'],
    least: 2,
  },
};

/** Headings of what each sort of thing must be; a register says what each thing is. */
const OF_SORTS = /\b(?:tiers?|typical|minimum|requirements?|criteri(?:on|a)|examples?)\b/i;

type StemmedTable = { readonly table: Table; readonly stems: ReadonlySet<string>; readonly words: ReadonlySet<string> };

const found = new WeakMap<Content, readonly FoundRegister[]>();

/** Every register of the proof rules that the document holds with at least one real row. */
export function registersIn(document: RecordedDocument): readonly FoundRegister[] {
  const known = found.get(document.content);
  if (known) return known;
  const result = findRegisters(document);
  found.set(document.content, result);
  return result;
}

function findRegisters({ content, profile, path }: RecordedDocument): FoundRegister[] {
  const result: FoundRegister[] = [];
  const title = new Set(contentStems(`${profile.title} ${path.replace(/[/_.-]/g, ' ')}`));
  const tables = content.tables
    .filter((table) => table.columns.length >= 2 && table.rows.length > 0 && !isHistory(table))
    .map((table): StemmedTable => {
      const names = table.columns.filter((name) => !OF_SORTS.test(name));
      return { table, stems: new Set(names.flatMap(contentStems)), words: new Set(names.flatMap(wordsOf)) };
    });
  if (tables.length === 0) return [];
  for (const [register, { titles, columns, least }] of Object.entries(REGISTERS)) {
    const named = titles.some((phrase) => contentStems(phrase).every((one) => title.has(one)));
    const fitting = tables.filter((one) => columnsThatFit(one, columns) >= (named ? 2 : least));
    const table = fitting.sort((a, b) => b.table.rows.length - a.table.rows.length)[0]?.table;
    if (table && realRows(table) > 0) result.push({ register, rows: realRows(table), where: table.where, table });
  }
  return result;
}

function columnsThatFit({ stems, words }: StemmedTable, wanted: readonly string[]): number {
  return wanted.filter((word) => {
    const own = contentStems(word);
    // "From" and "to" carry no subject of their own and are headings all the same.
    return own.length === 0 ? words.has(word) : own.every((one) => stems.has(one));
  }).length;
}

/** The history of the document itself: its versions, not what it registers. */
function isHistory({ columns }: Table): boolean {
  return (
    /^(?:version|ver\.?|rev(?:ision)?\.?|issue)\b/i.test(columns[0]?.trim() ?? '') ||
    (columns.some((name) => /^version$/i.test(name.trim())) &&
      columns.some((name) => /^(?:changes?|summary|description|comment|author)\b/i.test(name.trim())))
  );
}

/** Rows in which something is written besides placeholders and an example. */
function realRows(table: Table): number {
  return table.rows.filter(({ cells }) => {
    const written = cells.filter(
      ({ text }) => text.trim() !== '' && !/^\[[^\]]*\]$|^(?:tbc|n\/a|-|–|—)$/i.test(text.trim()),
    );
    return written.length > 0 && !/^(?:e\.?g\.?|example|sample|template)\b/i.test(written[0]?.text.trim() ?? '');
  }).length;
}
