import type { StatedDate } from '../../record/day.ts';
import {
  type Content,
  DATE_MEANINGS,
  type DateMeaning,
  type DocumentDate,
  type Profile,
} from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import type { ControlMeaning } from './control-labels.ts';
import type { ControlStatement } from './control-statement.ts';
import { type Control, controlOf } from './control-statements.ts';
import { documentKind, fileName } from './document-kind.ts';
import { isBlank } from './placeholders.ts';
import { parseReviewCycle } from './review-cycle.ts';
import { type HistoryRow, latestOf } from './version-history.ts';

/**
 * What a document says about itself: kind, title, version, status, people, review cycle and dates with their meaning, from
 * its control block, label lines, history table, sentences and file name, in that order of trust. A gap counts as absent.
 */
export function profileOf(path: string, content: Content): Profile {
  const control = controlOf(content);
  const title = titleOf(path, content, control);
  const version = versionOf(path, control);
  const status = statusOf(path, control, version);
  const cycle = cycleOf(control);
  return {
    ...documentKind(path, title, content),
    title,
    ...(version === undefined ? {} : { version }),
    ...(status === undefined ? {} : { status }),
    ...person('owner', control),
    ...person('author', control),
    ...person('approver', control),
    ...(cycle === undefined ? {} : { reviewCycle: cycle }),
    dates: datesOf(path, control, content),
  };
}

function titleOf(path: string, content: Content, control: Control): string {
  if (content.title !== undefined && !isBlank(content.title)) return content.title;
  const headings = content.lines.filter((line) => line.role === 'heading');
  const top = headings[0]?.where.line !== undefined && headings[0].where.line < 10 ? headings[0] : undefined;
  const heading = headings.find((line) => line.level === 1) ?? top;
  if (heading !== undefined && content.format !== 'csv' && !isBlank(heading.text)) return heading.text;
  const stated = statedValue('title', control);
  if (stated !== undefined) return stated;
  const [first] = content.lines;
  if (content.format === 'text' && first !== undefined && isTitleLine(first.text)) return first.text;
  const name = fileName(path).replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isTitleLine(text: string): boolean {
  return text.length <= 70 && !/[.:;,]$/.test(text) && !/^\S+:\s/.test(text);
}

/** The version a file name gives, such as 3 for "Backup v3 FINAL". */
export function versionInName(path: string): string | undefined {
  return /(?:^|[\s_(.-])v(?:er(?:sion)?)?[\s_.]?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d.]*\d)/i.exec(fileName(path))?.[1];
}

/** A version as written in a field, without the word itself: "Version 2.1 (draft)" is "2.1". */
export function versionNumber(text: string): string | undefined {
  return /\d{1,3}(?:\.\d{1,3}){0,3}/.exec(text)?.[0];
}

function versionOf(path: string, control: Control): string | undefined {
  const stated = statedValue('version', control);
  const fromRow = latestOf(control.history)?.version;
  const found = stated ?? fromRow ?? versionInName(path);
  return found === undefined ? undefined : (versionNumber(found) ?? found);
}

function statusOf(path: string, control: Control, version: string | undefined): Profile['status'] | undefined {
  const words = (statedValue('status', control) ?? '').toLowerCase();
  if (
    /\bdraft\b|for (?:comment|review|approval)|in review|awaiting approval|unapproved|not (?:yet )?approved|pending|proposed/.test(
      words,
    )
  )
    return 'draft';
  if (/\bwithdrawn\b|\bsuperseded\b|\bretired\b|\barchived\b|\bobsolete\b/.test(words)) return 'withdrawn';
  if (
    /\bapproved\b|\bfinal\b|\blive\b|\bactive\b|\bcurrent\b|\bin force\b|\bpublished\b|\bissued\b|\bauthorised\b/.test(
      words,
    )
  )
    return 'approved';
  if (/(?:^|[\s_(.-])draft(?:$|[\s_).-]|\d)/i.test(fileName(path))) return 'draft';
  return version !== undefined && /^0(?:\.\d|$)/.test(version) ? 'draft' : undefined;
}

function cycleOf(control: Control): string | undefined {
  const said = control.statements.filter(
    ({ meaning, value }) => meaning === 'review-cycle' && parseReviewCycle(value) !== undefined,
  );
  const [first] = [...said.filter(({ source }) => source === 'block'), ...said];
  return first === undefined ? undefined : parseReviewCycle(first.value);
}

function person<Field extends 'owner' | 'author' | 'approver'>(
  field: Field,
  control: Control,
): { readonly [key in Field]?: string } {
  const named = statedValue(field, control);
  // The computed key is exactly `field`, which TypeScript widens to string.
  return named === undefined ? {} : ({ [field]: named } as { readonly [key in Field]?: string });
}

function statedValue(meaning: ControlMeaning, control: Control): string | undefined {
  const said = control.statements.filter((other) => other.meaning === meaning && !isBlank(other.value));
  return (said.find(({ source }) => source === 'block') ?? said.find(({ source }) => source === 'furniture') ?? said[0])
    ?.value;
}

function datesOf(path: string, control: Control, content: Content): DocumentDate[] {
  const dates: DocumentDate[] = [];
  const add = (meaning: DateMeaning, date: StatedDate, where: DocumentDate['where']) => {
    if (!dates.some((other) => other.meaning === meaning && other.date.from === date.from && other.date.to === date.to))
      dates.push({ meaning, date, where });
  };
  for (const said of control.statements) {
    if (said.date !== undefined && isDateMeaning(said)) add(said.meaning, said.date, said.where);
  }
  const latest = latestOf(control.history);
  if (latest?.date !== undefined) {
    const meaning = /\breview/i.test(latest.text) ? 'reviewed' : /\bapprov/i.test(latest.text) ? 'approved' : 'created';
    add(meaning, latest.date, latest.where);
  }
  for (const line of content.lines.slice(0, 8)) {
    if (line.role === 'row' || line.text.length > 80) continue;
    for (const { date } of findDates(line.text))
      if (!dates.some((other) => other.date.from === date.from)) add('stated', date, line.where);
  }
  for (const { date } of findDates(fileName(path).replace(/_/g, ' '))) {
    if (!dates.some((other) => other.date.from === date.from)) add('stated', date, {});
  }
  return dates;
}

function isDateMeaning(said: ControlStatement): said is ControlStatement & { meaning: DateMeaning } {
  return (DATE_MEANINGS as readonly string[]).includes(said.meaning);
}
