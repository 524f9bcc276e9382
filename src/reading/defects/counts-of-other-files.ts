import { fileName } from '../profile/document-kind.ts';
import { type Passage, passagesOf, whereAt } from '../profile/passages.ts';
import { type LocatedDefect, type ProfiledDocument, place } from './defect-rule.ts';
import { wrongFigure } from './figures.ts';
import { readTables } from './read-table.ts';
import { telling } from './title-match.ts';

const LIST_FILE = /[\w./ -]*?([\w-]+\.(?:csv|xlsx))\b/i;
const COUNTED = /\b(\d{1,4}) (?:example |current |open |live )?(?:rows|entries|records|lines|items|[a-z]{4,}s)\b/i;
/** "Asset Register (23 assets)": a list called by its title with how many it holds. */
const TITLE_WITH_COUNT =
  /([A-Z][\w&' -]{2,50}?(?:Register|Log|List|Inventory|Matrix|Tracker))\W{0,4}\((\d{1,4}) (?:example |current |open |live )?(?:rows|entries|records|items|[a-z]{4,}s)\b/;

type Counts = { readonly path: string; readonly shown: string; readonly possible: readonly number[] };

/** How many rows a list has, according to a document that names it, against the rows the list itself holds. */
export function countsOfOtherFiles(documents: readonly ProfiledDocument[]): LocatedDefect[] {
  const lists = documents.flatMap(rowsOf);
  if (lists.length === 0) return [];
  return documents.flatMap((document) => {
    if (document.profile.status === 'withdrawn' || document.profile.kind === 'template') return [];
    return passagesOf(document.content).flatMap((passage) => {
      if (passage.role === 'column' || !/\d/.test(passage.text)) return [];
      const said = inRow(passage, document, lists) ?? inText(passage, lists);
      if (said === undefined || said.list.path === document.path || said.list.possible.includes(said.count)) return [];
      const held = said.list.possible[0] ?? 0;
      const defect = wrongFigure(
        `It says that “${said.list.shown}” holds ${said.count}, but it has ${held} ${held === 1 ? 'row' : 'rows'}.`,
        [place(whereAt(passage, said.index), passage.text)],
        said.list.path,
      );
      return [{ path: document.path, defect }];
    });
  });
}

/** The rows of a sheet with a single table, counted with and without examples, so that neither way of counting is called wrong. */
function rowsOf({ path, content }: ProfiledDocument): Counts[] {
  if (content.format !== 'csv' && content.format !== 'xlsx') return [];
  const [table, ...others] = readTables(content);
  if (table === undefined || others.length > 0) return [];
  const count = (sorts: readonly string[]) => table.rows.filter(({ sort }) => sorts.includes(sort)).length;
  const possible = [count(['filled', 'example']), count(['filled'])];
  return [{ path, shown: path.split('/').at(-1) ?? path, possible }];
}

type Said = { readonly list: Counts; readonly count: number; readonly index: number };

/** A table's row with the file in one cell and a count in another. */
function inRow({ cell, text }: Passage, { content }: ProfiledDocument, lists: readonly Counts[]): Said | undefined {
  if (cell === undefined) return undefined;
  const table = content.tables[cell.table];
  if (!/\b(?:entries|rows|records|count|number|items|size)\b/i.test(table?.columns[cell.column] ?? ''))
    return undefined;
  const count = COUNTED.exec(text)?.[1] ?? /^(\d{1,4})$/.exec(text.trim())?.[1];
  const file = table?.rows[cell.row]?.cells
    .map((other) => LIST_FILE.exec(other.text)?.[1])
    .find((name) => name !== undefined);
  if (count === undefined || file === undefined) return undefined;
  const list = lists.find(({ path }) => path.toLowerCase().endsWith(file.toLowerCase()));
  return list === undefined ? undefined : { list, count: Number(count), index: 0 };
}

function inText({ cell, text }: Passage, lists: readonly Counts[]): Said | undefined {
  const titled = cell === undefined ? TITLE_WITH_COUNT.exec(text) : null;
  if (titled === null) return undefined;
  const words = telling(titled[1] ?? '');
  const [list, ...more] = lists.filter(
    ({ path }) => sameWords(words, telling(fileName(path))) && sameSort(titled[1] ?? '', path),
  );
  return list === undefined || more.length > 0 ? undefined : { list, count: Number(titled[2]), index: titled.index };
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

function sameSort(title: string, path: string): boolean {
  const sort = /(register|log|list|inventory|matrix|tracker)/i;
  return sort.exec(title)?.[1]?.toLowerCase() === sort.exec(fileName(path))?.[1]?.toLowerCase();
}
