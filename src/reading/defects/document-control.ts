import { daysBetween } from '../../record/day.ts';
import type { Content, Defect } from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import type { ControlStatement } from '../profile/control-statement.ts';
import { isBlank } from '../profile/placeholders.ts';
import { versionInName, versionNumber } from '../profile/profile.ts';
import type { HistoryRow } from '../profile/version-history.ts';
import { type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';

/** Cover, footer, file name and history table giving different versions, dates or owners (fact types, D12 and D13). */
export const documentControl: DefectRule = (examined) => [
  ...versions(examined),
  ...historyOrder(examined),
  ...reviewDates(examined),
  ...owners(examined),
];

function* versions({ control, path }: Examined): Generator<Defect> {
  const stated = control.statements.filter(
    (said) =>
      said.meaning === 'version' &&
      said.source !== 'prose' &&
      versionNumber(said.value) !== undefined &&
      !isBlank(said.value),
  );
  const [cover] = stated;
  const newest = newestVersion(control.history);
  const named = versionInName(path);
  const claims: { version: string; place: DefectPlace; source: string }[] = stated.map((said) => ({
    version: versionNumber(said.value) ?? '',
    place: place(said.where, `${said.label} ${said.value}`),
    source: said === cover ? 'the header' : said.source === 'furniture' ? 'the footer' : 'another line',
  }));
  if (newest?.version !== undefined)
    claims.push({
      version: versionNumber(newest.version) ?? '',
      place: place(newest.where, newest.text),
      source: 'the newest row of the history',
    });
  const [first] = claims;
  if (first === undefined) return;
  const other = claims.find((claim) => !sameVersion(claim.version, first.version));
  if (other !== undefined) {
    yield defect(
      `Versions disagree: ${first.source} says ${first.version}, ${other.source} ${other.version}.`,
      [other.place, first.place],
      'version',
    );
  } else if (
    named !== undefined &&
    !sameVersion(named, first.version) &&
    Number.parseInt(named, 10) !== Number.parseInt(first.version, 10)
  ) {
    yield defect(
      `Versions disagree: the file name says ${named}, ${first.source} ${first.version}.`,
      [first.place],
      'version',
    );
  }
}

function newestVersion(history: readonly HistoryRow[]): HistoryRow | undefined {
  return history
    .filter((row) => row.version !== undefined && versionNumber(row.version) !== undefined)
    .sort((a, b) => compare(a.version ?? '', b.version ?? ''))
    .at(-1);
}

/** A higher version dated before a lower one, or one version standing twice with different dates. */
function* historyOrder({ control }: Examined): Generator<Defect> {
  const dated = control.history.filter(
    (row) => row.version !== undefined && row.date?.precision === 'day' && versionNumber(row.version) !== undefined,
  );
  for (const [at, row] of dated.entries()) {
    const clash = dated.slice(at + 1).find((other) => {
      const order = compare(row.version ?? '', other.version ?? '');
      const [a, b] = [row.date?.from ?? '', other.date?.from ?? ''];
      return order === 0 ? a !== b : order < 0 ? a > b : a < b;
    });
    if (clash === undefined) continue;
    const words =
      compare(row.version ?? '', clash.version ?? '') === 0
        ? `Version ${row.version} stands twice, on different days`
        : `Version ${clash.version} and version ${row.version} are dated in the wrong order`;
    yield defect(
      `${words}: ${row.date?.text} and ${clash.date?.text}.`,
      [place(clash.where, clash.text), place(row.where, row.text)],
      'version history',
    );
    return;
  }
}

/** Two lines of the control block that give the same thing a different day. */
function* reviewDates({ control, content }: Examined): Generator<Defect> {
  for (const meaning of ['next-review', 'approved', 'effective'] as const) {
    const said = control.statements.filter(
      (other) =>
        other.meaning === meaning &&
        other.date?.precision === 'day' &&
        other.source !== 'prose' &&
        other.source !== 'history',
    );
    const [first] = said;
    const other = said.find((each) => each.date?.from !== first?.date?.from);
    if (first?.date === undefined || other?.date === undefined) continue;
    yield defect(
      `Two lines disagree on “${first.label}”: ${first.date.text} and ${other.date.text}.`,
      [spot(other), spot(first)],
      meaning,
    );
  }
  yield* lastUpdated(content);
  const cycle = control.statements.find(({ meaning }) => meaning === 'review-cycle');
  const last = control.statements.find(
    ({ meaning, date, source }) =>
      (meaning === 'reviewed' || meaning === 'approved') && date !== undefined && source === 'block',
  );
  const next = control.statements.find(
    ({ meaning, date, source }) => meaning === 'next-review' && date !== undefined && source === 'block',
  );
  if (
    cycle === undefined ||
    last?.date === undefined ||
    next?.date === undefined ||
    !/\b(?:annual|year(?:ly)?|12|twelve)\b/i.test(cycle.value) ||
    /\b(?:two|three|2|3)\b/i.test(cycle.value)
  )
    return;
  if (daysBetween(last.date.from, next.date.to) > 550) {
    yield defect(
      `It is to be reviewed every year, but its next review (${next.date.text}) is set more than a year and a half after the last (${last.date.text}).`,
      [spot(next), spot(last)],
      'review cycle',
    );
  }
}

/** "Last updated" at the head and at the foot of a page, on two different days. */
function* lastUpdated({ lines }: Content): Generator<Defect> {
  const said = (from: number, to: number) =>
    lines.slice(from, to).flatMap(({ text, where }) => {
      const at = /\blast (?:updated|revised|changed|amended)\b[^.;]{0,20}$/i;
      const found = findDates(text).find(
        ({ index, date }) => date.precision === 'day' && at.test(text.slice(0, index)),
      );
      return found === undefined ? [] : [{ date: found.date, place: place(where, text) }];
    });
  const [head] = said(0, 8);
  const foot = said(Math.max(8, lines.length - 6), lines.length).at(-1);
  if (head === undefined || foot === undefined || head.date.from === foot.date.from) return;
  yield defect(
    `Head and foot disagree on when it was last updated: ${head.date.text} and ${foot.date.text}.`,
    [foot.place, head.place],
    'last updated',
  );
}

function* owners({ control }: Examined): Generator<Defect> {
  const named = control.statements.filter(
    ({ meaning, value, source, where }) =>
      meaning === 'owner' &&
      source !== 'prose' &&
      (where.line ?? 0) < 30 &&
      /^[A-Z][\w'’-]+ [A-Z][\w'’-]+/.test(value) &&
      !isBlank(value),
  );
  const [first] = named;
  const other = named.find(
    ({ value, label }) =>
      first !== undefined && label.toLowerCase() === first.label.toLowerCase() && nameOf(value) !== nameOf(first.value),
  );
  if (first === undefined || other === undefined) return;
  yield defect(`Two owners are named: ${first.value} and ${other.value}.`, [spot(other), spot(first)], 'owner');
}

function nameOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/[(,–-].*$/, '')
    .trim();
}

function sameVersion(a: string, b: string): boolean {
  return a.replace(/(?:\.0)+$/, '') === b.replace(/(?:\.0)+$/, '');
}

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => (versionNumber(text) ?? '0').split('.').map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (x?.[at] ?? 0) - (y?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function spot(said: ControlStatement): DefectPlace {
  return place(said.where, `${said.label}: ${said.value}`);
}

function defect(message: string, places: readonly DefectPlace[], subject: string): Defect {
  return {
    code: 'document-control',
    severity: 'low',
    message,
    next: 'Decide which is right and make every part of the document say it.',
    places,
    subject,
    effect: 'doubt',
  };
}
