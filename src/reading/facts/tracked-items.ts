import { findDates } from '../dates/find-dates.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { NUMBER, numberOf } from './quantity.ts';

/** A number a company gives to a risk, an incident, a finding or an action: `R-02`, `INC-2026-01`, `NC-3`. */
const ITEM = /\b((?:R|RISK|INC|NC|CAPA|OBS|ACT|CAR|IR|DB|BR|F)-(?:20\d\d-)?\d{1,4})\b/;
const STILL_OPEN = /\b(?:is|are|remains?|stays?|was) (?:still )?(?:open|outstanding|unresolved|not (?:yet )?closed)\b/i;
const CLOSED = /\b(?:is|are|was|were|has been|have been) (?:now )?(?:closed|resolved|completed)\b/i;
const SCORE =
  /\b(?:scor(?:e|es|ed|ing)|stays at|remains at|rated|rating(?: of)?|set at|settled (?:on|at)|stands at|now at)\s(?:is\s|of\s|at\s|still\s)*(\d{1,2})\b/i;
const AFFECTED = new RegExp(
  `\\b(${NUMBER})\\s(?:people|patients|individuals|service users|data subjects|persons|customers|records|users|studies)\\s(?:\\w+\\s){0,3}?(?:affected|concerned|involved|exposed|visible)`,
  'i',
);
const STATUS = /^(?:status|state|closed|closed on|date closed|progress)$/;

/** What is said of a numbered risk, incident or finding: `scope` is `status`, `score` or `affected`. */
export const trackedItems: FactFamily = {
  name: 'tracked-items',
  cues: [
    'score',
    'stays',
    'rated',
    'open',
    'closed',
    'risk',
    'inc',
    'nc',
    'capa',
    'obs',
    'people',
    'patients',
    'individuals',
    'studies',
    'affected',
    'visible',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (text.length > 420 || (statement.row !== undefined && statement.from === 'cell')) return;
    const item = (ITEM.exec(text) ?? ITEM.exec(statement.context.toUpperCase()))?.[1];
    if (item === undefined) return;
    const make = (scope: string, value: string | number, at: number) =>
      factFrom(statement, at, setting, {
        type: 'tracked-item',
        subject: item,
        scope,
        value,
        confidence: 0.8,
        parts: { shown: String(value) },
      });
    const open = STILL_OPEN.exec(text);
    const closed = CLOSED.exec(text);
    if (open !== null) yield make('status', 'open', open.index);
    else if (closed !== null) yield make('status', 'closed', closed.index);
    const score = SCORE.exec(text);
    if (score?.[1] !== undefined) yield make('score', Number(score[1]), score.index);
    const affected = AFFECTED.exec(text);
    const count = numberOf(affected?.[1] ?? '');
    if (affected !== null && count >= 0) yield make('affected', count, affected.index);
  },
  *fromTable(register, setting) {
    yield* itemRows(register, setting);
  },
};

function* itemRows(register: Register, setting: Setting) {
  const status = columnOf(register, STATUS);
  const score = columnOf(register, /^(?:(?:risk |current |total |overall )?(?:score|rating)|lxi|l x i)$/);
  const affected = columnOf(
    register,
    /\b(?:no\.? of (?:people|patients|individuals|data subjects)|(?:people|patients|individuals|data subjects) affected|number affected)\b/,
  );
  if (status < 0 && score < 0 && affected < 0) return;
  for (const row of register.table.rows) {
    const item = ITEM.exec(cellText(row, 0))?.[1];
    if (item === undefined || isExampleRow(row)) continue;
    const said = row.cells[status]?.text.trim() ?? '';
    const columnSays = /closed/.test(register.columns[status] ?? '');
    const closed = /^(?:closed|resolved|done|completed?)\b/i.test(said) || (columnSays && findDates(said).length > 0);
    const open = /^(?:open|outstanding|in progress|ongoing)\b/i.test(said);
    const day = findDates(said)[0]?.date;
    const core = { type: 'tracked-item', subject: item, confidence: 0.85 };
    if (closed || open)
      yield factFromRow(row, status, setting, {
        ...core,
        scope: 'status',
        value: closed ? 'closed' : 'open',
        parts: { shown: said, row: 'true' },
        ...(day !== undefined && { asOf: day }),
      });
    for (const [scope, at] of [
      ['score', score],
      ['affected', affected],
    ] as const) {
      const figure = /^(\d{1,6})\b/.exec(cellText(row, at))?.[1];
      if (figure !== undefined)
        yield factFromRow(row, at, setting, {
          ...core,
          scope,
          value: Number(figure),
          parts: { shown: figure, row: 'true' },
        });
    }
  }
}
