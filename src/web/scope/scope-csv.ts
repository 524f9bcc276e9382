import { csvOf } from '../../exchange/csv.ts';
import { neutralised } from '../../report/neutralised.ts';
import { countryWords, DIRECTIONS, dataWords, encryptionWords } from './flow-words.ts';
import type { Scope } from './scope.ts';
import { GAPS, type Gap } from './scope-gaps.ts';

const COLUMNS = [
  'Number',
  'What flows',
  'From',
  'To',
  'Direction',
  'Country',
  'What allows the transfer',
  'Information asset',
  'Data',
  'Supplier',
  'How it is sent',
  'Encrypted on the way',
  'Last reviewed on',
  'Missing',
];

/** The flows as CSV, one a row, numbered as in the map. Days are ISO 8601. */
export function flowsCsv({ flows }: Scope, gaps: readonly Gap[]): string {
  const text = (words: string | undefined) => neutralised(words ?? '');
  return csvOf(
    COLUMNS,
    flows.map((row) => {
      const { number, flow, information, supplier } = row;
      const { name, from, to, direction, transferMechanism, method, reviewedOn } = flow.data;
      return [
        String(number),
        text(name),
        text(from),
        text(to),
        DIRECTIONS[direction],
        countryWords(row),
        text(transferMechanism),
        text(information?.data.name),
        dataWords(row),
        text(supplier?.data.name),
        text(method),
        encryptionWords(row),
        reviewedOn ?? '',
        gaps
          .filter((gap) => gap.number === number)
          .map(({ code }) => GAPS[code].short)
          .join('; '),
      ];
    }),
  );
}
