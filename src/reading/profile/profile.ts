import type { Day } from '../../record/day.ts';
import type { Content, Profile } from '../../record/document.ts';
import { parseStatedDate } from '../dates/find-dates.ts';
import type { ControlMeaning } from './control-labels.ts';
import { type Control, controlOf } from './control-statements.ts';
import { documentDates } from './document-dates.ts';
import { documentKind, fileName } from './document-kind.ts';
import { statusOf } from './document-status.ts';
import { isBlank } from './placeholders.ts';
import { parseReviewCycle } from './review-cycle.ts';
import { latestOf } from './version-history.ts';

/**
 * What a document says about itself: kind, title, version, status, people, review cycle and dates with their meaning, from
 * its control block, label lines, history table, sentences and file name, in that order of trust. A gap counts as absent.
 * With the judgement day `on`, a record without a date of its own is dated by its newest row.
 */
export function profileOf(path: string, content: Content, on?: Day): Profile {
  const control = controlOf(content);
  const title = titleOf(path, content, control);
  const version = versionOf(path, control);
  const status = statusOf(path, content, statedValue('status', control), version);
  const kind = documentKind(path, title, content);
  const cycle = cycleOf(control);
  return {
    ...kind,
    title,
    ...(version === undefined ? {} : { version }),
    ...(status === undefined ? {} : { status }),
    ...person('owner', control),
    ...person('author', control),
    ...person('approver', control),
    ...(cycle === undefined ? {} : { reviewCycle: cycle }),
    dates: documentDates(path, content, control, kind.kind, on),
  };
}

function titleOf(path: string, content: Content, control: Control): string {
  const title = statedTitle(path, content, control);
  if (!COMPANY_NAME.test(title)) return title;
  // A letterhead: the company's name stands first and the title below it.
  const at = content.lines.findIndex(({ text }) => text === title);
  const below = at < 0 ? undefined : content.lines[at + 1];
  const tells =
    below !== undefined && below.role !== 'row' && isTitleLine(below.text) && !COMPANY_NAME.test(below.text);
  return tells ? below.text : nameAsTitle(path);
}

const COMPANY_NAME = /^[A-Z][\w&'’ -]{2,50} (?:Ltd|LTD|Limited|LIMITED|LLP|PLC|plc|CIC)\.?$/;

function statedTitle(path: string, content: Content, control: Control): string {
  if (content.title !== undefined && !isBlank(content.title)) return content.title;
  const headings = namesItsFile(content) ? [] : content.lines.filter((line) => line.role === 'heading');
  const top = headings[0]?.where.line !== undefined && headings[0].where.line < 10 ? headings[0] : undefined;
  const heading = headings.find((line) => line.level === 1) ?? top;
  if (
    heading !== undefined &&
    content.format !== 'csv' &&
    !isBlank(heading.text) &&
    parseStatedDate(heading.text) === undefined
  )
    return heading.text;
  const stated = statedValue('title', control);
  if (stated !== undefined) return stated;
  const [first] = content.lines;
  if (content.format === 'text' && first !== undefined && isTitleLine(first.text)) return first.text;
  return nameAsTitle(path);
}

function nameAsTitle(path: string): string {
  const name = fileName(path).replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A workbook whose first sheet is called "Sheet1" or "Register": the file's name says more. */
function namesItsFile(content: Content): boolean {
  if (content.format !== 'xlsx') return false;
  const first = content.lines.find((line) => line.role === 'heading');
  return first !== undefined && !/\S\s+\S/.test(first.text.trim());
}

function isTitleLine(text: string): boolean {
  return text.length <= 70 && !/[.:;,]$/.test(text) && !/^\S+:\s/.test(text) && parseStatedDate(text) === undefined;
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
