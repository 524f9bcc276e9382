import { findDates } from '../dates/find-dates.ts';
import type { FactFamily } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { nameAtStart, personKey } from './person-name.ts';

/** A document named by its number and version in passing: "POL-001 issue 4". */
const MENTIONED = /\b([A-Z]{2,6}[- ]\d{1,4}),?\s(?:\()?(?:issue|version|v)\.?\s?(\d+(?:\.\d+)*)\b/;
const OF_THE_PAST = /\b(?:previous|supersed\w*|replac\w+|earlier|former|withdrawn|old|until|change from|from issue)\b/i;

const OWNER_LABEL = /^(?:document |policy |plan |procedure )?owner$/;

/** What an index or register of documents says about each: version, owner, status, dates. Subject is the title or file named. */
export const documentIndex: FactFamily = {
  name: 'document-index',
  cues: ['issue', 'version', 'owner'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const owner = OWNER_LABEL.test(statement.label ?? '')
      ? nameAtStart(text.slice(statement.valueAt).trim())
      : undefined;
    if (owner !== undefined)
      yield factFrom(statement, statement.valueAt, setting, {
        type: 'own-owner',
        subject: setting.profile.title,
        value: personKey(owner),
        confidence: 0.85,
        parts: { person: owner },
      });
    const match = MENTIONED.exec(text);
    if (match?.[1] === undefined || match[2] === undefined || OF_THE_PAST.test(text)) return;
    yield factFrom(statement, match.index, setting, {
      type: 'document-version',
      subject: match[1],
      scope: 'version',
      value: match[2],
      confidence: 0.75,
      parts: { shown: `${match[3] ?? ''}${match[2]}`.trim(), mention: 'true' },
    });
  },
  *fromTable(register, setting) {
    const title = columnOf(
      register,
      /^(?:document|policy|title|document title|document name|policy name|policy title|name|procedure|file|filename|document \/ policy|policy\/document|policy or procedure|plan)$/,
    );
    if (title < 0) return;
    const columns: readonly (readonly [string, number])[] = [
      ['version', columnOf(register, /^(?:version|ver|v|current version|issue|version no\.?|rev|revision)$/)],
      ['owner', columnOf(register, /^(?:owner|document owner|policy owner|responsible|author)$/)],
      ['status', columnOf(register, /^(?:status|state|approval status)$/)],
      ['approved', columnOf(register, /^(?:approved|approved on|approval date|date approved|approved date|approval)$/)],
      [
        'reviewed',
        columnOf(
          register,
          /^(?:last review(?:ed)?|reviewed|review date|last review date|date reviewed|last updated|reviewed on)$/,
        ),
      ],
      [
        'next-review',
        columnOf(register, /^(?:next review(?: date| due)?|review due|due for review|next due|review by)$/),
      ],
    ];
    if (
      columns.every(([, at]) => at < 0) ||
      register.columns.some((name) =>
        /^(?:description of changes?|changes?|change|summary of changes?|serial.*|supplier|severity|risk id|asset id|likelihood)$/.test(
          name,
        ),
      )
    )
      return;
    const file = columnOf(register, /^(?:file|filename|path|location|link|reference file)$/);
    for (const row of register.table.rows) {
      if (isExampleRow(row)) continue;
      const name = cellText(row, title);
      if (name === '') continue;
      for (const [part, at] of columns) {
        const text = cellText(row, at);
        if (text === '') continue;
        const dated = part === 'approved' || part === 'reviewed' || part === 'next-review';
        const date = dated ? findDates(text)[0]?.date : undefined;
        if (dated && date === undefined) continue;
        yield factFromRow(row, at, setting, {
          type:
            part === 'version' || part === 'status'
              ? 'document-version'
              : part === 'owner'
                ? 'document-owner'
                : 'document-dates',
          subject: name,
          scope: part,
          value: date?.from ?? text,
          confidence: 0.85,
          parts: { shown: text, ...person(part, text), ...(file >= 0 && { file: cellText(row, file) }) },
          ...(date !== undefined && { asOf: date }),
        });
      }
    }
  },
};

function person(part: string, text: string) {
  const name = part === 'owner' ? nameAtStart(text) : undefined;
  return name === undefined ? {} : { person: name, key: personKey(name) };
}
