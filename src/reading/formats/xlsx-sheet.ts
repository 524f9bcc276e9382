import { unescaped } from '../../record/workbook-text.ts';
import type { Limits } from '../limits.ts';
import type { DraftRow } from './content-draft.ts';
import type { OfficePackage } from './office-package.ts';
import { type NumberStyle, shownNumber } from './xlsx-numbers.ts';

export type Workbook = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
};

export type Sheet = {
  readonly rows: readonly DraftRow[];
  readonly hyperlinks: readonly { readonly cell: string; readonly relation?: string; readonly location?: string }[];
  /** Rows and columns that the sheet hides although they hold text. */
  readonly hidden: number;
  readonly cutShort?: string;
};

/** Reads one worksheet part. Cells are named `B4`, or `Staff!B4` when a prefix is given. Blank rows are left out. */
export async function readSheet(
  office: OfficePackage,
  part: string,
  workbook: Workbook,
  prefix: string,
  limits: Limits,
): Promise<Sheet> {
  const rows: DraftRow[] = [];
  const hyperlinks: { cell: string; relation?: string; location?: string }[] = [];
  const hiddenColumns = new Set<number>();
  let cutShort: string | undefined;
  let hidden = 0;
  let rowNumber = 0;
  let column = -1;
  let cells: string[] = [];
  let rowHidden = false;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  let inPhonetic = false;

  const endCell = () => {
    const text = cellText(type, value, workbook, style);
    if (text === '' || column < 0) return;
    if (column >= limits.tableColumns)
      cutShort ??= `Only the first ${limits.tableColumns} columns of a sheet were read.`;
    else {
      while (cells.length < column) cells.push('');
      cells[column] = text;
      if (hiddenColumns.has(column)) hidden++;
    }
  };
  const endRow = () => {
    if (cells.length === 0) return;
    if (rowHidden) hidden++;
    const places = cells.map((_, at) => ({ cell: `${prefix}${columnName(at)}${rowNumber}` }));
    rows.push({ cells, where: places[cells.findIndex((text) => text !== '')] ?? {}, places });
  };

  await office.scan(part, {
    open(name, attributes) {
      switch (local(name)) {
        case 'row':
          if (rows.length > limits.tableRows) {
            cutShort ??= `Only the first ${limits.tableRows.toLocaleString('en-GB')} rows of a sheet were read.`;
            return false;
          }
          rowNumber = Number(attributes.r ?? rowNumber + 1);
          rowHidden = attributes.hidden === '1' || attributes.hidden === 'true';
          cells = [];
          column = -1;
          return;
        case 'c':
          column = attributes.r ? columnIndex(attributes.r) : column + 1;
          type = attributes.t ?? 'n';
          style = Number(attributes.s ?? 0);
          value = '';
          return;
        case 'v':
        case 't':
          inValue = true;
          return;
        case 'rPh':
          inPhonetic = true;
          return;
        case 'col':
          if (attributes.hidden === '1' || attributes.hidden === 'true') {
            const last = Math.min(Number(attributes.max), limits.tableColumns);
            for (let at = Number(attributes.min); at <= last; at++) hiddenColumns.add(at - 1);
          }
          return;
        case 'hyperlink': {
          const { ref, 'r:id': relation, location } = attributes;
          if (ref) hyperlinks.push({ cell: ref, ...(relation ? { relation } : {}), ...(location ? { location } : {}) });
        }
      }
    },
    text(text) {
      if (inValue && !inPhonetic) value += text;
    },
    close(name) {
      switch (local(name)) {
        case 'v':
        case 't':
          inValue = false;
          return;
        case 'rPh':
          inPhonetic = false;
          return;
        case 'c':
          endCell();
          return;
        case 'row':
          endRow();
      }
    },
  });
  return { rows, hyperlinks, hidden, ...(cutShort === undefined ? {} : { cutShort }) };
}

function cellText(type: string, value: string, workbook: Workbook, style: number): string {
  switch (type) {
    case 's':
      return workbook.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    case 'd': {
      const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? [];
      return year ? `${day}/${month}/${year}` : value;
    }
    case 'n': {
      const number = Number(value);
      return value === '' || !Number.isFinite(number)
        ? value
        : shownNumber(number, workbook.styles[style] ?? 'plain', workbook.from1904);
    }
    default:
      return unescaped(value);
  }
}

/** Element name without its prefix: some programs write `x:row`. */
export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `AB12` → 27. */
function columnIndex(cell: string): number {
  let index = 0;
  for (let at = 0; at < cell.length && at < 4; at++) {
    const code = cell.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

/** 27 → `AB`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
