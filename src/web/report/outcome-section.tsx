import type { GapCheck } from '../../readiness/gap-check.ts';
import type { TermId } from '../../report/glossary.ts';
import { type Headline, headline } from '../../report/headline.ts';
import { Term, WithTerms } from '../glossary/term.tsx';

/** Both outcomes side by side and, in one bar, what lies between them. */
export function OutcomeSection({ check }: { readonly check: GapCheck }) {
  const told = headline(check);
  return (
    <section aria-label="Outcome" className="app-outcome">
      <div className="app-outcome__pair">
        <Figure
          name="Claimed"
          term="claimed"
          count={told.claimed}
          of={told.mandatory}
          note="what a self-assessment could publish"
        />
        <Figure
          name="Defensible"
          term="defensible"
          count={told.defensible}
          of={told.mandatory}
          note="what would survive a question"
          strong
        />
      </div>
      <OutcomeBar told={told} />
      <p className="app-outcome__verdict">
        <WithTerms text={told.verdict} but={['claimed', 'defensible']} />
      </p>
      {told.distance !== undefined && <p>{told.distance}</p>}
      <p>
        <WithTerms text={told.road} />
      </p>
    </section>
  );
}

type FigureProps = {
  readonly name: string;
  readonly term: TermId;
  readonly count: number;
  readonly of: number;
  readonly note: string;
  readonly strong?: true;
};

function Figure({ name, term, count, of, note, strong }: FigureProps) {
  return (
    <div className={strong ? 'app-figure app-figure--strong' : 'app-figure'}>
      <p className="app-figure__name">
        <Term of={term}>{name}</Term>
      </p>
      <p className="app-figure__count">
        <strong>{count}</strong> of {of}
      </p>
      <p className="app-figure__note">{note}</p>
    </div>
  );
}

const WIDTH = 720;
const HEIGHT = 28;

function OutcomeBar({ told }: { readonly told: Headline }) {
  const { mandatory, claimed, defensible } = told;
  const between = Math.max(0, claimed - defensible);
  const open = Math.max(0, mandatory - defensible - between);
  const scale = mandatory === 0 ? 0 : WIDTH / mandatory;
  const parts = [
    { name: 'defensible', count: defensible, label: 'would survive a question' },
    { name: 'between', count: between, label: 'claimed, and would not survive' },
    { name: 'open', count: open, label: 'not claimed' },
  ];
  const starts = [0, defensible, defensible + between];
  const spoken = parts.map(({ count, label }) => `${count} ${label}`).join(', ');
  return (
    <figure className="app-outcome__bar">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Of ${mandatory} mandatory items: ${spoken}`}
      >
        <defs>
          <pattern
            id="between-stripes"
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="10" height="10" className="app-bar--between" />
            <rect width="4" height="10" className="app-bar--stripe" />
          </pattern>
        </defs>
        {parts.map(({ name, count }, position) => (
          <rect
            key={name}
            x={(starts[position] ?? 0) * scale}
            width={count * scale}
            height={HEIGHT}
            className={`app-bar--${name}`}
            {...(name === 'between' ? { fill: 'url(#between-stripes)' } : {})}
          />
        ))}
      </svg>
      <figcaption>
        {parts.map(({ name, count, label }) => (
          <span key={name} className={`app-key app-key--${name}`}>
            <strong>{count}</strong> {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
