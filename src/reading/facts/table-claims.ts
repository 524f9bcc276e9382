import type { FactFamily } from './fact-family.ts';
import { cellText, claimFrom, columnOf, factFromRow, isExampleRow } from './fact-family.ts';
import { NUMBER } from './quantity.ts';

const ALL_DONE = new RegExp(
  `\\ball (?:of (?:the|our) |the |our )?(?:${NUMBER} )?(?:\\w+ ){0,2}?(actions?|recommendations?|findings|tasks|items|steps|objectives|corrective actions)\\s(?:\\w+ ){0,4}?(?:(?:have|has|had) (?:now |all )?been|are|were|is)\\s(?:now |all )?(closed|completed?|done|implemented|resolved|finished)\\b`,
  'i',
);
const STATE =
  /^(?:status|state|closed|closed on|date closed|completed|completed on|done|date completed|completion date|progress)$/;

/** "All actions are closed", and rows of a list of actions that are not. They are compared inside one document only. */
export const tableClaims: FactFamily = {
  name: 'table-claims',
  cues: ['actions', 'recommendations', 'findings', 'tasks', 'items', 'objectives', 'steps'],
  *fromStatement(statement, setting) {
    const match = ALL_DONE.exec(statement.text);
    if (
      match === null ||
      /\b(?:must|should|shall|will|until|once|when|if|after|before|ensure|except)\b/i.test(statement.text)
    )
      return;
    yield claimFrom(statement, match.index, setting, {
      type: 'all-done',
      subject: 'actions',
      value: 'all',
      confidence: 0.8,
    });
  },
  *fromTable(register, setting) {
    const state = columnOf(register, STATE);
    const what = columnOf(
      register,
      /^(?:actions?|recommendations?|findings?|tasks?|items?|steps?|corrective actions?)$/,
    );
    if (state < 0 || what < 0 || state === what) return;
    for (const row of register.table.rows) {
      const said = row.cells[state]?.text.trim() ?? '';
      const open =
        said === '' ||
        /^(?:open|in progress|not|pending|outstanding|overdue|ongoing|planned|no|[-–—])(?:\b|$)/i.test(said);
      if (!open || cellText(row, what) === '' || isExampleRow(row)) continue;
      yield factFromRow(row, state, setting, {
        type: 'all-done',
        subject: 'actions',
        value: 'open',
        confidence: 0.8,
        strength: setting.strength,
        parts: { name: cellText(row, what) },
      });
    }
  },
};
