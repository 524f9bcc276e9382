/** Bounds on what one file may cost. Everything a stranger can make large has one, so that a bad file never stops the rest. */
export type Limits = {
  /** Size of one file, in bytes. */
  readonly fileBytes: number;
  /** Unpacked size of everything inside one archive or office file, in bytes. */
  readonly expandedBytes: number;
  /** Unpacked bytes allowed for each packed byte, once an entry is larger than a megabyte. */
  readonly expansionRatio: number;
  readonly archiveEntries: number;
  /** Archives inside archives: 1 reads a ZIP, 2 a ZIP within it. */
  readonly archiveDepth: number;
  readonly pages: number;
  readonly lines: number;
  /** Text of one document, in characters. */
  readonly textCharacters: number;
  /** Length of one line handed on; a longer one is split into several lines of one block. */
  readonly lineCharacters: number;
  readonly tableRows: number;
  readonly tableColumns: number;
  /** Depth of nested XML, HTML or mail parts. */
  readonly depth: number;
  /** Time for one file; its worker is killed then. */
  readonly milliseconds: number;
  /** Heap of one worker. */
  readonly memoryMegabytes: number;
};

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50_000_000,
  expandedBytes: 200_000_000,
  expansionRatio: 200,
  archiveEntries: 5_000,
  archiveDepth: 2,
  pages: 2_000,
  lines: 200_000,
  textCharacters: 30_000_000,
  lineCharacters: 4_000,
  tableRows: 100_000,
  tableColumns: 500,
  depth: 500,
  milliseconds: 20_000,
  memoryMegabytes: 512,
};

/**
 * For a server, which serves others meanwhile and judges a record anew after each change: what is larger is read in part, and
 * says so. Far more than any policy or log has.
 */
export const SERVER_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  lines: 30_000,
  textCharacters: 1_500_000,
  tableRows: 20_000,
};
