import { isBlank } from '../profile/placeholders.ts';
import { leaversWithAccess } from './leavers.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { type FailedRow, nameOfRow, type RowCheck } from './row-check.ts';

const GONE =
  /\b(?:retired|disposed|destroyed|decommissioned|scrapped|lost|stolen|written off|returned|sold|wiped|closed|ended|terminated|inactive|cancelled|former|none|n\/a)\b/i;
const NO =
  /^(?:n|no|none|not\b|off|false|disabled|suspended|paused|partial(?:ly)?|switched off|turned off|decrypt\w*|failed|fails|unknown|tbc|\?|unencrypted|missing|awaited|awaiting|pending|outstanding|in progress|draft|0(?![\d/.-])|✗|❌)/i;

/** The checks, one entry each; a new one is added here and nowhere else. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    code: 'unencrypted-device',
    severity: 'high',
    effect: 'blocks',
    says: ['shows a device without encryption', 'show devices without encryption'],
    next: 'Switch encryption on, or record why it cannot be and what protects the data instead.',
    failed: (table, { profile, path }) => {
      const column = table.column('encryption');
      const about = `${profile.title} ${path} ${table.names.join(' ')}`.toLowerCase();
      if (
        column < 0 ||
        !/\b(?:device|laptop|serial|hostname|model|asset|machine|computer|phone|issued|user|holder|kit)s?\b/.test(about)
      )
        return [];
      return table.filled.flatMap((row) => {
        const value = cellText(row, column);
        const unprotected = NO.test(value) || (isBlank(value) && isPortable(row));
        if (!unprotected || isGone(table, row) || /\bn\/?a\b|not applicable/i.test(value)) return [];
        return [
          {
            row,
            column,
            words: `${nameOfRow(table, row)} has “${value === '' ? 'nothing' : value}” under “${table.names[column]}”`,
          },
        ];
      });
    },
  },
  {
    code: 'leaver-with-access',
    severity: 'high',
    effect: 'doubt',
    says: [
      'shows a leaver who may still have access, or kept it too long',
      'show leavers who may still have access, or kept it too long',
    ],
    next: 'Remove the access today, check what it was used for since, and record the removal date.',
    failed: leaversWithAccess,
  },
  {
    code: 'processor-without-contract',
    severity: 'high',
    effect: 'blocks',
    says: [
      'shows a supplier that handles personal data without a contract for it',
      'show suppliers that handle personal data without a contract for it',
    ],
    next: 'Sign a data processing contract with the terms of article 28, or stop the processing.',
    failed: (table, { profile, path, kept = false }) => {
      const contract = table.column('contract');
      const about = `${profile.title} ${path} ${table.names.join(' ')}`;
      if (!SUPPLIERS.test(about) || contract < 0) return [];
      return processorsLacking(table, [contract]).filter(({ row }) => !kept || !isBlank(cellText(row, contract)));
    },
  },
  {
    code: 'supplier-unassured',
    severity: 'medium',
    effect: 'doubt',
    says: [
      'shows a supplier that handles personal data and nothing by which its security was checked',
      'show suppliers that handle personal data and nothing by which their security was checked',
    ],
    next: 'Ask for its certificate, its DSPT publication or answers to your questions, and record what you were shown and when.',
    failed: (table, { profile, path }) => {
      const dated = new Set(table.columns('assurance-expiry'));
      const assurances = table.columns('assurance').filter((column) => !dated.has(column));
      const about = `${profile.title} ${path} ${table.names.join(' ')}`;
      return SUPPLIERS.test(about) ? processorsLacking(table, assurances) : [];
    },
  },
  {
    code: 'duplicate-rows',
    severity: 'high',
    effect: 'blocks',
    says: ['shares its number with another row', 'share their number with another row'],
    next: 'Find out whose number it is and correct the other row.',
    failed: sharedNumbers,
  },
  {
    code: 'no-owner',
    severity: 'medium',
    effect: 'doubt',
    says: ['has no owner', 'have no owner'],
    next: 'Name an owner for each.',
    failed: (table) => {
      const column = table.column('owner');
      const rows = table.rows.filter(
        (row) => row.sort === 'filled' || (row.sort === 'blank' && cellText(row, 0) !== '' && column > 0),
      );
      const unowned = rows.filter((row) => isNobody(cellText(row, column)));
      // A column that nobody filled is an unused column, not rows without an owner.
      if (column < 0 || rows.length < 2 || unowned.length * 2 > rows.length) return [];
      return unowned.flatMap((row) => (isGone(table, row) ? [] : [{ row, column, words: nameOfRow(table, row) }]));
    },
  },
  {
    code: 'admin-without-agreement',
    severity: 'medium',
    effect: 'blocks',
    says: ['shows an administrator without a signed agreement', 'show administrators without a signed agreement'],
    next: 'Have the administrator sign the agreement for privileged access and record the date.',
    failed: (table, examined) => {
      const about = `${examined.profile.title} ${table.names.join(' ')}`.toLowerCase();
      if (!/\b(?:admin\w*|privileged|root)\b/.test(about)) return [];
      const column = table.columns('agreement').find((at) => !/\bby\b|\bsign/.test(table.names[at] ?? '')) ?? -1;
      if (column < 0) return [];
      return table.filled.flatMap((row) => {
        const value = cellText(row, column);
        if (!(isBlank(value) || NO.test(value)) || isGone(table, row)) return [];
        return [{ row, column, words: nameOfRow(table, row) }];
      });
    },
  },
];

const SUPPLIERS = /supplier|vendor|provider|processor|third part|compan|partner/i;

/** Rows of those who handle personal data in which all of some columns say no or nothing. */
function processorsLacking(table: ReadTable, columns: readonly number[]): FailedRow[] {
  const [column] = columns;
  if (column === undefined) return [];
  const personal = table.columns('personal-data').filter((other) => !columns.includes(other));
  return table.filled.flatMap((row) => {
    const handles = personal.some((other) => handlesPersonalData(cellText(row, other)));
    const lacking = columns.map((at) => cellText(row, at)).every((value) => NO.test(value) || isBlank(value));
    if (!handles || !lacking || isShifted(table, row) || isGone(table, row)) return [];
    return [{ row, column, words: lackingWords(table, row, column) }];
  });
}

/** A cell beyond the named columns: one comma too many moved the row, so its cells stand under wrong names. */
function isShifted(table: ReadTable, row: ReadRow): boolean {
  return row.cells.some((cell, column) => cell.text !== '' && (table.names[column] ?? '') === '');
}

function lackingWords(table: ReadTable, row: ReadRow, column: number): string {
  const value = cellText(row, column);
  return `${nameOfRow(table, row)} has “${value === '' ? 'nothing' : value}” under “${table.names[column]}”`;
}

function isNobody(owner: string): boolean {
  return /^(?:none|nobody|no one|unassigned|vacant|-|–|n\/a|unknown|\?)?$/i.test(owner.trim());
}

function isPortable(row: ReadRow): boolean {
  return /\b(?:laptop|macbook|phone|iphone|ipad|tablet|usb|portable|notebook|surface|thinkpad)\b/i.test(row.text);
}

function isGone(table: ReadTable, row: ReadRow): boolean {
  return table.columns('status').some((column) => GONE.test(cellText(row, column)));
}

/** What stands under "personal data": yes, or the data itself. */
function handlesPersonalData(value: string): boolean {
  return !isBlank(value) && !/^(?:no\b|none|n\b|n\/a|not\b|nil|false|-|unknown)/i.test(value.trim());
}

function sharedNumbers(table: ReadTable): FailedRow[] {
  return [...new Set([...table.columns('serial'), ...table.columns('certificate')])].flatMap((column) => {
    const byNumber = new Map<string, ReadRow[]>();
    for (const row of table.filled) {
      const value = cellText(row, column).trim();
      if (
        isBlank(value) ||
        value.length < 4 ||
        !/\d/.test(value) ||
        cellDate(row, column) !== undefined ||
        /^(?:n\/?a|none|various|see )/i.test(value)
      )
        continue;
      const rows = byNumber.get(value.toLowerCase());
      if (rows === undefined) byNumber.set(value.toLowerCase(), [row]);
      else rows.push(row);
    }
    return [...byNumber.values()].flatMap((rows) => {
      const holders = new Set(rows.map((row) => nameOfRow(table, row)));
      const [first, ...others] = rows;
      if (
        first === undefined ||
        others.length === 0 ||
        (holders.size < 2 && new Set(rows.map((row) => row.text)).size < 2)
      )
        return [];
      // The same person with the same certificate for two courses is one certificate, told twice.
      if (table.columns('certificate').includes(column) && holders.size < 2) return [];
      return others.map((row) => ({
        row,
        column,
        words: `${nameOfRow(table, row)} has number ${cellText(row, column)}, which ${nameOfRow(table, first)} has too`,
      }));
    });
  });
}
