import type { Day } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { datesOf, headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import { counted, type DefectPlace, type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, type ReadTable, whereOfCell } from './read-table.ts';
import { nameOfRow } from './row-check.ts';

/** Supplier certificates past their expiry, and DSPT publications of an edition whose successor is past its deadline. */
export const supplierAssurance: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  const lapsed = [
    ...examined.tables.flatMap((table) => expiredRows(table, examined)),
    ...oldEditions(examined),
    ...expiredInText(examined),
  ];
  if (lapsed.length === 0) return [];
  const [first] = lapsed;
  const defect: Defect = {
    code: 'supplier-assurance-lapsed',
    severity: 'high',
    message: `${counted(lapsed.length, 'supplier assurance has', 'supplier assurances have')} run out: ${first?.words ?? ''}${lapsed.length > 1 ? `, and ${lapsed.length - 1} more` : ''}.`,
    next: 'Ask the supplier for the current certificate or publication and record its dates.',
    places: lapsed.map((each) => each.place),
    subject: lapsed.length === 1 ? (first?.words ?? 'supplier') : examined.profile.title,
    effect: 'doubt',
  };
  return [defect];
};

type Lapsed = { readonly words: string; readonly place: DefectPlace };

const ABOUT_SUPPLIERS = /\b(?:supplier|vendor|third[- ]part(?:y|ies)|processor|assurance|partner|sub-?processor)s?\b/i;
const HELD = /\b(?:ISO(?:\/IEC)? ?27001|Cyber Essentials|DSPT|SOC ?2|certificat\w+|IASME)\b/i;
const GONE = /\b(?:ended|former|terminated|no longer|retired|replaced|exited|closed)\b/i;

function expiredRows(table: ReadTable, { control, inModelPart, on, profile, path, content }: Examined): Lapsed[] {
  if (control.tables.has(table.index) || inModelPart(table.table.section)) return [];
  const about = `${path} ${profile.title} ${table.table.title ?? ''} ${headingsOver(content, table.table.section).join(' ')} ${table.names.join(' ')}`;
  if (!ABOUT_SUPPLIERS.test(about.replace(/[_-]/g, ' '))) return [];
  const columns = table
    .columns('assurance-expiry')
    .filter((column) => !/\bcontract|agreement\b/.test(table.names[column] ?? ''));
  if (
    columns.length === 0 ||
    !(
      HELD.test(table.names.join(' ')) ||
      /\bassurance\b/i.test(about) ||
      table.filled.some((row) => HELD.test(row.text))
    )
  )
    return [];
  return table.filled.flatMap((row): Lapsed[] => {
    const column = columns.find((at) => (cellDate(row, at)?.to ?? on) < on);
    if (column === undefined || table.columns('status').some((at) => GONE.test(cellText(row, at)))) return [];
    return [
      {
        words: `${nameOfRow(table, row)} to ${cellText(row, column)}`,
        place: place(whereOfCell(row, column), row.text),
      },
    ];
  });
}

const EDITION =
  /\b(?:20)?(\d{2}) ?[/–-] ?(?:20)?(\d{2})\b(?=[^.;|]{0,30}\b(?:standards (?:met|exceeded)|DSPT|published|edition))|\bDSPT\b[^.;|]{0,20}\b(?:20)?(\d{2}) ?[/–-] ?(?:20)?(\d{2})\b/gi;

/** An edition ends with the 30 June of its second year; what was published under it counts until the next deadline. */
function editionLapsed(secondYear: number, on: Day): boolean {
  return on > `20${String(secondYear + 1).padStart(2, '0')}-06-30`;
}

function* oldEditions({ passages, tables, profile, path, on, content }: Examined): Generator<Lapsed> {
  for (const passage of passages) {
    if (!/standards (?:met|exceeded)|DSPT/i.test(passage.text)) continue;
    const about = `${path} ${profile.title} ${headingsOver(content, passage.section).join(' ')}`.replace(/[_-]/g, ' ');
    if (!ABOUT_SUPPLIERS.test(about) || profile.kind === 'policy' || profile.kind === 'procedure') continue;
    const years = [...everyMatch(passage.text, EDITION)].flatMap((match) => {
      const [from, to] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])];
      return to === from + 1 ? [{ to, index: match.index, words: match[0] }] : [];
    });
    const latest = years.sort((a, b) => a.to - b.to).at(-1);
    if (latest === undefined || !editionLapsed(latest.to, on) || isLaterNamed(passage, tables)) continue;
    yield {
      words: `a publication of the edition ${latest.words}`,
      place: place(whereAt(passage, latest.index), shortened(passage.text)),
    };
  }
}

const RAN_OUT = /\b(?:expired|expires|expiry|ran out|runs out|lapsed|valid (?:to|until)|until|ended)\b[^.;]{0,25}$/i;

/** "Cyber Essentials Plus, expired 3 March 2026" in a text about suppliers. */
function* expiredInText({ passages, profile, path, on, content }: Examined): Generator<Lapsed> {
  if (profile.kind === 'policy' || profile.kind === 'procedure') return;
  for (const passage of passages) {
    if (passage.cell !== undefined || !HELD.test(passage.text)) continue;
    const about = `${path} ${profile.title} ${headingsOver(content, passage.section).join(' ')}`.replace(/[_-]/g, ' ');
    if (!ABOUT_SUPPLIERS.test(about)) continue;
    for (const { date, index } of datesOf(passage).dates) {
      if (
        date.to >= on ||
        !RAN_OUT.test(passage.text.slice(Math.max(0, index - 50), index)) ||
        /\b(?:renewed|replaced|new (?:certificate|one)|since)\b/i.test(passage.text)
      )
        continue;
      yield { words: shortened(passage.text, 80), place: place(whereAt(passage, index), passage.text) };
      break;
    }
  }
}

/** Another cell of the same row that names a later edition settles it. */
function isLaterNamed(passage: Passage, tables: readonly ReadTable[]): boolean {
  if (passage.cell === undefined) return false;
  const row = tables[passage.cell.table]?.rows[passage.cell.row];
  const years = [...(row?.text ?? '').matchAll(/\b(?:20)?\d{2} ?[/–-] ?(?:20)?(\d{2})\b/g)].map((match) =>
    Number(match[1]),
  );
  const own = [...passage.text.matchAll(/\b(?:20)?\d{2} ?[/–-] ?(?:20)?(\d{2})\b/g)].map((match) => Number(match[1]));
  return Math.max(...years, 0) > Math.max(...own, 0);
}
