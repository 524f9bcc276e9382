import { fileName, plain } from '../profile/document-kind.ts';
import { versionNumber } from '../profile/profile.ts';
import { type LocatedDefect, type ProfiledDocument, place } from './defect-rule.ts';
import { cellText, type ReadRow, type ReadTable, readTables } from './read-table.ts';
import { telling } from './title-match.ts';

/** Columns of a list of documents that give a title or a number, and a version. */
const TITLE_COLUMN = /^(?:(?:document |policy )?(?:title|name)|document|policy)$/;
const NUMBER_COLUMN = /^(?:ref|reference|doc(?:ument)?(?: no| number| ref| id)?|number|no|id|code)\.?$/;
const VERSION_COLUMN = /^(?:current )?(?:version|ver|issue|rev(?:ision)?)(?: no| number)?\.?$/;

/** A document with what its title and file name say, worked out once for all rows. */
type Titled = {
  readonly document: ProfiledDocument;
  readonly names: readonly { readonly text: string; readonly words: ReadonlySet<string> }[];
};

/** Versions an index gives that the documents themselves do not, and two documents that each say the other replaced it. */
export function indexAgainstDocuments(documents: readonly ProfiledDocument[]): LocatedDefect[] {
  const current = documents.filter(({ profile }) => profile.status !== 'withdrawn' && profile.kind !== 'template');
  const titled = current.map((document): Titled => {
    const names = [document.profile.title, fileName(document.path)];
    return { document, names: names.map((text) => ({ text, words: telling(text) })) };
  });
  return [
    ...current.flatMap((index) => readTables(index.content).flatMap((table) => rowsAgainst(table, index, titled))),
    ...loops(current),
  ];
}

function rowsAgainst(table: ReadTable, index: ProfiledDocument, documents: readonly Titled[]): LocatedDefect[] {
  const title = table.names.findIndex((name) => TITLE_COLUMN.test(name));
  const number = table.names.findIndex((name) => NUMBER_COLUMN.test(name));
  const version = table.names.findIndex((name) => VERSION_COLUMN.test(name));
  if (version < 0 || title < 0 || table.filled.length < 3) return [];
  return table.filled.flatMap((row) => {
    const listed = versionNumber(cellText(row, version));
    const meant = listed === undefined ? undefined : documentOf(row, title, number, index, documents);
    const own = meant?.profile.version;
    if (
      listed === undefined ||
      meant === undefined ||
      own === undefined ||
      !/^\d/.test(own) ||
      sameVersion(listed, own)
    )
      return [];
    return [
      {
        path: index.path,
        defect: {
          code: 'document-control',
          severity: 'low',
          message: `The index gives version ${listed} for “${cellText(row, title)}”, the document itself (“${meant.path}”) says ${own}.`,
          next: 'Decide which is right and make index and document agree.',
          places: [place(row.where, row.text)],
          subject: meant.path,
          effect: 'doubt',
        },
      },
    ];
  });
}

/** The one document a row means: by its number at the head of a title or file name, or by the same telling words. */
function documentOf(
  row: ReadRow,
  title: number,
  number: number,
  index: ProfiledDocument,
  documents: readonly Titled[],
): ProfiledDocument | undefined {
  const ref = number < 0 ? '' : cellText(row, number).trim().toLowerCase();
  const words = telling(cellText(row, title));
  const meant = documents.filter(({ document, names }) => {
    if (document === index) return false;
    if (/[a-z].*\d/.test(ref) && names.some(({ text }) => text.toLowerCase().startsWith(ref))) return true;
    return names.some((name) => sameWords(words, name.words) && sameKind(cellText(row, title), name.text));
  });
  return meant.length === 1 ? meant[0]?.document : undefined;
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

const KIND_WORD = /\b(?:policy|procedure|plan|register|log|notice|statement|schedule|standard|form)\b/;

function sameKind(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => KIND_WORD.exec(plain(text))?.[0]);
  return x === undefined || y === undefined || x === y;
}

function sameVersion(a: string, b: string): boolean {
  return a.replace(/(?:\.0)+$/, '') === b.replace(/(?:\.0)+$/, '');
}

const REPLACED_BY = /^(?:superseded|replaced)[ -]by\b\W*([A-Z]{2,8}-\d{1,4})/i;

/** "Superseded by SOP-017" in SOP-015 and the other way round: neither can be in force. */
function loops(documents: readonly ProfiledDocument[]): LocatedDefect[] {
  const replaced = documents.flatMap((document) => {
    const own = /\b[A-Z]{2,8}-\d{1,4}\b/.exec(`${fileName(document.path)} ${document.profile.title}`)?.[0];
    const stated = [
      ...document.content.lines.map(({ text, where }) => ({ text, where })),
      ...Object.entries(document.content.properties).map(([key, value]) => ({ text: `${key} ${value}`, where: {} })),
    ];
    const said = stated.find(({ text }) => REPLACED_BY.test(text));
    const by = said === undefined ? undefined : REPLACED_BY.exec(said.text)?.[1];
    return own === undefined || said === undefined || by === undefined
      ? []
      : [{ document, own, by: by.toUpperCase(), said }];
  });
  return replaced.flatMap(({ document, own, by, said }) =>
    replaced.some((other) => other.own === by && other.by === own)
      ? [
          {
            path: document.path,
            defect: {
              code: 'document-control',
              severity: 'medium',
              message: `It says that ${by} replaced it, and ${by} says that it was replaced by ${own}: one of the two must be in force.`,
              next: 'Decide which document is in force and correct the other.',
              places: [place(said.where, said.text)],
              subject: own,
              effect: 'doubt',
            },
          } satisfies LocatedDefect,
        ]
      : [],
  );
}
