import type { ReactNode } from 'react';
import { type GLOSSARY, glossaryFromAToZ, termsIn } from '../../report/glossary.ts';

type Entry = (typeof GLOSSARY)[number];

const initial = ({ word }: Entry) => word.charAt(0).toUpperCase();

/** Every word that our pages explain, from A to Z. */
export function GlossaryPage() {
  const byLetter = [...Map.groupBy(glossaryFromAToZ(), initial)];
  return (
    <>
      <h1>Words and what they mean</h1>
      <p className="app-lead">The words of the Toolkit and of our pages, from A to Z. All of it is in our own words.</p>
      <nav aria-label="Letters" className="app-letters">
        <ul>
          {byLetter.map(([letter]) => (
            <li key={letter}>
              <a href={`#letter-${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {byLetter.map(([letter, entries]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`} className="app-glossary">
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {entries.map((entry) => (
              <div key={entry.id} id={entry.id}>
                <dt>{entry.word}</dt>
                <dd>
                  <Meaning entry={entry} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** A meaning, in which the other terms lead to their own. */
function Meaning({ entry: { id: own, meaning } }: { readonly entry: Entry }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { id, written, at } of termsIn(meaning)) {
    if (id === own) continue;
    parts.push(meaning.slice(from, at));
    parts.push(
      <a key={id} href={`#${id}`}>
        {written}
      </a>,
    );
    from = at + written.length;
  }
  return [...parts, meaning.slice(from)];
}
