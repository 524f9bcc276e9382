import type { Condition } from '../../catalogue/catalogue.ts';
import type { Fact } from '../../record/document.ts';
import { type DocumentEvidence, placeIn } from '../document-evidence.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type FactCondition = Extract<Condition, { is: 'fact' }>;

/** Which facts found in documents fill the answers that the portal asks for as text. */
const FILLED_BY: Readonly<Record<string, { readonly words: string; readonly test: (fact: Fact) => boolean }>> = {
  'ico-registration': {
    words: "the organisation's ICO registration number",
    test: (fact) => fact.type === 'ico-registration',
  },
  'named-senior-owner': {
    words: 'a named senior person in charge of data security',
    test: (fact) =>
      (fact.type === 'role-holder' || fact.type === 'role-assignment') &&
      /siro|senior|director|chief/i.test(fact.subject),
  },
  'opt-out-position': {
    words: 'whether the national data opt-out applies',
    test: (fact) => fact.type === 'opt-out-position',
  },
  'patch-interval-days': {
    words: 'days between rounds of automatic updates',
    test: (fact) => fact.type === 'patch-target',
  },
  'phishing-reports-per-month': {
    words: 'phishing emails reported in a month',
    test: (fact) => fact.type === 'phishing-reports',
  },
  'specialist-training': {
    words: 'the specialist training people have done',
    test: (fact) => fact.type === 'role-training',
  },
  'top-three-risks': { words: 'the three biggest data and cyber risks', test: (fact) => fact.type === 'risk' },
  'early-warning-member': {
    words: 'membership of the NCSC Early Warning service',
    test: (fact) => fact.type === 'early-warning-member',
  },
};

/** An answer that some document states. Planned and template facts do not fill it. */
export function prepareFact(condition: FactCondition, all: readonly DocumentEvidence[]): PreparedCondition {
  const filled = FILLED_BY[condition.fact];
  const witnesses: Witness[] = [];
  if (filled) {
    for (const { document, blocked } of all) {
      const fact = blocked
        ? undefined
        : document.facts.find((one) => filled.test(one) && one.strength !== 'planned' && one.strength !== 'template');
      if (fact)
        witnesses.push({
          interval: {},
          because: `${document.path} states it: "${fact.words.slice(0, 100)}"`,
          places: [placeIn(document, fact.where, fact.words)],
        });
    }
  }
  const words = filled?.words ?? condition.fact.replaceAll('-', ' ');
  const todo = `Write down ${words}.`;
  return {
    condition,
    asks: `a written answer: ${words}`,
    todo,
    witnesses,
    otherwise: { met: 'no', because: 'no document states it' },
  };
}
