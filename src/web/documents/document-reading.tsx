import { SummaryList } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { DocumentDate, Fact, Where } from '../../record/document.ts';
import type { RecordedDocument } from '../../record/record.ts';
import { neutralised } from '../../report/neutralised.ts';
import { whereInWords } from '../../report/place-words.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';
import { sentence } from '../record/field-words.ts';
import { anchorOf } from '../record/record-links.ts';
import { SeverityTag } from '../report/report-parts.tsx';
import { dateInWords, KIND_WORDS, MEANING_WORDS } from './document-words.ts';

/** Ids of the lines that the preview shows: a place elsewhere has no link. */
type Anchors = ReadonlySet<string>;

const FACTS_SHOWN = 25;
const DATES_SHOWN = 6;

/** What was read in a document: what it is, its dates, its people, and what it states. */
export function DocumentReading({ row, anchors }: { readonly row: DocumentRow; readonly anchors: Anchors }) {
  const { read, nextReview, overdue } = row;
  if (!read) return null;
  const { profile } = read;
  const dates = Map.groupBy(profile.dates, ({ meaning }) => meaning);
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Title', <bdi key="title">{neutralised(profile.title)}</bdi>],
    [
      'Kind',
      <>
        {KIND_WORDS[profile.kind]} <span className="app-aside">{neutralised(sentence(profile.kindReason))}</span>
      </>,
    ],
    ['Version', profile.version && neutralised(profile.version)],
    ['Status', profile.status && STATUS_WORDS[profile.status]],
    ['Owner', profile.owner && neutralised(profile.owner)],
    ['Author', profile.author && neutralised(profile.author)],
    ['Approved by', profile.approver && neutralised(profile.approver)],
    ...[...dates].map(
      ([meaning, all]) =>
        [
          MEANING_WORDS[meaning],
          <>
            <Dates key={meaning} dates={all} anchors={anchors} />
            {meaning === 'next-review' && overdue && ' Overdue'}
          </>,
        ] as const,
    ),
    ['Review', nextReview !== undefined && overdue && !dates.has('next-review') && 'Overdue by its own review cycle'],
  ];
  return (
    <>
      <h2>What was read in it</h2>
      <SummaryList>
        {rows.map(
          ([label, words]) =>
            words !== undefined &&
            words !== false &&
            words !== '' && (
              <SummaryList.Row key={label}>
                <SummaryList.Key>{label}</SummaryList.Key>
                <SummaryList.Value>{words}</SummaryList.Value>
              </SummaryList.Row>
            ),
        )}
      </SummaryList>
      <Facts read={read} anchors={anchors} />
      <Faults row={row} anchors={anchors} />
    </>
  );
}

const STATUS_WORDS = { draft: 'Draft', approved: 'Approved', withdrawn: 'It says that it is withdrawn' } as const;

function Dates({ dates, anchors }: { readonly dates: readonly DocumentDate[]; readonly anchors: Anchors }) {
  const rest = dates.length - DATES_SHOWN;
  return (
    <ul className="app-dates-read">
      {dates.slice(0, DATES_SHOWN).map(({ date, where }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; dates may repeat.
        <li key={position}>
          {dateInWords(date)}
          {date.ambiguous && ' (day and month could be the other way round)'} <At where={where} anchors={anchors} />
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}

/** What one passage states: often several things. */
type Passage = { readonly words: string; readonly where: Where; readonly states: readonly string[] };

function passagesIn({ facts }: RecordedDocument): readonly Passage[] {
  const byPlace = Map.groupBy(facts, ({ words, where }) => `${anchorOf(where)} ${words}`);
  return [...byPlace.values()].flatMap((all) => {
    const [first] = all;
    return first ? { words: first.words, where: first.where, states: [...new Set(all.map(stateInWords))] } : [];
  });
}

function stateInWords({ type, strength }: Fact): string {
  const plain = type.replaceAll('-', ' ');
  return strength === 'planned' ? `${plain} (planned)` : strength === 'template' ? `${plain} (example)` : plain;
}

function Facts({ read, anchors }: { readonly read: RecordedDocument; readonly anchors: Anchors }) {
  const passages = passagesIn(read);
  if (passages.length === 0) return null;
  const rest = passages.slice(FACTS_SHOWN);
  return (
    <>
      <h3>What it states</h3>
      <PassageList passages={passages.slice(0, FACTS_SHOWN)} anchors={anchors} />
      {rest.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{rest.length} more</span>
          </summary>
          <div className="nhsuk-details__text">
            <PassageList passages={rest} anchors={anchors} />
          </div>
        </details>
      )}
    </>
  );
}

function PassageList({ passages, anchors }: { readonly passages: readonly Passage[]; readonly anchors: Anchors }) {
  return (
    <ul className="app-facts">
      {passages.map(({ words, where, states }) => (
        <li key={`${anchorOf(where)} ${words}`}>
          <bdi>{neutralised(words)}</bdi> <At where={where} anchors={anchors} />
          <span className="app-aside app-facts__states">{neutralised(states.join(', '))}</span>
        </li>
      ))}
    </ul>
  );
}

function Faults({ row: { faults }, anchors }: { readonly row: DocumentRow; readonly anchors: Anchors }) {
  if (faults.length === 0) return null;
  return (
    <>
      <h2>What is wrong in it</h2>
      <ul className="app-findings">
        {faults.map(({ severity, message, next, places }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; faults may repeat.
          <li key={position} className="app-finding">
            <p className="app-finding__message">
              <SeverityTag severity={severity} /> {neutralised(sentence(message))}
            </p>
            {places.length > 0 && (
              <ul className="app-places">
                {places.slice(0, 5).map((place, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <li key={at}>
                    <At where={place} anchors={anchors} />
                    {place.text !== undefined && place.text.trim() !== '' && (
                      <q className="app-quote">{neutralised(place.text).trim().slice(0, 300)}</q>
                    )}
                  </li>
                ))}
              </ul>
            )}
            <p className="app-next">
              <strong>Next:</strong> {neutralised(sentence(next))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where something stands, as a link to the line in the preview when it is there. */
function At({ where, anchors }: { readonly where: Where; readonly anchors: Anchors }) {
  const words = whereInWords(where);
  if (words === '') return null;
  const anchor = anchorOf(where);
  return (
    <span className="app-at">
      {anchor !== undefined && anchors.has(anchor) ? <a href={`#${anchor}`}>{words}</a> : words}
    </span>
  );
}
