import type { DefectRule } from './defect-rule.ts';
import { statedSums } from './graded-sums.ts';
import { percentages } from './percentages.ts';
import { statedCounts } from './stated-counts.ts';
import { sumsInText } from './sums-in-text.ts';
import { countLines, scores, totalRows } from './table-sums.ts';

/** Totals, percentages, scores and counts that the document's own figures contradict (fact types, D05). */
export const wrongTotal: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  return [
    ...percentages(examined),
    ...examined.tables.flatMap((table) => [...scores(table), ...totalRows(table)]),
    ...countLines(examined),
    ...statedCounts(examined),
    ...statedSums(examined),
    ...sumsInText(examined),
  ];
};
