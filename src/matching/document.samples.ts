import {
  type Content,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Line,
  type Profile,
  type Table,
} from '../record/document.ts';
import type { MatchedDocument } from './fields.ts';

/** A document as the readers would make it, out of the few things a test cares about. */
export type SampleDocument = {
  readonly path?: string;
  readonly title: string;
  readonly kind?: string;
  /** Text lines; one that begins with `#` is a heading. */
  readonly lines?: readonly string[];
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly properties?: Readonly<Record<string, string>>;
};

export function sampleDocument(sample: SampleDocument): MatchedDocument {
  const content: Content = {
    format: sample.columns ? 'csv' : 'markdown',
    lines: linesOf(sample),
    tables: sample.columns ? [tableOf(sample.columns, sample.rows ?? [])] : [],
    links: [],
    properties: sample.properties ?? {},
    marks: {},
  };
  const profile: Profile = { kind: kindNamed(sample.kind), kindReason: '', title: sample.title, dates: [] };
  return { path: sample.path ?? 'document.md', content, profile };
}

function kindNamed(name = 'other'): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`"${name}" is no kind of document`);
  return kind;
}

function linesOf({ lines = [], rows = [] }: SampleDocument): Line[] {
  let section = -1;
  const text = lines.map((raw, index): Line => {
    const heading = raw.startsWith('#');
    if (heading) section = index;
    const shared = { where: { line: index + 1 }, section, block: index };
    return heading
      ? { ...shared, text: raw.replace(/^#+\s*/, ''), role: 'heading', level: 2 }
      : { ...shared, text: raw, role: 'text' };
  });
  const cells = rows.map(
    (row, index): Line => ({
      text: row.join(' '),
      where: { line: text.length + index + 2 },
      role: 'row',
      section,
      block: text.length + index,
      table: 0,
    }),
  );
  return [...text, ...cells];
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const placed = rows.map((row, index) => {
    const where = { line: index + 2 };
    return { cells: row.map((text) => ({ text, where })), where };
  });
  return { columns, rows: placed, where: { line: 1 }, section: -1 };
}
