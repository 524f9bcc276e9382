import { ZipFile } from 'yazl';
import type { CellValue } from '../../src/exchange/workbook-sheets.ts';

/** A sheet to build for a test; rows and columns as in the file, merges as `A1:B2`, hidden rows and columns counted from 1. */
export type SheetToBuild = {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly hidden?: boolean;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** A filter with a choice made is on. */
  readonly filtered?: boolean;
  /** Column letters whose cells are set in Wingdings 2. */
  readonly wingdings?: readonly string[];
};

/** Bytes of an .xlsx file with these sheets; `strings` says how texts are kept. */
export function buildWorkbook(
  sheets: readonly SheetToBuild[],
  strings: 'shared' | 'inline' = 'inline',
): Promise<Buffer> {
  const shared: string[] = [];
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets
      .map(
        (sheet, i) =>
          `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.hidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font><name val="Calibri"/></font><font><name val="Wingdings 2"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, strings === 'shared' ? shared : undefined);
  });
  if (strings === 'shared') {
    parts['xl/sharedStrings.xml'] =
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  }
  return zipOf(parts);
}

/** Bytes of a ZIP file with these parts. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function sheetXml(sheet: SheetToBuild, shared: string[] | undefined): string {
  const cols = (sheet.hiddenColumns ?? [])
    .map((column) => `<col min="${column}" max="${column}" hidden="1"/>`)
    .join('');
  const rows = sheet.rows.map((cells, r) => {
    const row = cells.map((value, c) => cellXml(value, r, c, sheet, shared)).join('');
    return `<row r="${r + 1}"${sheet.hiddenRows?.includes(r + 1) ? ' hidden="1"' : ''}>${row}</row>`;
  });
  const merges = (sheet.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`).join('');
  const filter = sheet.filtered
    ? '<autoFilter ref="A1:D99"><filterColumn colId="3"><filters><filter val="Y"/></filters></filterColumn></autoFilter>'
    : '';
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${cols ? `<cols>${cols}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${filter}${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
}

function cellXml(
  value: CellValue,
  row: number,
  column: number,
  sheet: SheetToBuild,
  shared: string[] | undefined,
): string {
  if (value === null) return '';
  const letter = String.fromCharCode(65 + column);
  const at = `r="${letter}${row + 1}"${sheet.wingdings?.includes(letter) ? ' s="1"' : ''}`;
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (!shared) return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  shared.push(value);
  return `<c ${at} t="s"><v>${shared.length - 1}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
