import type { Register } from './fact-family.ts';
import { cellText, columnOf } from './fact-family.ts';
import { nameAtStart, nameInCell } from './person-name.ts';

/** Headings of columns that name people in another part than the one the row is about. */
const OTHER_PART =
  /\b(?:approv\w*|by|owner|manager|witness|author|sign\w*|review\w*|compared|agreed|deputy|deputies|cover|backup|alternate|stand-?in|secondary|reports to|line|assigned|trainer|provider|contact|custodian|checked)\b/;

/** Headings that promise people even where most rows name a team or a firm. */
const NAMES_PEOPLE = /^(?:holder|post ?holder|role holder|held by|name|full name|person|appointee|who)$/;

/**
 * The column whose cells name the person each row is about: by its cells, not its heading, for headings vary without end.
 * -1 when no column holds mostly names.
 */
export function personColumn(register: Register): number {
  const candidates = register.columns.flatMap((heading, at) => {
    let filled = 0;
    let named = 0;
    for (const row of register.table.rows) {
      const text = cellText(row, at);
      if (text === '') continue;
      filled += 1;
      if (text.length < 80 && nameAtStart(text) !== undefined) named += 1;
    }
    return named > 0 && (named * 2 >= filled || NAMES_PEOPLE.test(heading))
      ? [{ at, other: OTHER_PART.test(heading) }]
      : [];
  });
  return (candidates.find((one) => !one.other) ?? candidates[0])?.at ?? -1;
}

const FIRST_NAME = /^(?:(?:first|given) ?names?|forenames?)$/;
const LAST_NAME = /^(?:(?:last|family) ?names?|surname)$/;
/** Headings of the people of a staff list or a training log, where their names are written in some other way. */
const PERSON =
  /^(?:(?:full |staff |employee |learner )?name|employee|staff|staff member|team member|person|colleague|learner|who)$/;

type Row = Register['table']['rows'][number];

/** Where a list of staff or of their training says who each row is about, in one column or in two; undefined where nowhere. */
export function peopleIn(
  register: Register,
): { readonly at: number; readonly nameOf: (row: Row) => string | undefined } | undefined {
  const [first, last] = [columnOf(register, FIRST_NAME), columnOf(register, LAST_NAME)];
  if (first >= 0 && last >= 0)
    return {
      at: last,
      nameOf: (row) => {
        const parts = [cellText(row, first), cellText(row, last)];
        return parts.includes('') ? undefined : nameInCell(parts.join(' '));
      },
    };
  const found = personColumn(register);
  const at = found >= 0 ? found : columnOf(register, PERSON);
  return at < 0 ? undefined : { at, nameOf: (row) => nameInCell(cellText(row, at)) };
}

/** The columns in which at least `least` cells satisfy `test`. */
export function columnsWhere(register: Register, test: (text: string) => boolean, least = 1): number[] {
  return register.columns.flatMap((_, at) =>
    register.table.rows.filter((row) => test(cellText(row, at))).length >= least ? [at] : [],
  );
}
