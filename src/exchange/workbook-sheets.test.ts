import { describe, expect, it } from 'vitest';
import { buildWorkbook, zipOf } from '../../test/support/workbook-builder.ts';
import { cellName, columnName, readWorkbookSheets, type WorkbookSheet } from './workbook-sheets.ts';

async function readOne(bytes: Uint8Array): Promise<WorkbookSheet> {
  const read = await readWorkbookSheets(bytes);
  if (!read.ok) throw new Error(read.problem.reason);
  const [sheet] = read.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbookSheets(bytes);
  return read.ok ? 'none' : `${read.problem.type}: ${read.problem.reason}`;
}

const RELS = '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>';
const WORKBOOK =
  '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="One" r:id="rId1"/></x:sheets></x:workbook>';

function rawWorkbook(sheet: string, more: Record<string, string | Buffer> = {}): Promise<Buffer> {
  return zipOf({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

describe('cells', () => {
  it.each(['shared', 'inline'] as const)('of every kind come with their value, texts %s', async (strings) => {
    const sheet = await readOne(
      await buildWorkbook(
        [
          {
            name: 'S',
            rows: [
              ['a & <b>', 1.5, true],
              [null, false],
            ],
          },
        ],
        strings,
      ),
    );
    expect(sheet.rows).toEqual([
      ['a & <b>', 1.5, true],
      [null, false],
    ]);
  });

  it.each(['shared', 'inline'] as const)(
    'that name letters by their code say the letters, texts %s',
    async (strings) => {
      const sheet = await readOne(
        await buildWorkbook([{ name: 'S', rows: [['first_x000D_second', '_x005F_x0041_', 'a_x0041_b']] }], strings),
      );
      expect(sheet.rows).toEqual([['first\rsecond', '_x0041_', 'aAb']]);
    },
  );

  it('and hidden columns before the first one cost nothing', async () => {
    const sheet = await readOne(
      await rawWorkbook('<worksheet><cols><col min="-2000000000" max="2" hidden="1"/></cols><sheetData/></worksheet>'),
    );
    expect(sheet.hiddenColumns).toEqual(new Set([0, 1]));
  });

  it('of skipped rows and columns are empty', async () => {
    const sheet = await readOne(
      await rawWorkbook('<worksheet><sheetData><row r="3"><c r="C3"><v>7</v></c></row></sheetData></worksheet>'),
    );
    expect(sheet.rows).toEqual([[], [], [null, null, 7]]);
  });

  it('without addresses follow each other', async () => {
    const sheet = await readOne(
      await rawWorkbook(
        '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>',
      ),
    );
    expect(sheet.rows).toEqual([[1, 2], [3]]);
  });

  it('of formulas have the value last computed, errors none', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><f>B1</f><v>done</v></c><c r="B1" t="e"><v>#REF!</v></c></row></sheetData></worksheet>';
    expect((await readOne(await rawWorkbook(xml))).rows).toEqual([['done']]);
  });

  it('with rich text are joined, and reading aids left out', async () => {
    const sst = '<sst><si><r><t>Back</t></r><r><rPr><b/></rPr><t>ups</t></r><rPh><t>x</t></rPh></si></sst>';
    const xml = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>';
    expect((await readOne(await rawWorkbook(xml, { 'xl/sharedStrings.xml': sst }))).rows).toEqual([['Backups']]);
  });

  it('in a symbol font are ticks', async () => {
    const sheet = await readOne(await buildWorkbook([{ name: 'S', rows: [['P', 'P', 'O']], wingdings: ['B', 'C'] }]));
    expect(sheet.rows).toEqual([['P', '✓', '✗']]);
  });
});

describe('what is hidden or merged', () => {
  it('is told for rows, columns, sheets and merges', async () => {
    const sheet = await readOne(
      await buildWorkbook([
        {
          name: 'S',
          hidden: true,
          rows: [['a'], ['b']],
          hiddenRows: [2],
          hiddenColumns: [3],
          merges: ['A1:B2'],
          filtered: true,
        },
      ]),
    );
    expect(sheet).toMatchObject({
      hidden: true,
      hiddenRows: new Set([1]),
      hiddenColumns: new Set([2]),
      filtered: true,
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
    });
  });
});

describe('a file that is no workbook', () => {
  it('is refused when empty', async () => {
    expect(await problemOf(new Uint8Array())).toBe('not-a-workbook: it is empty');
  });

  it('is refused when it is text', async () => {
    expect(await problemOf(Buffer.from('1.1.1,Question'))).toMatch(/^not-a-workbook: it is not a ZIP/);
  });

  it('is refused when it is another ZIP file', async () => {
    expect(await problemOf(await zipOf({ 'word/document.xml': '<a/>' }))).toMatch(
      /^not-a-workbook: it holds no workbook/,
    );
  });

  it('is refused when password-protected', async () => {
    expect(await problemOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatch(/^encrypted/);
  });

  it('is refused when cut short', async () => {
    const bytes = await buildWorkbook([{ name: 'S', rows: [['a']] }]);
    expect(await problemOf(bytes.subarray(0, bytes.length - 30))).not.toBe('none');
  });
});

describe('a hostile workbook', () => {
  it('is refused when it declares a document type', async () => {
    expect(await problemOf(await rawWorkbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'))).toMatch(
      /^broken: .*document type/,
    );
  });

  it('is refused when a part is not well-formed', async () => {
    expect(await problemOf(await rawWorkbook('<worksheet><sheetData>'))).toMatch(/^broken/);
  });

  it('is refused when it unpacks to more than the limit', async () => {
    expect(
      await problemOf(await rawWorkbook('<worksheet/>', { 'xl/sharedStrings.xml': Buffer.alloc(51_000_000, 32) })),
    ).toMatch(/^too-large/);
  });

  it('is refused with a cell far to the right', async () => {
    expect(
      await problemOf(
        await rawWorkbook('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      ),
    ).toMatch(/^too-large: .*200 columns/);
  });

  it('is refused with a cell far down', async () => {
    expect(
      await problemOf(
        await rawWorkbook(
          '<worksheet><sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData></worksheet>',
        ),
      ),
    ).toMatch(/^too-large: .*20,000/);
  });

  it('may have empty formatted rows far down', async () => {
    const sheet = await readOne(
      await rawWorkbook(
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="A900000"/></row></sheetData></worksheet>',
      ),
    );
    expect(sheet.rows).toEqual([[1]]);
  });
});

it('names cells and columns as people do', () => {
  expect([cellName(0, 0), cellName(11, 27), columnName(25), columnName(26), columnName(701), columnName(702)]).toEqual([
    'A1',
    'AB12',
    'Z',
    'AA',
    'ZZ',
    'AAA',
  ]);
});
