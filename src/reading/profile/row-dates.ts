import type { Day } from '../../record/day.ts';
import type { Content, DocumentDate, DocumentKind } from '../../record/document.ts';
import { findDates, parseStatedDate } from '../dates/find-dates.ts';

/** Columns whose dates say when a thing happened or was looked at; those that plan, limit or describe a person do not count. */
const HAPPENED =
  /\b(?:date|when|day|on|at|time|completed|tested|done|held|opened|closed|raised|reported|found|detected|reviewed|checked|seen|updated|verified|run|scan(?:ned)?|started|finished|signed|issued|returned|removed|attended|aware|logged|sign[- ]?in|restored|passed|approved)\b/i;
const PLANNED_OR_OWN =
  /\b(?:next|due|plan(?:ned)?|expected|target|deadline|expir\w*|renew\w*|until|end|scheduled|proposed|retention|destroy|by when|valid|support\w*|eol|contract|birth|dob|born|refresher|warranty|joined|start date|start|left|leaving|since|purchase\w*|bought|induction)\b/i;
const LOOKED_AT =
  /\b(?:reviewed|last (?:\w+ )?(?:review|check|seen|update|audit)\w*|checked|verified|updated|confirmed|seen)\b/i;

/**
 * The newest day in the rows of a record or register that is not after `on`: the day of the last entry for a record, the
 * last time any row was looked at for a register. Other kinds of document are not dated by their rows.
 */
export function latestRowDate(content: Content, kind: DocumentKind, on: Day): DocumentDate | undefined {
  const record = kind === 'log' || kind === 'report' || kind === 'screenshot' || kind === 'form' || kind === 'minutes';
  if (!record && kind !== 'register') return undefined;
  let latest: DocumentDate | undefined;
  for (const { columns, rows } of content.tables) {
    for (const [column, name] of columns.entries()) {
      const heading = name.replace(/_/g, ' ');
      if (PLANNED_OR_OWN.test(heading) || !(record ? HAPPENED : LOOKED_AT).test(heading)) continue;
      for (const { cells } of rows) {
        const cell = cells[column];
        if (cell === undefined || cell.text.length > 60) continue;
        const date = parseStatedDate(cell.text) ?? findDates(cell.text)[0]?.date;
        if (date === undefined || date.to > on || (latest !== undefined && date.to <= latest.date.to)) continue;
        latest = { meaning: record ? 'event' : 'reviewed', date, where: cell.where };
      }
    }
  }
  return latest;
}
