import { findDates } from '../dates/find-dates.ts';
import type { FactFamily } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';

const NONE =
  /\b(?:no|zero|nil|not (?:had|experienced|suffered) any|have had no|without any)\s(?:\w+\s){0,3}?(incidents?|breach(?:es)?|near misses)\b(?![- ](?:management|response|report form|register|log\b))/i;
const PERIOD =
  /\b(?:in|during|over|for|since|within|this|last|past|to date|so far|previous|year|period|quarter|months?)\b/i;
const REPORTABLE = /\b(?:reportable|notifiable|reported to the ICO|notified to|requiring notification|ICO)\b/i;
const RULE =
  /\b(?:if|must|should|ensure|aim|target|objective|goal|where|when|kpi|metric|zero tolerance|blame|expect\w*|template|so that)\b/i;

/** Rows of incident and breach logs, and statements that there were none. */
export const incidents: FactFamily = {
  name: 'incidents',
  cues: ['incident', 'incidents', 'breach', 'breaches', 'misses'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const none = NONE.exec(text);
    if (none === null || RULE.test(text) || text.length > 400) return;
    if (
      !PERIOD.test(text) &&
      !/\b(?:report(?:ed)?|record(?:ed)?|occurred|logged|to report|noted)\b/i.test(text) &&
      text.length > 60
    )
      return;
    const date = findDates(text);
    const kind = /breach/i.test(none[1] ?? '') ? 'breach' : 'incident';
    const severe = /\b(?:serious|major|significant|critical|clinical|cyber)\b/i.test(none[0]);
    yield factFrom(statement, none.index, setting, {
      type: 'incident',
      subject: 'none',
      value: 'none',
      scope: REPORTABLE.test(text) ? 'reportable' : severe ? 'serious' : kind,
      confidence: severe ? 0.55 : 0.8,
      ...(date[0] !== undefined && { asOf: date[0].date }),
      parts: {
        kind,
        ...(date[0] !== undefined &&
          (/\bsince\s\S{0,12}\s?$/i.test(text.slice(0, date[0].index))
            ? { from: date[0].date.from }
            : { from: date[0].date.from, to: (date[1] ?? date[0]).date.to })),
        months: /\b(?:12|twelve) months\b|\blast year\b|\bpast year\b/i.test(text)
          ? '12'
          : /\bquarter\b|\b(?:three|3) months\b/i.test(text)
            ? '3'
            : '',
      },
    });
  },
  *fromTable(register, setting) {
    const about = `${register.context} ${setting.title}`;
    if (
      !/\b(?:incidents?|breach(?:es)?|near miss(?:es)?)\b/.test(about) ||
      /\b(?:plan|severity|classification|matrix|contact|training|exercise)\b/.test(register.context)
    )
      return;
    const date = columnOf(
      register,
      /^(?:date|date (?:of|found|detected|discovered|reported|occurred|logged|raised|identified).*|when|detected|discovered|occurred|found|happened|reported|detection date.*|incident date|date\/time|date of incident|breach date|opened|raised|logged)$/,
    );
    if (date < 0) return;
    const what = columnOf(register, /\b(?:description|what|summary|title|incident|details|type|event|nature)\b/);
    const ico = columnOf(register, /\bico\b/);
    for (const row of register.table.rows) {
      if (isExampleRow(row)) continue;
      const day = findDates(cellText(row, date))[0]?.date;
      const words = row.cells.map((one) => one.text).join(' ');
      if (day === undefined || /\b(?:no|nil) (?:incidents?|breaches|entries)\b|\bnone (?:in|this|to)\b/i.test(words))
        continue;
      const near = /\bnear[- ]miss\b/i.test(words);
      const breach = /\bbreach|personal data|wrong (?:recipient|patient|address|person)|misdirected|disclos/i.test(
        `${words} ${about}`,
      );
      yield factFromRow(row, date, setting, {
        type: 'incident',
        subject: 'row',
        value: day.from,
        asOf: day,
        scope: near ? 'near miss' : breach ? 'breach' : 'incident',
        confidence: 0.85,
        parts: {
          title: cellText(row, what).slice(0, 80),
          shown: day.text,
          reported: String(/^(?:yes|y)\b|\d/i.test(cellText(row, ico))),
        },
      });
    }
  },
};
