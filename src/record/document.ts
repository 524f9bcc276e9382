import type { Day, StatedDate } from './day.ts';
import type { FindingCode, Severity } from './finding.ts';

/** Where something stands inside a file. Lines and pages count from 1; a cell is in A1 notation, after its sheet when there are several (`Staff!B4`). */
export type Where = { readonly line?: number; readonly page?: number; readonly cell?: string };

/** A place a person can be sent to: the file's path inside the folder, where in it, and the words that stand there. */
export type Place = Where & { readonly file: string; readonly text?: string };

export const DOCUMENT_KINDS = [
  'policy',
  'procedure',
  'plan',
  'register',
  'log',
  'minutes',
  'notice',
  'contract',
  'certificate',
  'report',
  'form',
  'statement',
  'screenshot',
  'template',
  'email',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type LineRole = 'heading' | 'text' | 'item' | 'row' | 'code' | 'quote' | 'furniture';

/**
 * One line of a document in reading order, free of markup. `row` lines belong to the table with index `table`; `furniture`
 * is a running header or footer. Wrapped lines of one paragraph share a `block` number.
 */
export type Line = {
  readonly text: string;
  readonly where: Where;
  readonly role: LineRole;
  /** Heading level, 1 to 6, for headings only. */
  readonly level?: number;
  /** Set on a tick-box item: whether the box is ticked. */
  readonly ticked?: boolean;
  /** Index into `lines` of the nearest heading above; -1 when there is none. */
  readonly section: number;
  /** Lines of one paragraph, list item or table row share this number. */
  readonly block: number;
  /** Index into `tables`, for rows only. */
  readonly table?: number;
};

export type Cell = {
  /** On one line, one space between words. */
  readonly text: string;
  readonly where: Where;
  /** The same with its line ends, where it has any. */
  readonly lines?: string;
};

/**
 * A table as rows under named columns. A table without a heading row has empty column names. `section` is the index into
 * `lines` of the heading above it.
 */
export type Table = {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly where: Where }[];
  readonly where: Where;
  readonly section: number;
};

export type Link = { readonly text: string; readonly target: string; readonly where: Where };

const FORMATS = ['markdown', 'text', 'html', 'csv', 'xlsx', 'docx', 'pdf', 'eml', 'image'] as const;
export type Format = (typeof FORMATS)[number];

/** What a reader makes of a file's bytes: the same shape for every format. */
export type Content = {
  readonly format: Format;
  /** Title from the file's own metadata (DOCX core properties, PDF info, HTML title, Markdown front matter), when it has one. */
  readonly title?: string;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
  /** Key and value pairs stated outside the text, such as front matter or mail headers, with lower-case keys. */
  readonly properties: Readonly<Record<string, string>>;
  /** Marks that the words alone do not show. */
  readonly marks: {
    readonly trackedChanges?: number;
    readonly comments?: number;
    readonly hiddenText?: number;
    /** Pages or sheets that hold no text, for example scans. */
    readonly emptyPages?: readonly number[];
    /** A read limit was reached and the rest of the file was left out; the sentence says which. */
    readonly cutShort?: string;
  };
};

/** Why a file could not be read, in a sentence for a person. */
export type Unreadable = {
  readonly type:
    | 'empty'
    | 'encrypted'
    | 'broken'
    | 'too-large'
    | 'too-slow'
    | 'unsupported'
    | 'mislabelled'
    | 'hostile'
    | 'no-text'
    | 'not-allowed';
  readonly reason: string;
};

export const DATE_MEANINGS = [
  'created',
  'effective',
  'approved',
  'reviewed',
  'next-review',
  'issued',
  'expires',
  'event',
  'stated',
] as const;
export type DateMeaning = (typeof DATE_MEANINGS)[number];

/** A date with what it means in the document; `stated` when the document does not say. */
export type DocumentDate = { readonly meaning: DateMeaning; readonly date: StatedDate; readonly where: Where };

/** What a document says about itself. A field is absent when the document does not state it; a placeholder is absent too. */
export type Profile = {
  readonly kind: DocumentKind;
  /** Why it was taken for that kind, for a person. */
  readonly kindReason: string;
  readonly title: string;
  readonly version?: string;
  readonly status?: 'draft' | 'approved' | 'withdrawn';
  readonly owner?: string;
  readonly author?: string;
  readonly approver?: string;
  /** ISO 8601 period of the document's own review cycle, such as `P12M`. */
  readonly reviewCycle?: string;
  readonly dates: readonly DocumentDate[];
};

/**
 * How strong a statement is, strongest first: an export or setting; a log row, minute or signed form; a policy or answer
 * that says so; something intended; a placeholder or example row. Planned and template facts never prove anything.
 */
const STRENGTHS = ['configured', 'recorded', 'stated', 'planned', 'template'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * A typed statement found in a document. Two facts can only conflict when type, `subject` and `scope` agree.
 * `value` is the normalised form used for comparison; `words` what a person should see.
 */
export type Fact = {
  /** A type of the fact list in `src/reading/facts/`, such as `role-holder` or `restore-test`. */
  readonly type: string;
  /** What the fact is about, normalised: `siro`, `patient database`, `critical`. */
  readonly subject: string;
  readonly value: string | number | boolean;
  /** Unit of a numeric value: `hours`, `days`, `months`, `percent`, `people`, `characters`. */
  readonly unit?: string;
  readonly words: string;
  readonly scope?: string;
  readonly asOf?: StatedDate;
  /** Further named parts, for example `result`, `deputy`, `recipient`. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly strength: Strength;
  /** From 0 to 1: how sure the extractor is that it read this rightly. */
  readonly confidence: number;
  readonly where: Where;
};

/** A mechanical fault in one document, found without knowing any other. */
export type Defect = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One sentence for a person, with the words seen. */
  readonly message: string;
  /** What to do next, one sentence. */
  readonly next: string;
  /** Every place it stands; the first is the one to open. */
  readonly places: readonly (Where & { readonly text?: string })[];
  /** What it is about, so that repeats can be grouped. */
  readonly subject?: string;
  /** First day on which it is a fault: the day after a review fell due, the day a standard was withdrawn. Absent: always. */
  readonly since?: Day;
  /** Last day on which it is a fault: the eve of the date that lies in the future. Absent: always. */
  readonly until?: Day;
  /** `blocks`: the passage cannot serve as proof. `doubt`: usable, but doubtful. `note`: mention only. */
  readonly effect: 'blocks' | 'doubt' | 'note';
};

/** A suggestion that a document speaks to an evidence item. It binds nobody until a person accepts it. */
export type Suggestion = {
  readonly ref: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly string[];
};

/** A document after reading: what it is, what it says, what is wrong with it. */
export type ReadDocument = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: Content;
  /** The day it came in, where that is known: whatever it says of later days it said beforehand. */
  readonly writtenBy?: Day;
  readonly profile: Profile;
  readonly facts: readonly Fact[];
  readonly defects: readonly Defect[];
};

/** A file that was met but could not be read. */
export type UnreadableFile = { readonly path: string; readonly bytes: number; readonly unreadable: Unreadable };
