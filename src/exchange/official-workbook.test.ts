import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { buildWorkbook, type SheetToBuild } from '../../test/support/workbook-builder.ts';
import {
  type UnderstoodCategory,
  understandWorkbook,
  type WorkbookHints,
  type WorkbookItem,
} from './official-workbook.ts';
import { type CellValue, readWorkbookSheets } from './workbook-sheets.ts';

const HEADINGS = ['Evidence reference', 'Evidence text', 'Tooltip', 'Mandatory'];
const Q = {
  ico: 'What is your registration number with the regulator?',
  notice: 'Is there a notice that tells people how you use their data?',
  policies: 'Are your policies approved and in date?',
  restore: 'Was a backup restored in the last year to prove it works?',
};
const ROWS: readonly (readonly CellValue[])[] = [
  ['1.1.1', Q.ico, 'A number that begins with Z', 'Y'],
  ['1.1.3', Q.notice, 'For everyone', 'Y'],
  ['1.3.1', Q.policies, 'Five subjects', null],
  ['7.3.4', Q.restore, 'Not only a log', 'Y'],
];

async function understandBytes(bytes: Uint8Array, hints: WorkbookHints = {}) {
  const read = await readWorkbookSheets(bytes);
  if (!read.ok) throw new Error(read.problem.reason);
  return understandWorkbook(read.sheets, hints);
}

async function understand(sheets: readonly SheetToBuild[], hints: WorkbookHints = {}) {
  return understandBytes(await buildWorkbook(sheets), hints);
}

async function only(
  sheet: Partial<SheetToBuild> & Pick<SheetToBuild, 'rows'>,
  hints: WorkbookHints = {},
): Promise<UnderstoodCategory> {
  const understanding = await understand([{ name: 'Cat 3', ...sheet }], hints);
  if (!understanding.ok) throw new Error(JSON.stringify(understanding.problem));
  const [category] = understanding.categories;
  if (!category) throw new Error('no category');
  return category;
}

function marks(items: readonly WorkbookItem[]): Record<string, boolean | null> {
  return Object.fromEntries(items.map((item) => [item.ref, item.mandatory]));
}

const ALL_MARKS = { '1.1.1': true, '1.1.3': true, '1.3.1': false, '7.3.4': true };

describe('a plain sheet', () => {
  it('gives every item with its words, guidance, mark and place', async () => {
    const { category, items } = await only({ rows: [HEADINGS, ...ROWS] });
    expect(category).toBe(3);
    expect(items[0]).toEqual({
      ref: '1.1.1',
      text: Q.ico,
      tooltip: 'A number that begins with Z',
      mandatory: true,
      approaching: null,
      exemptBy: null,
      cell: 'A2',
    });
    expect(marks(items)).toEqual(ALL_MARKS);
  });

  it('written by another program is understood too', async () => {
    const cells = [HEADINGS, ...ROWS].map((row) =>
      row.map((value) => (value === null ? null : { type: String, value: String(value) })),
    );
    const bytes = await writeXlsxFile(cells, { sheet: 'Category 3 Others' }).toBuffer();
    const understanding = await understandBytes(bytes);
    expect(understanding.ok && marks(understanding.categories[0]?.items ?? [])).toEqual(ALL_MARKS);
  });

  it('says which columns it took for what', async () => {
    const { columns, headingRows } = await only({ rows: [HEADINGS, ...ROWS] });
    expect(headingRows).toEqual([1]);
    expect(columns.map(({ column, holds }) => `${column} ${holds}`)).toEqual([
      'A ref',
      'B text',
      'C tooltip',
      'D mandatory',
    ]);
  });
});

describe('headings', () => {
  it.each([
    ['Question number', 'Question', 'Guidance', 'Standards Met'],
    ['Evidence item number', 'Requirement', 'Help text', 'Mandatory?'],
    ['Ref', 'Evidence item', 'Tool tip', 'Required'],
    ['Evidence ID', 'Description of evidence', 'Further information', 'SM'],
    ['No.', 'Evidence Item Wording', 'TOOLTIP', 'Mandatory / Optional'],
  ])('worded "%s", "%s", "%s", "%s" are understood', async (...headings) => {
    const { items } = await only({ rows: [headings, ...ROWS] });
    expect([marks(items), items[0]?.text, items[0]?.tooltip]).toEqual([
      ALL_MARKS,
      Q.ico,
      'A number that begins with Z',
    ]);
  });

  it('may stand in any order', async () => {
    const { items } = await only({ rows: [HEADINGS, ...ROWS].map((row) => row.toReversed()) });
    expect(items[3]).toMatchObject({ ref: '7.3.4', text: Q.restore, mandatory: true });
  });

  it('may stand below titles and empty rows', async () => {
    const rows = [['Data security requirements 2026-27'], [], ['Published in autumn'], [], HEADINGS, ...ROWS];
    expect((await only({ rows, merges: ['A1:D1'] })).headingRows).toEqual([5]);
  });

  it('may take two rows, the upper merged over its columns', async () => {
    const rows = [
      ['Evidence', null, 'Category 2', null, 'Category 3', null],
      ['Reference', 'Text', 'Mandatory', 'Approaching Standards', 'Mandatory', 'Approaching Standards'],
      ['1.1.1', Q.ico, 'Y', 'N', 'Y', 'Y'],
      ['1.1.3', Q.notice, 'N', 'N', 'Y', 'N'],
      ['1.3.1', Q.policies, '-', '-', 'N', 'N'],
    ];
    const understanding = await understand([{ name: 'All', rows, merges: ['A1:B1', 'C1:D1', 'E1:F1'] }]);
    const found = understanding.ok
      ? understanding.categories.map(({ category, items }) => [
          category,
          items.map((i) => [i.ref, i.mandatory, i.approaching]),
        ])
      : [];
    expect(found).toEqual([
      [
        2,
        [
          ['1.1.1', true, false],
          ['1.1.3', false, false],
        ],
      ],
      [
        3,
        [
          ['1.1.1', true, true],
          ['1.1.3', true, false],
          ['1.3.1', false, false],
        ],
      ],
    ]);
  });
});

describe('assertions', () => {
  it('merged over their items are filled down', async () => {
    const rows = [
      ['Assertion', ...HEADINGS],
      ['1.1 Lawful use', ...(ROWS[0] ?? [])],
      [null, ...(ROWS[1] ?? [])],
      ['1.3 Governance', ...(ROWS[2] ?? [])],
      ['7.3 Recovery', ...(ROWS[3] ?? [])],
    ];
    const { items } = await only({ rows, merges: ['A2:A3'] });
    expect(items.map((item) => item.assertionTitle)).toEqual(['Lawful use', 'Lawful use', 'Governance', 'Recovery']);
  });

  it('in rows of their own, numbered as numbers, are no items', async () => {
    const rows = [
      HEADINGS,
      [1, 'Personal data'],
      [1.1, 'Lawful use'],
      ...ROWS.slice(0, 2),
      [1.3, 'Governance'],
      ...ROWS.slice(2),
    ];
    const { items } = await only({ rows });
    expect(items.map((item) => [item.ref, item.assertionTitle])).toEqual([
      ['1.1.1', 'Lawful use'],
      ['1.1.3', 'Lawful use'],
      ['1.3.1', 'Governance'],
      ['7.3.4', undefined],
    ]);
  });
});

describe('item numbers', () => {
  it.each(['1.1.10', ' 1.1.10 ', '1.1.10.', 'Evidence 1.1.10', '1.1.10 (new)', '01.01.10'])(
    'may be written "%s"',
    async (written) => {
      const { items } = await only({ rows: [HEADINGS, ...ROWS, [written, 'One more question?', null, 'N']] });
      expect(items.at(-1)?.ref).toBe('1.1.10');
    },
  );

  it('may share their cell with the question', async () => {
    const rows = [
      ['Evidence item', 'Mandatory'],
      ['1.1.1 Which number have you got?', 'Y'],
      ['1.1.3: Is there a notice?', 'N'],
      ['1.3.1 - Are policies in date?', 'Y'],
    ];
    expect((await only({ rows })).items.map((item) => item.text)).toEqual([
      'Which number have you got?',
      'Is there a notice?',
      'Are policies in date?',
    ]);
  });

  it('merged over two rows own the words of both', async () => {
    const rows = [
      HEADINGS,
      ['1.1.1', 'First half', 'Tip one', 'Y'],
      [null, 'second half', 'tip two', null],
      ...ROWS.slice(1),
    ];
    expect((await only({ rows, merges: ['A2:A3'] })).items[0]).toMatchObject({
      text: 'First half second half',
      tooltip: 'Tip one tip two',
      mandatory: true,
    });
  });

  it('that stand twice are read once and told', async () => {
    const { items, remarks } = await only({ rows: [HEADINGS, ...ROWS, ['1.1.1', 'Again?', null, 'N']] });
    expect([items.length, remarks]).toEqual([
      4,
      ['Numbers that stand twice were read at their first place only: 1.1.1 (A6).'],
    ]);
  });
});

describe('marks', () => {
  it.each([
    ['Y', 'N'],
    ['Yes', 'No'],
    ['Mandatory', 'Optional'],
    ['M', 'O'],
    ['✓', null],
    ['✔', '-'],
    ['☑', '☐'],
    [true, false],
    [1, 0],
    ['Mandatory - SM', 'n/a'],
    ['Required', 'Not required'],
    ['x', null],
    ['Yes', 'x'],
    ['TRUE', 'FALSE'],
  ] as const)('may be written %o and %o', async (yes, no) => {
    const rows = ROWS.map(([ref, text, tip, mark]) => [
      ref ?? null,
      text ?? null,
      tip ?? null,
      mark === 'Y' ? yes : no,
    ]);
    expect(marks((await only({ rows: [HEADINGS, ...rows] })).items)).toEqual(ALL_MARKS);
  });

  it('may be ticks in a symbol font', async () => {
    const rows = ROWS.map(([ref, text, tip, mark]) => [
      ref ?? null,
      text ?? null,
      tip ?? null,
      mark === 'Y' ? 'P' : null,
    ]);
    expect(marks((await only({ rows: [HEADINGS, ...rows], wingdings: ['D'] })).items)).toEqual(ALL_MARKS);
  });

  it('may name the level they count for', async () => {
    const rows = [
      ['Ref', 'Question', 'Level'],
      ['1.1.1', Q.ico, 'AS & SM'],
      ['1.1.3', Q.notice, 'SM'],
      ['1.3.1', Q.policies, 'Optional'],
    ];
    expect((await only({ rows })).items.map((item) => [item.mandatory, item.approaching])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('that are not understood count as not known and are told with their cell', async () => {
    const { items, remarks } = await only({
      rows: [HEADINGS, ...ROWS.slice(0, 3), ['7.3.4', Q.restore, null, 'perhaps']],
    });
    expect(items.at(-1)?.mandatory).toBeNull();
    expect(remarks[0]).toContain('"perhaps" at D5');
  });

  it('that are missing altogether leave every item not known', async () => {
    const { items, remarks } = await only({ rows: [HEADINGS, ...ROWS].map((row) => row.slice(0, 3)) });
    expect(items.every((item) => item.mandatory === null)).toBe(true);
    expect(remarks[0]).toContain('not known');
  });
});

describe('exemptions', () => {
  it('come from their columns', async () => {
    const rows = [
      [...HEADINGS, 'NHSmail exempt', 'CE+', 'ISO27001:2013', 'PSN IA', 'Audit'],
      [...(ROWS[0] ?? []), null, null, null, null, 'Y'],
      [...(ROWS[1] ?? []), 'Exempt', 'Y', 'Yes', null, null],
      [...(ROWS[2] ?? []), null, null, null, 'x', null],
    ];
    expect((await only({ rows })).items.map((item) => item.exemptBy)).toEqual([
      [],
      ['nhsmail', 'cyber-essentials-plus', 'iso-27001'],
      ['psn'],
    ]);
  });
});

describe('one sheet for all categories', () => {
  const rows = [
    ['Evidence ref', 'Question', 'Cat 2 IT Suppliers', 'Cat 3 Others', 'Cat 4 GPs', 'What has changed'],
    ['1.1.1', Q.ico, 'Mandatory', 'Mandatory', 'Mandatory', null],
    ['1.1.3', Q.notice, 'Optional', 'Mandatory', 'n/a', 'Words'],
    ['1.3.1', Q.policies, null, 'Optional', 'Optional', null],
  ];

  it('is read once for each, leaving out what is not asked', async () => {
    const understanding = await understand([{ name: 'Requirements', rows }]);
    const found = understanding.ok
      ? understanding.categories.map(({ category, items }) => [category, marks(items)])
      : [];
    expect(found).toEqual([
      [2, { '1.1.1': true, '1.1.3': false }],
      [3, { '1.1.1': true, '1.1.3': true, '1.3.1': false }],
      [4, { '1.1.1': true, '1.3.1': false }],
    ]);
  });

  it('with only ticks and blanks keeps blanks as not mandatory and says so', async () => {
    const ticked = rows.map((row, i) =>
      i === 0
        ? row
        : row.map((cell) => (cell === 'Mandatory' ? '✓' : cell === 'Optional' || cell === 'n/a' ? null : cell)),
    );
    const understanding = await understand([{ name: 'Requirements', rows: ticked }]);
    const third = understanding.ok ? understanding.categories.find((one) => one.category === 3) : undefined;
    expect(marks(third?.items ?? [])).toEqual({ '1.1.1': true, '1.1.3': true, '1.3.1': false });
    expect(third?.remarks.join(' ')).toContain('may not be asked at all');
  });
});

describe('a sheet per category', () => {
  it.each([
    ['Cat 3', 3],
    ['Category 3 Others', 3],
    ['CAT2 IT Suppliers', 2],
    ['Cat4', 4],
    ['GP Practices', 4],
    ['IT Suppliers', 2],
    ['Others', 3],
    ['Category_1', 1],
  ] as const)('named "%s" is category %i', async (name, category) => {
    expect((await only({ name, rows: [HEADINGS, ...ROWS] })).category).toBe(category);
  });

  it('leaves sheets without items alone and says so', async () => {
    const understanding = await understand([
      { name: 'Read me', rows: [['Welcome']] },
      { name: 'Cat 3', rows: [HEADINGS, ...ROWS] },
    ]);
    expect(understanding.ok && understanding.remarks).toEqual([
      'The sheet "Read me" was not read: it has no column of evidence item numbers.',
    ]);
  });

  it('takes the category from a title when the sheet is just called Sheet1', async () => {
    expect((await only({ name: 'Sheet1', rows: [['Category 4 requirements'], HEADINGS, ...ROWS] })).category).toBe(4);
  });

  it('asks for the category when nothing says it', async () => {
    const understanding = await understand([{ name: 'Sheet1', rows: [HEADINGS, ...ROWS] }]);
    expect(understanding.ok ? '' : understanding.problem.type).toBe('category-not-said');
  });

  it('takes the category it is told when nothing says it', async () => {
    expect((await only({ name: 'Sheet1', rows: [HEADINGS, ...ROWS] }, { category: 3 })).category).toBe(3);
  });
});

describe('what is hidden', () => {
  it('in rows is not used, and told', async () => {
    const { items, remarks } = await only({ rows: [HEADINGS, ...ROWS], hiddenRows: [3] });
    expect([items.length, remarks]).toEqual([3, ['Hidden rows were not used: 1.1.3.']]);
  });

  it('in rows by a filter is used, and told', async () => {
    const { items, remarks } = await only({ rows: [HEADINGS, ...ROWS], hiddenRows: [3], filtered: true });
    expect([items.length, remarks]).toEqual([4, ['A filter hides 1 of the items; they were used all the same.']]);
  });

  it('in a column is used only when no visible column holds the same', async () => {
    const { items, remarks } = await only({ rows: [HEADINGS, ...ROWS], hiddenColumns: [4] });
    expect(marks(items)).toEqual(ALL_MARKS);
    expect(remarks).toEqual(['Column D is hidden and was used, because no visible column holds the same.']);
  });

  it('in a column beside a visible one of the same kind is not used', async () => {
    const rows = [[...HEADINGS, 'Mandatory'], ...ROWS.map((row) => [...row, 'N'])];
    const { items, remarks } = await only({ rows, hiddenColumns: [5] });
    expect([marks(items), remarks]).toEqual([ALL_MARKS, ['Hidden and not used: column E.']]);
  });

  it('in a sheet is not used, and told', async () => {
    const understanding = await understand([
      { name: 'Cat 2', hidden: true, rows: [HEADINGS, ...ROWS] },
      { name: 'Cat 3', rows: [HEADINGS, ...ROWS] },
    ]);
    expect(understanding.ok && [understanding.categories.length, understanding.remarks]).toEqual([
      1,
      ['The sheet "Cat 2" is hidden and was not used.'],
    ]);
  });
});

describe('an unknown shape', () => {
  it('is refused with what was looked for and what was seen', async () => {
    const understanding = await understand([
      {
        name: 'Budget',
        rows: [
          ['Month', 'Cost'],
          ['May', 12],
        ],
      },
    ]);
    expect(understanding.ok ? {} : understanding.problem).toEqual({
      type: 'unknown-shape',
      lookedFor: expect.stringContaining('evidence item numbers'),
      saw: ['sheet "Budget": it has no column of evidence item numbers; headings seen: "Month", "Cost", "May", "12"'],
    });
  });

  it('is refused when numbers stand there without questions', async () => {
    const understanding = await understand([
      {
        name: 'Cat 3',
        rows: [
          ['Ref', 'Owner'],
          ['1.1.1', 'Ann'],
          ['1.1.2', 'Bob'],
          ['1.1.3', 'Cy'],
        ],
      },
    ]);
    expect(understanding.ok ? [] : understanding.problem.saw[0]).toContain('no column is headed as their question');
  });

  it('is refused when there are no cells at all', async () => {
    expect((await understand([{ name: 'Cat 3', rows: [] }])).ok).toBe(false);
  });
});

describe('the edition', () => {
  it.each([
    ['Version9_26-27 CAT2 Cat3 and CAT4.xlsx', 'v9', '2026-27'],
    ['dspt v10 requirements.xlsx', 'v10', '2027-28'],
    ['DSPT 2026_27.xlsx', 'v9', '2026-27'],
    ['Toolkit 2026/2027.xlsx', 'v9', '2026-27'],
  ])('is read from the file name "%s"', async (fileName, edition, years) => {
    const understanding = await understand([{ name: 'Cat 3', rows: [HEADINGS, ...ROWS] }], { fileName });
    expect(understanding.ok && understanding.edition).toEqual({ edition, years });
  });

  it('is read from a title', async () => {
    const understanding = await understand(
      [{ name: 'Cat 3', rows: [['Requirements for 2026-27'], HEADINGS, ...ROWS] }],
      { fileName: 'book1.xlsx' },
    );
    expect(understanding.ok && understanding.edition?.edition).toBe('v9');
  });

  it('is left open when nothing says it', async () => {
    const understanding = await understand([{ name: 'Cat 3', rows: [HEADINGS, ...ROWS] }], { fileName: 'book1.xlsx' });
    expect(understanding.ok && understanding.edition).toBeUndefined();
  });
});

describe('any sheet whatever', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.constantFrom(...HEADINGS, '1.1.1', '1.1.3', '1.3.1', '7.3.4', 1.1, 'Y', 'n/a', '✓', 'Cat 3', Q.ico),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true }),
    fc.boolean(),
  );
  const small = fc.nat({ max: 8 });
  const sheet = fc.record({
    name: fc.constantFrom('Cat 3', 'All', ''),
    hidden: fc.boolean(),
    rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
    merges: fc.array(fc.record({ top: small, left: small, bottom: small, right: small }), { maxLength: 3 }),
    hiddenRows: fc.array(small, { maxLength: 3 }).map((rows) => new Set(rows)),
    hiddenColumns: fc.array(small, { maxLength: 2 }).map((columns) => new Set(columns)),
    filtered: fc.boolean(),
  });

  it('is understood or refused, and never gives a number twice', () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) => {
        const understanding = understandWorkbook(sheets);
        for (const { items } of understanding.ok ? understanding.categories : []) {
          expect(new Set(items.map((item) => item.ref)).size).toBe(items.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
