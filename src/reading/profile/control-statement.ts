import type { StatedDate } from '../../record/day.ts';
import type { Where } from '../../record/document.ts';
import { findDates, parseStatedDate } from '../dates/find-dates.ts';
import type { ControlMeaning } from './control-labels.ts';
import { isBlank } from './placeholders.ts';

/** Where a statement about the document itself was made, most formal first. */
export type StatementSource = 'block' | 'history' | 'prose' | 'furniture';

/** One thing a document says about itself. `value` is as written, blank or a gap included; `date` when it states one. */
export type ControlStatement = {
  readonly meaning: ControlMeaning;
  readonly label: string;
  readonly value: string;
  readonly where: Where;
  readonly source: StatementSource;
  readonly date?: StatedDate;
};

export function statement(
  meaning: ControlMeaning,
  label: string,
  value: string,
  where: Where,
  source: StatementSource,
): ControlStatement {
  const text = value.trim();
  const date = isBlank(text) ? undefined : (parseStatedDate(text) ?? findDates(text)[0]?.date);
  return { meaning, label: label.trim(), value: text, where, source, ...(date === undefined ? {} : { date }) };
}
