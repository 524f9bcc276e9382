import type { FactFamily } from './fact-family.ts';
import { factFrom, factFromRow } from './fact-family.ts';

const SIZE_IN_CELL = /^(\d{1,4})\s(?:[a-z-]+\s)?[a-z]{3,}s$/i;
const FILE = /(?:^|[/\s`])([\w.-]+\.(?:csv|xlsx|ods))\b/i;
const SIZE_IN_TEXT =
  /^((?:[A-Z][\w&-]*\s){1,4}(?:Register|Log|List|Inventory))\s\((\d{1,4})\s(?:[a-z-]+\s)?[a-z]{3,}s\b/;

/** How many entries a register is said to have, by its file or its title: "Key Register (14 keys)". */
export const registerSizes: FactFamily = {
  name: 'register-sizes',
  cues: ['register', 'log', 'list', 'inventory'],
  *fromStatement(statement, setting) {
    const size = statement.row === undefined ? SIZE_IN_TEXT.exec(statement.text) : null;
    if (size !== null) yield factFrom(statement, 0, setting, sizeOf(size[1] ?? '', Number(size[2])));
  },
  *fromTable(register, setting) {
    for (const row of register.table.rows) {
      const at = row.cells.findIndex((cell) => SIZE_IN_CELL.test(cell.text.trim()));
      if (at < 0) continue;
      const file = row.cells.map((cell) => FILE.exec(cell.text)?.[1]).find((name) => name !== undefined);
      const value = SIZE_IN_CELL.exec(row.cells[at]?.text.trim() ?? '')?.[1];
      if (file !== undefined && value !== undefined) yield factFromRow(row, at, setting, sizeOf(file, Number(value)));
    }
  },
};

function sizeOf(name: string, value: number) {
  return {
    type: 'register-size',
    subject: name.trim().toLowerCase(),
    value,
    unit: 'rows',
    confidence: 0.75,
    parts: { shown: `${value} entries` },
  };
}
