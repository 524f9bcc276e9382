import { type Day, dayInWords } from '../../record/day.ts';
import { datesOf, passagesOf, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type LocatedDefect, type ProfiledDocument, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable, readTables, whereOfCell } from './read-table.ts';

type Leaver = { readonly name: string; readonly left: Day; readonly path: string };

const ABOUT_ACCOUNTS =
  /\b(?:accounts?|users?|log-?ins?|sign-?ins?|mfa|access|admin\w*|privileged|licen[cs]es?|permissions?|seats?|agents?|entra|directory|mailbox\w*|undertakings?)\b/i;
const ABOUT_DEVICES = /\b(?:devices?|assets?|laptops?|hardware|equipment|phones?|inventory|kit)\b/i;
const LIVE = /\b(?:active|enabled|live|current|yes|open|in use|on)\b/i;
const GONE =
  /\b(?:disabled|removed|deleted|closed|inactive|suspended|revoked|returned|left|leaver|off|blocked|disposed|wiped|no|ended|former)\b/i;
const HELD_COLUMN =
  /^(?:account|user|user ?name|user principal name|upn|principal|login|log-in|e-?mail|e-?mail address|name|full name|person|agent|member|holder|user id|display name|administrator|admin|who|held by|assigned to|issued to|allocated to|owner)$/;
/** Lists of people that are about something else than what they can get into. */
const NOT_ACCESS = /\b(?:course|module|training|score|salary|holiday|induction|present|attended|apologies)\b/;
const STATE_COLUMN = /\b(?:status|state|enabled|active|account status|access|access now|decision)\b/;

/**
 * Accounts and devices that one document lists as live for a person who, by another, has left: people who left per staff
 * list or leavers' log against account exports, access reviews and device lists. Names are compared in every way that
 * account names are made of them; one that fits two people, or somebody still here, is passed over.
 */
export function leaversAcross(documents: readonly ProfiledDocument[], on: Day): LocatedDefect[] {
  const read = documents.flatMap((document) =>
    ['template', 'policy', 'procedure', 'plan'].includes(document.profile.kind) ||
    document.profile.status === 'withdrawn'
      ? []
      : [{ document, tables: readTables(document.content) }],
  );
  const leavers = read.flatMap(({ document, tables }) => [
    ...tables.flatMap((table) => leaversIn(table, document, on)),
    ...leaversToldIn(document, on),
  ]);
  if (leavers.length === 0) return [];
  const here = new Set(read.flatMap(({ tables }) => tables.flatMap((table) => peopleHere(table, leavers))));
  return read.flatMap(({ document, tables }) => [
    ...tables.flatMap((table) => liveFor(table, document, leavers, here)),
    ...stillOpenIn(document, leavers),
  ]);
}

const PERSON = "\\p{Lu}[\\p{L}'’-]+ \\p{Lu}[\\p{L}'’-]+";
const LEFT_ON = new RegExp(
  `(${PERSON})(?:,[^,.;]{1,40},| \\([^)]{1,40}\\))? (?:left|finished|resigned and left)(?: (?:us|the (?:company|business|team)|our employment))?(?: on| in| at the end of)?\\s*$`,
  'u',
);

/** "Al Birtle left on 31 July", told in minutes, notes or a report. */
function leaversToldIn({ path, content }: ProfiledDocument, on: Day): Leaver[] {
  return passagesOf(content).flatMap((passage) => {
    if (!passage.text.includes(' left') && !passage.text.includes(' finished')) return [];
    return datesOf(passage).dates.flatMap(({ date, index }) => {
      const name = LEFT_ON.exec(passage.text.slice(Math.max(0, index - 120), index))?.[1];
      return name === undefined || date.to >= on ? [] : [{ name: plainName(name), left: date.to, path }];
    });
  });
}

const STILL_OPEN =
  /\bstill (?:\w+ )?(?:active|open|enabled|live|on|has (?:an? )?(?:account|access|log-?in))\b|\bnot (?:yet )?(?:been )?(?:disabled|removed|closed|switched off)\b/i;

/** "al.birtle is still enabled", told in a report where no list stands. */
function stillOpenIn({ path, content, profile }: ProfiledDocument, leavers: readonly Leaver[]): LocatedDefect[] {
  if (['notice', 'contract', 'form', 'certificate'].includes(profile.kind)) return [];
  return passagesOf(content).flatMap((passage) => {
    const open = STILL_OPEN.exec(passage.text);
    if (passage.cell !== undefined || open === null || NONE_STILL.test(passage.text)) return [];
    const text = passage.text.toLowerCase();
    const leaver = leavers.find(({ name }) => text.includes(name) || text.includes(name.replace(' ', '.')));
    if (leaver === undefined || /\bleft\b/.test(text)) return [];
    const spot = place(whereAt(passage, open.index), passage.text);
    return [{ path, defect: defectOf(leaver, shortened(passage.text, 90), spot, true) }];
  });
}

const NONE_STILL = /\b(?:no|none|never|any|if)\b[^.]{0,40}\bstill\b/i;

/** People with a leaving day in the past: a "left" column, or rows of the sort "Leaver" with a date. */
function leaversIn(table: ReadTable, { path }: ProfiledDocument, on: Day): Leaver[] {
  const person = table.column('person');
  if (person < 0) return [];
  return table.filled.flatMap((row) => {
    const name = cellText(row, person);
    const columns = table.columns('left');
    const sort = row.cells.some(({ text }) => /^leaver$/i.test(text.trim()));
    const dates = [...columns, ...(sort ? [...table.columns('plain-date'), ...table.columns('done-date')] : [])];
    const left = dates.map((column) => cellDate(row, column)).find((date) => date !== undefined);
    return left === undefined || left.to >= on || !isFullName(name)
      ? []
      : [{ name: plainName(name), left: left.to, path }];
  });
}

function peopleHere(table: ReadTable, leavers: readonly Leaver[]): string[] {
  const person = table.column('person');
  if (
    person < 0 ||
    (table.column('left') < 0 && !table.names.some((name) => /\b(?:job|role|start|team|line manager)\b/.test(name)))
  )
    return [];
  return table.filled.flatMap((row) => {
    const name = plainName(cellText(row, person));
    return isFullName(cellText(row, person)) && !leavers.some((leaver) => leaver.name === name) ? [name] : [];
  });
}

function liveFor(
  table: ReadTable,
  { path, profile }: ProfiledDocument,
  leavers: readonly Leaver[],
  here: ReadonlySet<string>,
): LocatedDefect[] {
  const about = `${profile.title} ${path} ${table.table.title ?? ''} ${table.names.join(' ')}`.replace(/[_-]/g, ' ');
  const accounts = ABOUT_ACCOUNTS.test(about);
  if ((!accounts && !ABOUT_DEVICES.test(about)) || table.column('left') >= 0) return [];
  if (table.names.some((name) => NOT_ACCESS.test(name))) return [];
  const columns = table.names.flatMap((name, column) => (HELD_COLUMN.test(name) ? [column] : []));
  const states = table.names.flatMap((name, column) =>
    STATE_COLUMN.test(name) && !columns.includes(column) ? [column] : [],
  );
  return table.filled.flatMap((row) => {
    // A row that tells the leaving itself is judged by its own columns.
    if (/^(?:leaver|mover|joiner)$/i.test(row.cells[0]?.text.trim() ?? '') || /\bleft\b/i.test(row.text)) return [];
    for (const column of columns) {
      const leaver = leaverOf(cellText(row, column), leavers, here);
      if (leaver === undefined || leaver.path === path || !isLive(row, states, accounts)) continue;
      return [
        {
          path,
          defect: defectOf(leaver, shortened(row.text, 90), place(whereOfCell(row, column), row.text), accounts),
        },
      ];
    }
    return [];
  });
}

/** An account counts as live when a state says so; where no state is kept, being listed says it. */
function isLive(row: ReadRow, states: readonly number[], accounts: boolean): boolean {
  const said = states.map((column) => cellText(row, column)).filter((text) => text !== '');
  if (said.some((text) => GONE.test(text) && !/\bstill\b/i.test(text))) return false;
  if (accounts && states.length > 0) return said.some((text) => LIVE.test(text));
  return !/\b(?:disabled|removed|returned|leaver|disposed|wiped|closed|revoked|former)\b/i.test(
    row.text.replace(/\bstill\b.*/i, ''),
  );
}

function defectOf(
  { name, left, path }: Leaver,
  words: string,
  spot: DefectPlace,
  accounts: boolean,
): LocatedDefect['defect'] {
  const shown = name.replace(/(?:^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
  return {
    code: 'leaver-with-access',
    severity: accounts ? 'high' : 'medium',
    message: `${shown} left on ${dayInWords(left)} according to “${path}”, and is still here: “${words}”.`,
    next: accounts
      ? 'Remove the access today, check what it was used for since, and record the removal date.'
      : 'Find the device, wipe it, and record who has it now.',
    places: [spot],
    subject: shown,
    effect: 'doubt',
  };
}

/** Whose account this is: a full name, or the ways account names are made of one: "al.birtle", "a.birtle", "abirtle", "al.adm". */
function leaverOf(cell: string, leavers: readonly Leaver[], here: ReadonlySet<string>): Leaver | undefined {
  const text = plainName(cell);
  if (text === '') return undefined;
  const full = leavers.find(({ name }) => text === name);
  if (full !== undefined) return here.has(full.name) ? undefined : full;
  if (/\s/.test(cell.trim())) return undefined;
  const local = (cell.trim().toLowerCase().split('@')[0] ?? '').replace(
    /^(?:adm(?:in)?|a|svc)[._-]|[._-](?:adm(?:in)?|a|priv|root|da)$/g,
    '',
  );
  const fits = leavers.filter(({ name }) => accountNames(name).has(local));
  const [only] = fits;
  if (only === undefined || new Set(fits.map(({ name }) => name)).size > 1) return undefined;
  return [...here].some((name) => accountNames(name).has(local)) ? undefined : only;
}

function accountNames(name: string): ReadonlySet<string> {
  const parts = name.split(' ');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const initial = first.charAt(0);
  const names = [
    `${first}.${last}`,
    `${first}${last}`,
    `${first}_${last}`,
    `${first}-${last}`,
    `${initial}.${last}`,
    `${initial}${last}`,
    `${last}.${first}`,
    `${last}${initial}`,
    `${first}.${last.charAt(0)}`,
    `${first}${last.charAt(0)}`,
    first,
  ];
  return new Set(names);
}

function plainName(name: string): string {
  return name
    .replace(/\([^)]*\)|,.*$/g, ' ')
    .replace(/\b(?:mr|mrs|ms|miss|dr|prof)\.? /gi, ' ')
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

function isFullName(name: string): boolean {
  return /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(
    name.replace(/\([^)]*\)|,.*$/g, '').trim(),
  );
}
