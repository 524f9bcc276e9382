import type { Condition } from '../../catalogue/catalogue.ts';
import { dayInWords, periodInWords } from '../../record/day.ts';
import { type DocumentEvidence, freshnessOf, placeIn } from '../document-evidence.ts';
import { registersIn } from '../registers.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type RegisterCondition = Extract<Condition, { is: 'register' }>;

/**
 * A register of the named sort with real rows, reviewed inside the window. Whether every row fulfils the rule's sentence is
 * for a person to judge: blanks and lapses in the rows are reported as findings of their own.
 */
export function prepareRegister(condition: RegisterCondition, all: readonly DocumentEvidence[]): PreparedCondition {
  const witnesses: Witness[] = [];
  let otherwise: PreparedCondition['otherwise'] = {
    met: 'no',
    because: `no register of ${inWords(condition.register)} was found`,
  };
  for (const evidence of all) {
    const register = registersIn(evidence.document).find((one) => one.register === condition.register);
    if (!register) continue;
    const { document, proofDate, blocked } = evidence;
    if (blocked) otherwise = { met: 'no', because: `${document.path}: ${blocked}` };
    else if (!condition.within)
      witnesses.push({
        interval: {},
        because: `${document.path} (${register.rows} rows)`,
        places: [placeIn(document, register.where)],
      });
    else if (!proofDate)
      otherwise = {
        met: 'unknown',
        because: `${document.path} has ${register.rows} rows but no date of its last review`,
      };
    else {
      const fresh = freshnessOf(evidence, proofDate.date, condition.within);
      const because = `${document.path} (${register.rows} rows, dated ${dayInWords(proofDate.date.from)})${fresh.because}; check that ${condition.condition}`;
      const places = [placeIn(document, proofDate.where, proofDate.date.text)];
      witnesses.push({ interval: fresh.interval, because, places });
    }
  }
  const reviewed = condition.within ? `, reviewed within ${periodInWords(condition.within)}` : '';
  const name = inWords(condition.register);
  return {
    condition,
    asks: `a register of ${name}${reviewed}, in which ${condition.condition}`,
    todo: `Keep a register of ${name}${reviewed}, in which ${condition.condition}.`,
    witnesses,
    otherwise,
  };
}

function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}
