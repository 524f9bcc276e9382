import type { Fact } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import { NUMBER, numberOf } from './quantity.ts';
import type { Statement } from './statement.ts';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['laptops', /\b(?:laptops?|macbooks?|notebooks?|thinkpad|latitude|elitebook|xps|surface laptop)\b/i],
  ['phones', /\b(?:smart ?phones?|mobile phones?|mobiles?|iphones?)\b/i],
  ['sub-processors', /\bsub-?processors\b/i],
  ['processors', /\bprocessors\b/i],
  ['suppliers', /\bsuppliers\b/i],
];
const COUNT = new RegExp(
  `\\b(${NUMBER})\\s(?:[a-z-]+\\s){0,2}?(laptops|macbooks|smartphones|mobile phones|suppliers|sub-?processors|processors)\\b`,
  'gi',
);
const NUMBERED =
  /\b(?:tiers?|levels?|class(?:es)?|categor(?:y|ies)|grades?|types?|bands?|groups?)\s(?:\d\s(?:and|or|&|to)\s)?$/i;
const PART =
  /\b(?:of (?:the|our|which)|sample|per|each|spare|new|additional|further|least|than|up to|lost|stolen|disposed|returned|reviewed|replaced|more|other|others|another|extra|plus|remaining|typical|example|encrypted out of|top|critical|key|main)\b/i;

/** How many laptops, phones or suppliers there are said to be, and the device rows of a register. */
export const assetCounts: FactFamily = {
  name: 'asset-counts',
  cues: ['laptops', 'macbooks', 'smartphones', 'phones', 'suppliers', 'processors'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    yield* labelled(statement, setting);
    // "5 Suppliers" numbers a paragraph; a cell of a table counts what its row is about.
    if (text.length > 300 || PART.test(text) || statement.row !== undefined || /^\d+\.?\s\p{Lu}\w+\W*$/u.test(text))
      return;
    for (const match of everyMatch(text, COUNT)) {
      const kind = KINDS.find(([, pattern]) => pattern.test(match[2] ?? ''))?.[0];
      // "Tier 4 suppliers" numbers the tier.
      if (NUMBERED.test(text.slice(0, match.index))) continue;
      const value = numberOf(match[1] ?? '');
      if (kind === undefined || !Number.isInteger(value) || value < 2 || value > 500) continue;
      yield factFrom(statement, match.index, setting, counted(match[2] ?? '', value, 0.7));
    }
  },
  *fromTable(register, setting) {
    yield* countRows(register, setting);
    if (
      !/\b(?:asset|device|equipment|hardware|laptop)\b/.test(`${register.context} ${setting.title}`) ||
      /dispos|software|cloud|information asset/.test(`${register.context} ${setting.title}`)
    )
      return;
    const tag = columnOf(
      register,
      /\b(?:serial(?: number| no\.?)?|asset(?: id| tag| no\.?| name)?|tag|device|hostname|id)\b/,
    );
    if (tag < 0 || register.columns.length < 3) return;
    for (const row of register.table.rows) {
      if (isExampleRow(row)) continue;
      const words = row.cells.map((one) => one.text).join(' ');
      const kind = KINDS.slice(0, 2).find(([, pattern]) => pattern.test(words))?.[0];
      if (kind === undefined) continue;
      const gone = /\b(?:disposed|destroyed|retired|lost|stolen|returned|sold|written off|wiped)\b/i.test(words);
      yield factFromRow(row, tag, setting, {
        type: 'asset',
        subject: kind,
        value: gone ? 'gone' : 'in use',
        confidence: 0.8,
        parts: { tag: cellText(row, tag) },
      });
    }
  },
};

const LABELLED =
  /^(laptops|smartphones|mobile phones|suppliers|sub-?processors)(?: (?:under management|in (?:use|service|total)|held|owned|managed|issued))?:\s(\d{1,3})\b(?!\s?%|\s?of\b)/i;

/** `Laptops under management: 21`, as a line or as the last row of a list. */
function* labelled(statement: Statement, setting: Setting): Iterable<Fact> {
  const match = LABELLED.exec(statement.text);
  if (match !== null) yield factFrom(statement, 0, setting, counted(match[1] ?? '', Number(match[2]), 0.8));
}

/** A table of kinds of device with how many there are of each. */
function* countRows(register: Register, setting: Setting): Iterable<Fact> {
  const number = columnOf(register, /^(?:in (?:service|use)|number|count|total|quantity|how many|no\. held)\b/);
  if (number < 1) return;
  for (const row of register.table.rows) {
    const name = cellText(row, 0);
    const figure = cellText(row, number);
    if (!/^(?:laptops|smartphones|mobile phones)$/i.test(name) || !/^\d{1,3}$/.test(figure)) continue;
    yield factFromRow(row, number, setting, counted(name, Number(figure), 0.8));
  }
}

function counted(kind: string, value: number, confidence: number) {
  const name = KINDS.find(([, pattern]) => pattern.test(kind))?.[0] ?? kind.toLowerCase();
  return {
    type: 'asset',
    subject: `count of ${/sub/i.test(kind) ? 'sub-processors' : name}`,
    value,
    unit: name,
    confidence,
    parts: { shown: `${value} ${kind.toLowerCase()}` },
  };
}
