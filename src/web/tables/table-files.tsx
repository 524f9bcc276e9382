import { TABLE_FORMATS, type TableFormat } from '../../exchange/table-file.ts';

const FORMAT_WORDS: Readonly<Record<TableFormat, string>> = { csv: 'CSV', xlsx: 'Excel' };

type Props = {
  /** Address of the table without its ending, with what narrows it. */
  readonly href: string;
  /** What is in the table, for those who hear the links out of their place. */
  readonly of: string;
  /** All there are, if not said. */
  readonly formats?: readonly TableFormat[];
};

/** The ways to save a table. */
export function TableFiles({ href, of, formats = TABLE_FORMATS }: Props) {
  return (
    <p className="app-files">
      Download this table:{' '}
      {formats.map((format, at) => (
        <span key={format}>
          {at > 0 && ', '}
          <a href={addressAs(href, format)}>
            {FORMAT_WORDS[format]}
            <span className="nhsuk-u-visually-hidden"> ({of})</span>
          </a>
        </span>
      ))}
    </p>
  );
}

function addressAs(href: string, format: TableFormat): string {
  const [path = '', ...query] = href.split('?');
  return [`${path}.${format}`, ...query].join('?');
}
