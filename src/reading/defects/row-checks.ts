import { dayBefore, daysBetween } from '../../record/day.ts';
import { headingsOver } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import type { Examined } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { type FailedRow, nameOfRow, type RowCheck } from './register-rows.ts';

const GONE =
  /\b(?:retired|disposed|destroyed|decommissioned|scrapped|lost|stolen|written off|returned|sold|wiped|closed|ended|terminated|inactive|cancelled|former|none|n\/a)\b/i;
const YES = /^(?:y|yes|true|on|enabled|✓|✔|✅)\b/i;
const NO =
  /^(?:n|no|none|not\b|off|false|disabled|unknown|tbc|\?|unencrypted|missing|awaited|awaiting|pending|outstanding|in progress|draft|0|✗|❌)/i;

/** The checks, one entry each; a new one is added here and nowhere else. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    code: 'unencrypted-device',
    severity: 'high',
    effect: 'blocks',
    says: ['shows a device without encryption', 'show devices without encryption'],
    next: 'Switch encryption on, or record why it cannot be and what protects the data instead.',
    failed: (table) => {
      const column = table.column('encryption');
      const about = table.names.join(' ');
      if (
        column < 0 ||
        !/\b(?:device|laptop|serial|hostname|model|asset|machine|computer|phone|issued|user|holder)\b/.test(about)
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
      'shows a leaver who still has access or kept it too long',
      'show leavers who still have access or kept it too long',
    ],
    next: 'Remove the access today, check what it was used for since, and record the removal date.',
    failed: leaversWithAccess,
  },
  {
    code: 'supplier-assurance-lapsed',
    severity: 'high',
    effect: 'doubt',
    says: ['shows a supplier whose assurance has run out', 'show suppliers whose assurance has run out'],
    next: 'Ask the supplier for the current certificate or publication and record its dates.',
    failed: lapsedAssurance,
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
    failed: (table) => {
      const contract = table.column('contract');
      const personal = table.columns('personal-data').filter((column) => column !== contract);
      if (contract < 0 || table.column('supplier') < 0) return [];
      return table.filled.flatMap((row) => {
        const value = cellText(row, contract);
        const handles =
          personal.length === 0 ? undefined : personal.some((column) => handlesPersonalData(cellText(row, column)));
        if (
          handles !== true ||
          !(NO.test(value) || isBlank(value)) ||
          isGone(table, row) ||
          row.cells.length > table.names.length
        )
          return [];
        return [
          {
            row,
            column: contract,
            words: `${nameOfRow(table, row)} has “${value === '' ? 'nothing' : value}” under “${table.names[contract]}”`,
          },
        ];
      });
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
      if (column < 0 || table.filled.length < 2) return [];
      const blank = table.filled.filter(
        (row) =>
          cellText(row, column).trim() === '' ||
          /^(?:none|nobody|no one|unassigned|vacant|-|–|n\/a|unknown|\?)$/i.test(cellText(row, column).trim()),
      );
      // A column that nobody filled is an unused column, not a row without an owner.
      if (blank.length * 2 > table.filled.length) return [];
      return blank.flatMap((row) => (isGone(table, row) ? [] : [{ row, column, words: nameOfRow(table, row) }]));
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
      const column = table.columns('agreement').find((at) => !/\bby\b/.test(table.names[at] ?? '')) ?? -1;
      if (column < 0) return [];
      return table.filled.flatMap((row) => {
        const value = cellText(row, column);
        if (!(isBlank(value) || NO.test(value)) || isGone(table, row)) return [];
        return [{ row, column, words: nameOfRow(table, row) }];
      });
    },
  },
  {
    code: 'training-below-target',
    severity: 'high',
    effect: 'blocks',
    says: ['is missing from the trained, so fewer than 95% are', 'are missing from the trained, so fewer than 95% are'],
    next: 'Have the people in these rows finish the training, or record why they cannot.',
    failed: untrained,
  },
];

function isPortable(row: ReadRow): boolean {
  return /\b(?:laptop|macbook|phone|iphone|ipad|tablet|usb|portable|notebook|surface|thinkpad)\b/i.test(row.text);
}

function isGone(table: ReadTable, row: ReadRow): boolean {
  return table.columns('status').some((column) => GONE.test(cellText(row, column)));
}

function handlesPersonalData(value: string): boolean {
  return (
    YES.test(value) ||
    (/\b(?:patient|personal|staff|employee|health|clinical|names?|contact|call recordings?|e-?mails?|identifiable|special category)\b/i.test(
      value,
    ) &&
      !/^(?:no\b|none|n\b)/i.test(value))
  );
}

/** Days after leaving within which access must be gone; later removal is reported too. */
const LEAVER_GRACE_DAYS = 7;

function leaversWithAccess(table: ReadTable, { on }: Examined): FailedRow[] {
  const removed = table.columns('access-removed');
  const states = table.columns('access-state');
  return table.columns('left').flatMap((left) =>
    table.filled.flatMap((row): FailedRow[] => {
      const gone = cellDate(row, left);
      if (gone === undefined || gone.to >= on) return [];
      const active = [...removed, ...states].find(
        (column) =>
          column !== left &&
          /^(?:active|still active|enabled|open|live|yes|current|not removed|not yet|no|outstanding)\b/i.test(
            cellText(row, column),
          ) &&
          !(removed.includes(column) && YES.test(cellText(row, column))) &&
          !(states.includes(column) && /^no\b/i.test(cellText(row, column))),
      );
      if (active !== undefined)
        return [
          {
            row,
            column: active,
            words: `${nameOfRow(table, row)} left on ${gone.text} and “${table.names[active]}” says “${cellText(row, active)}”`,
          },
        ];
      for (const column of removed) {
        if (column === left) continue;
        const date = cellDate(row, column);
        const value = cellText(row, column);
        if (date !== undefined && daysBetween(gone.to, date.from) > LEAVER_GRACE_DAYS)
          return [
            {
              row,
              column,
              words: `${nameOfRow(table, row)} left on ${gone.text}, access removed only on ${date.text}`,
            },
          ];
        if (date === undefined && isBlank(value) && daysBetween(gone.to, on) > LEAVER_GRACE_DAYS)
          return [
            {
              row,
              column,
              words: `${nameOfRow(table, row)} left on ${gone.text} and “${table.names[column]}” is blank`,
            },
          ];
      }
      return [];
    }),
  );
}

function lapsedAssurance(table: ReadTable, examined: Examined): FailedRow[] {
  const { on, profile, content } = examined;
  const about = `${profile.title} ${table.table.title ?? ''} ${headingsOver(content, table.table.section).join(' ')} ${table.names.join(' ')}`;
  if (!/\b(?:supplier|vendor|third[- ]party|processor|assurance|partner)s?\b/i.test(about)) return [];
  const held = table.column('assurance') >= 0 || /\bassurance\b/i.test(about);
  const columns = held
    ? table.columns('assurance-expiry').filter((column) => !/contract/.test(table.names[column] ?? ''))
    : [];
  return table.filled.flatMap((row): FailedRow[] => {
    if (isGone(table, row)) return [];
    const column = columns.find((at) => (cellDate(row, at)?.to ?? on) < on);
    return column === undefined
      ? []
      : [{ row, column, words: `${nameOfRow(table, row)} ran out on ${cellText(row, column)}` }];
  });
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

const TRAINING_TARGET = 0.95;

/** People of a training list who did not finish within twelve months of the judgement day, when too many to reach 95%. */
function untrained(table: ReadTable, { profile, on, content }: Examined): FailedRow[] {
  const about = `${profile.title} ${table.table.title ?? ''} ${headingsOver(content, table.table.section)[0] ?? ''}`;
  const person = table.column('person');
  const dates = table.columns('training-date');
  const state = table.column('training-state');
  if (
    !/\btraining\b|\bdata security awareness\b|\be-?learning\b/i.test(about) ||
    /\bneeds\b|\bTNA\b|\bplan\b|\bspecialist\b|\binduction\b/i.test(about) ||
    person < 0 ||
    (dates.length === 0 && state < 0)
  )
    return [];
  const since = dayBefore(on, 'P12M');
  const people = new Map<string, { row: ReadRow; trained: boolean }>();
  let dated = 0;
  for (const row of table.filled) {
    const name = cellText(row, person).trim().toLowerCase();
    if (
      name === '' ||
      /^(?:all|total|\d)/.test(name) ||
      isBlank(cellText(row, person)) ||
      /\b(?:left|leaver|maternity|long[- ]term|sick|parental)\b/i.test(row.text)
    )
      continue;
    const days = dates.map((column) => cellDate(row, column)).filter((date) => date !== undefined);
    if (days.length > 0) dated += 1;
    const recent = days.some((date) => date.from >= since && date.from <= on);
    const done =
      dates.length === 0 ? /^(?:y|yes|complete|completed|done|passed|✓|✔|✅)/i.test(cellText(row, state)) : recent;
    const known = people.get(name);
    if (known === undefined) people.set(name, { row, trained: done });
    else if (done) people.set(name, { row: known.row, trained: true });
  }
  const missing = [...people.values()].filter(({ trained }) => !trained);
  // Without any date the table is unfilled rather than a shortfall.
  if (
    people.size < 3 ||
    missing.length === 0 ||
    (dates.length > 0 && dated === 0) ||
    1 - missing.length / people.size >= TRAINING_TARGET
  )
    return [];
  return missing.map(({ row }) => ({ row, column: person, words: nameOfRow(table, row) }));
}
