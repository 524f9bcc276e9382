/** A stretch of text in one style. A line feed inside `text` is a line break the author meant. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly link?: string;
};

/** A Markdown document as what a word processor would lay out, in order. */
export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly runs: readonly Run[] }
  | { readonly is: 'paragraph'; readonly depth: number; readonly quoted: boolean; readonly runs: readonly Run[] }
  | {
      readonly is: 'item';
      /** 0 for a list at the margin. */
      readonly depth: number;
      /** `number` counts from `start` within list `list`; a tick box has `ticked`. */
      readonly mark:
        | { readonly is: 'bullet' }
        | { readonly is: 'number'; readonly value: number; readonly start: number; readonly list: number }
        | { readonly is: 'box'; readonly ticked: boolean };
      readonly runs: readonly Run[];
    }
  /** `header` is empty when the table has no heading row. */
  | { readonly is: 'table'; readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'rule' };

export type Cell = readonly Run[];

/** A document's blocks and the title its file properties carry. */
export type BlockDocument = { readonly title: string; readonly blocks: readonly Block[] };

/** The plain words of some runs, line breaks as spaces. */
export function wordsOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\n', ' ');
}
