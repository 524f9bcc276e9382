import type { Condition } from '../../catalogue/catalogue.ts';
import type { Fact } from '../../record/document.ts';
import { placeIn } from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type FactCondition = Extract<Condition, { is: 'fact' }>;

type Filling = {
  readonly words: string;
  readonly types: readonly string[];
  /** Which facts of these types; all where nothing is said. */
  readonly only?: (fact: Fact) => boolean;
  /** How many of them one document must state, where one is not enough. */
  readonly least?: number;
};

/** Which facts found in documents fill the answers that the portal asks for as text. */
const FILLED_BY: Readonly<Record<string, Filling>> = {
  'ico-registration': {
    words: "the organisation's ICO registration number",
    types: ['ico-registration'],
  },
  'named-senior-owner': {
    words: 'a named senior person in charge of data security',
    types: ['role-holder', 'role-assignment'],
    only: ({ subject }) => /siro|senior|director|chief/i.test(subject),
  },
  'opt-out-position': {
    words: 'whether the national data opt-out applies',
    types: ['opt-out-position'],
  },
  'patch-interval-days': {
    words: 'days between rounds of automatic updates',
    types: ['update-interval'],
  },
  'phishing-reports-per-month': {
    words: 'phishing emails reported in a month',
    types: ['phishing-reports'],
  },
  'specialist-training': {
    words: 'the specialist training people have done',
    types: ['role-training'],
  },
  'top-three-risks': { words: 'the three biggest data and cyber risks', types: ['risk'], least: 3 },
  'early-warning-member': {
    words: 'membership of the NCSC Early Warning service',
    types: ['early-warning-member'],
  },
};

/**
 * An answer that some document states. Planned and template facts do not fill it. `answered` is true when somebody has written
 * their answer: then they are not told to write it, but to put on file what states it.
 */
export function prepareFact(condition: FactCondition, all: EvidenceIndex, answered: boolean): PreparedCondition {
  const filled = FILLED_BY[condition.fact];
  const witnesses: Witness[] = [];
  if (filled) {
    const { types, only = () => true, least = 1 } = filled;
    for (const { document, blocked } of all.withFact(...types)) {
      if (blocked) continue;
      const stated = document.facts.filter(
        (one) => types.includes(one.type) && only(one) && one.strength !== 'planned' && one.strength !== 'template',
      );
      const [fact] = stated;
      if (fact && new Set(stated.map(({ subject }) => subject)).size >= least)
        witnesses.push({
          interval: {},
          because: `${document.path} states ${filled.words}`,
          places: [placeIn(document, fact.where, fact.words)],
        });
    }
  }
  const words = filled?.words ?? condition.fact.replaceAll('-', ' ');
  const todo = answered ? `Add a document that states this: ${words}.` : `Write down your answer: ${words}.`;
  return {
    condition,
    asks: `a written answer: ${words}`,
    todo,
    witnesses,
    otherwise: {
      met: 'no',
      because: answered ? 'you have answered, but no document states it' : 'no document states it',
    },
  };
}
