import { type ItemAssessment, STANDINGS } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { standardRows, standingsAmong } from '../../report/standard-rows.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import type { ReportLinks } from './report-links.ts';
import { Section } from './report-parts.tsx';

/** Every mandatory item as a tile: coloured, patterned and lettered by standing, and linked to the item. */
export function PictureSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const rows = standardRows(check.catalogue, check.assessment).filter((row) => row.mandatory.length > 0);
  const mandatory = rows.flatMap((row) => row.mandatory);
  return (
    <Section id="picture" title={`The ${mandatory.length} mandatory items`}>
      <p>
        One tile for each mandatory item, by standard. Standards Met needs every one of them. Select a tile to see what
        the item asks and what was found.
      </p>
      <dl className="app-picture">
        {rows.map(({ standard, mandatory: items, counting }) => (
          <div key={standard.id} className="app-picture__row">
            <dt>
              <span className="app-picture__number">{standard.id}</span> {standard.title}
              <span className="app-picture__share">
                {counting} of {items.length} count
              </span>
            </dt>
            <dd>
              {items.map((assessed) => (
                <Tile key={assessed.item.ref} assessed={assessed} links={links} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="app-legend">
        {standingsAmong(STANDINGS, mandatory).map(({ standing, count }) => (
          <li key={standing}>
            <span className={`app-tile app-tile--${standing} app-tile--key`} aria-hidden="true">
              {STANDING_WORDS[standing].mark}
            </span>
            <span>
              <strong>
                {count} {STANDING_WORDS[standing].label.toLowerCase()}
              </strong>
              : {STANDING_WORDS[standing].meaning}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Tile({ assessed, links }: { readonly assessed: ItemAssessment; readonly links: ReportLinks }) {
  const { ref } = assessed.item;
  const { label, mark } = STANDING_WORDS[assessed.standing];
  return (
    <a href={links.item(ref)} className={`app-tile app-tile--${assessed.standing}`}>
      {ref}
      <span aria-hidden="true" className="app-tile__mark">
        {mark}
      </span>
      <span className="nhsuk-u-visually-hidden">: {label}</span>
    </a>
  );
}
