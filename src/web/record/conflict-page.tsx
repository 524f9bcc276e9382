import { InsetText } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Holdings } from '../../record/holdings.ts';
import type { Field } from '../../record/kinds/kind.ts';
import { DataTable } from '../report/data-table.tsx';
import { dataIn, valueInWords } from './field-words.ts';

/** Two people changed the same thing: both versions field by field, and what was typed still in the form below. */
export function ConflictPage({
  title,
  fields,
  yours,
  now,
  holdings,
  back,
  children,
}: {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly yours: unknown;
  readonly now: unknown;
  readonly holdings: Holdings;
  /** The page that shows what is there now. */
  readonly back: string;
  readonly children: ReactNode;
}) {
  const rows = fields
    .map((field) => ({
      field,
      mine: valueInWords(field, dataIn(yours)[field.name], holdings),
      theirs: valueInWords(field, dataIn(now)[field.name], holdings),
    }))
    .filter(({ mine, theirs }) => mine !== '' || theirs !== '');
  return (
    <>
      <h1>Somebody else changed this meanwhile</h1>
      <InsetText>
        <p>Nothing of yours has been kept yet, and nothing of theirs is lost. Compare the two, then decide.</p>
      </InsetText>
      <h2>{title}</h2>
      <DataTable
        caption="What you typed and what is there now"
        columns={['Field', 'What you typed', 'What is there now', 'Same']}
        rows={rows.map(({ field, mine, theirs }) => ({
          key: field.name,
          cells: [
            <strong key="field">{field.label}</strong>,
            <Version key="mine" text={mine} />,
            <Version key="theirs" text={theirs} />,
            mine === theirs ? 'Same' : <strong key="same">Different</strong>,
          ],
        }))}
      />
      <p>
        <a href={back}>Leave it as it is there now</a>
      </p>
      <h2>Or save yours in its place</h2>
      {children}
    </>
  );
}

function Version({ text }: { readonly text: string }) {
  return <span className="app-lines">{text === '' ? '–' : text}</span>;
}
