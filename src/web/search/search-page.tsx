import type { ReactNode } from 'react';
import { answer } from '../../record/kinds/answer.ts';
import { isKindName, KINDS } from '../../record/kinds/kinds.ts';
import { observation } from '../../record/kinds/observation.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { whereInWords } from '../../report/place-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { MOST_HITS, type SearchHit, type SearchHits } from '../../workspace/search/search-record.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { paths } from '../paths.ts';
import { titleOf } from '../record/field-words.ts';
import { anchorOf } from '../record/record-links.ts';
import { registerBy } from '../record/register-kinds.ts';
import { entryPath } from '../record/rooms.ts';
import { SearchForm } from './search-form.tsx';

const GROUPS = [
  ['item', 'Evidence items'],
  ['document', 'Documents'],
  ['entity', 'Entries of registers and answers'],
] as const;

/** What holds the words that were looked for, by what it is. */
export function SearchPage({
  seat,
  standing,
  looked,
  found: { hits, more },
}: {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly looked: string;
  readonly found: SearchHits;
}) {
  return (
    <>
      <h1>Search</h1>
      <SearchForm organisation={seat.organisation} looked={looked} id="q" />
      {looked === '' ? (
        <p>
          Finds evidence items, documents with what stands in them, and entries of your registers. Parts of words do,
          and capitals and accents make no difference.
        </p>
      ) : hits.length === 0 ? (
        <p>
          Nothing was found for “<bdi>{neutralised(looked)}</bdi>”. Everything found must hold all the words: try fewer
          of them, or only the beginning of a word.
        </p>
      ) : (
        <p role="status">
          {more
            ? `More than ${MOST_HITS} results; these are the first ${MOST_HITS}. More words give fewer.`
            : `${counted(hits.length, 'result')}.`}
        </p>
      )}
      {GROUPS.map(([of, heading]) => {
        const own = hits.filter((hit) => hit.of === of);
        return (
          own.length > 0 && (
            <section key={of} aria-labelledby={`found-${of}`}>
              <h2 id={`found-${of}`}>
                {heading} <span className="app-aside">({own.length})</span>
              </h2>
              <ul className="app-hits">
                {own.map((hit) => (
                  <Hit key={`${hit.kind} ${hit.id}`} hit={hit} seat={seat} standing={standing} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function Hit({ hit, seat, standing }: { readonly hit: SearchHit; readonly seat: Seat; readonly standing: Standing }) {
  const { words, where } = hit;
  const { href, title, label } = told(hit, seat, standing);
  const place = where && whereInWords(where);
  const anchor = where && anchorOf(where);
  return (
    <li>
      <p>
        <To href={href}>
          <bdi {...(hit.of === 'document' && { className: 'app-path' })}>{title}</bdi>
        </To>
        {label !== undefined && <span className="app-aside"> {label}</span>}
      </p>
      {words !== undefined && (
        <p className="app-hits__words">
          {place !== undefined && place !== '' && (
            <>
              <To href={href === undefined || anchor === undefined ? href : `${href}#${anchor}`}>{capital(place)}</To>:{' '}
            </>
          )}
          <bdi>{neutralised(words)}</bdi>
        </p>
      )}
    </li>
  );
}

function To({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  return href === undefined ? children : <a href={href}>{children}</a>;
}

type Told = { readonly href: string | undefined; readonly title: string; readonly label?: string };

function told({ of, kind: name, id, title }: SearchHit, { organisation }: Seat, { holdings }: Standing): Told {
  if (of === 'item') return { href: paths.item(organisation, id), title: neutralised(title) };
  if (of === 'document') return { href: paths.document(organisation, id), title: neutralised(title) };
  if (!isKindName(name)) return { href: undefined, title: neutralised(title) };
  const kind = KINDS[name];
  const data = holdings.of.get(name)?.get(id)?.data;
  const words = { title: titleOf(kind, data), label: kind.label.one };
  if (registerBy(kind.plural)) return { ...words, href: entryPath(organisation, kind, id) };
  // Those without a page of their own stand on the page of the item they are about.
  const ref =
    name === answer.name
      ? answer.schema.safeParse(data).data?.item
      : name === observation.name
        ? observation.schema.safeParse(data).data?.items[0]
        : undefined;
  return { ...words, href: ref === undefined ? undefined : paths.item(organisation, ref) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
