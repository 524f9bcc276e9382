import { Fragment, type ReactNode } from 'react';
import { answer } from '../../record/kinds/answer.ts';
import { isKindName, KINDS, type KindName } from '../../record/kinds/kinds.ts';
import { observation } from '../../record/kinds/observation.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { whereInWords } from '../../report/place-words.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { piecesOf, type SearchHit, type SearchHits } from '../../workspace/search/search-record.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { paths } from '../paths.ts';
import { choiceWords } from '../people/person-rows.ts';
import { titleOf } from '../record/field-words.ts';
import { anchorOf } from '../record/record-links.ts';
import { recordPaths } from '../record/record-paths.ts';
import { registerBy } from '../record/register-kinds.ts';
import { entryPath } from '../record/rooms.ts';
import { SearchForm } from './search-form.tsx';

const GROUPS: Readonly<Record<SearchHit['of'], { readonly heading: string; readonly many: string }>> = {
  item: { heading: 'Evidence items', many: 'evidence items' },
  entity: { heading: 'Entries of registers and answers', many: 'entries' },
  document: { heading: 'Documents', many: 'documents' },
};

/** What holds the words that were looked for, by what it is. */
export function SearchPage({
  seat,
  standing,
  looked,
  only,
  found: { groups, words },
}: {
  readonly seat: Seat;
  readonly standing: Pick<Standing, 'holdings'>;
  readonly looked: string;
  /** The one sort that somebody wants to see all of. */
  readonly only: SearchHit['of'] | undefined;
  readonly found: SearchHits;
}) {
  const here = `${recordPaths.search(seat.organisation)}?${new URLSearchParams({ q: looked })}`;
  const all = groups.reduce((sum, group) => sum + group.all, 0);
  return (
    <>
      <h1>Search</h1>
      <SearchForm organisation={seat.organisation} looked={looked} id="q" />
      {looked === '' ? (
        <p>
          Finds evidence items, documents with what stands in them, and entries of your registers. The beginning of a
          word is enough, and capitals and accents make no difference.
        </p>
      ) : all === 0 ? (
        <p>
          Nothing was found for “<bdi>{neutralised(looked)}</bdi>”. Everything found must hold all the words: try fewer
          of them, or only the beginning of a word.
        </p>
      ) : (
        <p role="status">
          {counted(all, 'result')}.
          {only !== undefined && (
            <>
              {' '}
              <a href={here}>Show what was found of every sort</a>
            </>
          )}
        </p>
      )}
      {groups.map(({ of, hits, all: count }) => {
        const { heading, many } = GROUPS[of];
        return (
          <section key={of} aria-labelledby={`found-${of}`}>
            <h2 id={`found-${of}`}>
              {heading} <span className="app-aside">({count.toLocaleString('en-GB')})</span>
            </h2>
            <ul className="app-hits">
              {hits.map((hit) => (
                <Hit key={`${hit.kind} ${hit.id}`} hit={hit} seat={seat} standing={standing} words={words} />
              ))}
            </ul>
            {hits.length < count &&
              (only === undefined ? (
                <p>
                  <a href={`${here}&in=${of}`}>
                    Show all {count.toLocaleString('en-GB')} {many}
                  </a>
                </p>
              ) : (
                <p>These are the first {hits.length.toLocaleString('en-GB')}. More words give fewer.</p>
              ))}
          </section>
        );
      })}
    </>
  );
}

/** Text in which the words that were looked for stand out. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return piecesOf(text, words).map(({ text: piece, found }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; pieces repeat.
    found ? <mark key={at}>{piece}</mark> : <Fragment key={at}>{piece}</Fragment>,
  );
}

function Hit({
  hit,
  seat,
  standing,
  words: looked,
}: {
  readonly hit: SearchHit;
  readonly seat: Seat;
  readonly standing: Pick<Standing, 'holdings'>;
  readonly words: readonly string[];
}) {
  const { words, where } = hit;
  const { href, title, label } = told(hit, seat, standing);
  const place = where && whereInWords(where);
  const anchor = where && anchorOf(where);
  return (
    <li>
      <p>
        <To href={href}>
          <bdi {...(hit.of === 'document' && { className: 'app-path' })}>
            <Marked text={title} words={looked} />
          </bdi>
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
          <bdi>
            <Marked text={neutralised(words)} words={looked} />
          </bdi>
        </p>
      )}
    </li>
  );
}

function To({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  return href === undefined ? children : <a href={href}>{children}</a>;
}

type Told = { readonly href: string | undefined; readonly title: string; readonly label?: string };

function told(
  { of, kind: name, id, title }: SearchHit,
  { organisation }: Seat,
  { holdings }: Pick<Standing, 'holdings'>,
): Told {
  if (of === 'item') return { href: paths.item(organisation, id), title: neutralised(title) };
  if (of === 'document') return { href: paths.document(organisation, id), title: neutralised(title) };
  if (!isKindName(name)) return { href: undefined, title: neutralised(title) };
  const kind = KINDS[name];
  const data = holdings.of.get(name)?.get(id)?.data;
  const words = { title: titleOf(kind, data), label: labelOf(name, data) };
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

/** What something is called: an observation by what was observed, such as a check's result. */
function labelOf(name: KindName, data: unknown): string {
  const observed = name === observation.name ? observation.schema.safeParse(data).data?.kind : undefined;
  return observed === undefined ? KINDS[name].label.one : choiceWords(observation, 'kind', observed);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
