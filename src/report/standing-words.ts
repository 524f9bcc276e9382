import type { Standing } from '../readiness/assessment.ts';

/**
 * How a standing is told. `mark` is one character that differs from every other mark, so that a picture needs no
 * colour; `tone` is what a surface may colour by.
 */
export type StandingWords = {
  readonly label: string;
  readonly mark: string;
  /** One line for a legend: what the standing means. */
  readonly meaning: string;
  readonly tone: 'good' | 'settled' | 'doubtful' | 'bad' | 'open';
};

export const STANDING_WORDS: Readonly<Record<Standing, StandingWords>> = {
  proven: { label: 'Proven', mark: '✓', meaning: 'shown, in date, nothing against it', tone: 'good' },
  exempt: { label: 'Exempt', mark: '◆', meaning: 'a valid certificate probably covers it', tone: 'settled' },
  'not-applicable': { label: 'Not applicable', mark: '–', meaning: 'does not concern you', tone: 'settled' },
  claimed: { label: 'Claimed only', mark: '○', meaning: 'said, but nothing shows it', tone: 'doubtful' },
  carried: {
    label: 'Carried over',
    mark: '↻',
    meaning: 'copied from last year, not confirmed again',
    tone: 'doubtful',
  },
  stale: { label: 'Out of date', mark: '◔', meaning: 'shown once, too long ago', tone: 'doubtful' },
  contradicted: { label: 'Contradicted', mark: '✗', meaning: 'something found speaks against it', tone: 'bad' },
  'in-progress': { label: 'In progress', mark: '…', meaning: 'only plans or templates so far', tone: 'doubtful' },
  gap: { label: 'Answered no', mark: '!', meaning: 'you said it is not in place', tone: 'bad' },
  unanswered: { label: 'Nothing found', mark: '·', meaning: 'no document or answer speaks to it', tone: 'open' },
};
