import type { Content, Fact, Line, Strength, Where } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { cellStatements } from './cell-statements.ts';

/**
 * One sentence, label line, list item or table cell with what surrounds it. Extractors read statements and never lines, so
 * that a wrapped sentence, `SIRO: Jane Smith` and a two-column table are the same to them.
 */
export type Statement = {
  readonly text: string;
  /** Lower-case headings above (nearest two), the line that leads into a list, and a cell's column and row. */
  readonly context: string;
  /** The nearest heading, lower case. */
  readonly heading: string;
  /** The words before the colon of a label line, or the first cell of a two-column row, or the column of a cell; lower case. */
  readonly label?: string;
  /** Where the value begins in `text` when there is a label. */
  readonly valueAt: number;
  /** First cell of the row a cell stands in, lower case. */
  readonly row?: string;
  readonly ticked?: boolean;
  /** The sentence before it in the same paragraph, when that is short: what "the test" or "the certificate" goes back to. */
  readonly before?: string;
  readonly from: 'prose' | 'item' | 'cell';
  readonly lines: readonly { readonly at: number; readonly line: Quoted }[];
};

type Quoted = { readonly text: string; readonly where: Where };

/** Where the character at `offset` of the statement stands, with the words of its line. */
export function placeAt(statement: Statement, offset: number): Quoted {
  let found = statement.lines[0];
  for (const entry of statement.lines) if (entry.at <= offset) found = entry;
  return found?.line ?? { text: statement.text, where: {} };
}

/** The parts of a fact that an extractor decides; the rest follows from the statement. */
export type Finding = Omit<Fact, 'where' | 'words' | 'strength'> & { readonly strength?: Strength };

const LABEL = /^(?!(?:Yes|No|None)\b)([A-Z0-9][^:;.?!|]{1,58}?)\s*:\s+(?=\S)/;

/** `Minimum length ........ 12`: the dots stand for a colon. */
const LEADER = /^(\S[^.]{1,58}?)\s*(?:\.\s?){3,}\s*(?=\S)/;

/** `Role - Name` on a line of its own. */
const DASHED = /^[A-Z][^.:;]{2,50}\s[-–—]\s\S/;

/** The statements of a document in reading order. Code, quoted mail and running headers say nothing. */
export function statementsOf(content: Content): Statement[] {
  const statements: Statement[] = [];
  const headings = headingsOf(content.lines);
  let lead = '';
  let leadSection = -2;
  let question: Statement | undefined;
  let index = 0;
  while (index < content.lines.length) {
    const first = content.lines[index];
    if (first === undefined) break;
    let end = index + 1;
    while (content.lines[end]?.block === first.block && content.lines[end]?.role === first.role) end += 1;
    const block = content.lines.slice(index, end);
    index = end;
    if (first.role === 'heading') {
      const text = first.text.trim();
      if (LABEL.test(text) || text.includes('(') || NAMES_DAY.test(text))
        addSentences(statements, [first], headings[first.section] ?? NO_HEADING, '', 'prose');
      question = asking(text)
        ? statement(text, [{ at: 0, line: { text, where: first.where } }], '', text, 'prose', undefined)
        : undefined;
      continue;
    }
    if (first.role !== 'text' && first.role !== 'item' && first.role !== 'quote') continue;
    if (first.section !== leadSection) lead = '';
    leadSection = first.section;
    const above = headings[first.section] ?? NO_HEADING;
    const before = statements.length;
    if (first.role === 'item') addSentences(statements, block, above, lead, 'item');
    else {
      addSentences(statements, block, above, '', 'prose');
      const last = block[block.length - 1]?.text.trim() ?? '';
      lead = last.endsWith(':') ? last.toLowerCase() : '';
    }
    const reply = statements[before];
    if (question !== undefined && reply !== undefined) statements[before] = answered(question, reply);
    else if (reply !== undefined && first.role !== 'quote')
      statements[before] = headed(reply, content.lines[first.section]);
    const latest = statements[statements.length - 1];
    question = statements.length === before + 1 && latest !== undefined && asking(latest.text) ? latest : undefined;
  }
  for (const table of content.tables) {
    // One by one: a large register has more cells than a call may have arguments.
    for (const statement of cellStatements(table, headings[table.section] ?? NO_HEADING)) statements.push(statement);
  }
  return statements;
}

/** The headings above a line: the nearest, and the nearest two. */
export type Above = { readonly nearest: string; readonly both: string };
const NO_HEADING: Above = { nearest: '', both: '' };

function headingsOf(lines: readonly Line[]): Above[] {
  const above: Above[] = [];
  const open: string[] = [];
  lines.forEach((line, at) => {
    if (line.role !== 'heading') return;
    const level = line.level ?? 1;
    open.length = Math.min(open.length, level - 1);
    const text = line.text.toLowerCase().trim();
    open[level - 1] = text;
    // The title of the document (level 1) is not the context of every line below it.
    const parents = open.slice(1, level - 1).filter((one) => one !== undefined);
    above[at] = { nearest: text, both: [...parents.slice(-1), text].join(' > ') };
  });
  return above;
}

function addSentences(
  out: Statement[],
  block: readonly Line[],
  above: Above,
  lead: string,
  from: 'prose' | 'item',
): void {
  const around = lead === '' ? above.both : `${above.both} > ${lead}`;
  const ticked = block.find((line) => line.ticked !== undefined)?.ticked;
  let context = around;
  let text = '';
  let lines: { at: number; line: Quoted }[] = [];
  const flush = () => {
    if (text !== '') {
      let asked: Statement | undefined;
      let before = '';
      split(text, lines, (part, partLines) => {
        const plain = statement(part, partLines, context, above.nearest, from, ticked);
        const one = before === '' || before.length > LONGEST_QUESTION ? plain : { ...plain, before };
        out.push(asked === undefined ? one : answered(asked, one));
        asked = asking(part) ? one : undefined;
        before = part;
      });
    }
    text = '';
    lines = [];
  };
  for (const [index, line] of block.entries()) {
    const quoted = line.text.trim();
    if (quoted === '') continue;
    const leader = LEADER.exec(quoted);
    const trimmed = leader?.[1] === undefined ? quoted : `${capitalised(leader[1])}: ${quoted.slice(leader[0].length)}`;
    if (text !== '' && (leader !== null || LABEL.test(trimmed) || DASHED.test(trimmed))) flush();
    // The lines of a card belong to what its first line names.
    const head = block[0]?.text.trim() ?? '';
    context = leader !== null && index > 0 && !LEADER.test(head) ? `${around} > ${head.toLowerCase()}` : around;
    const at = text === '' ? 0 : text.length + 1;
    lines.push({ at, line: { text: quoted, where: line.where } });
    text = text === '' ? trimmed : `${text} ${trimmed}`;
  }
  flush();
}

const LONGEST_QUESTION = 160;

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function asking(text: string): boolean {
  return text.endsWith('?') && text.length < LONGEST_QUESTION;
}

/** A question and the first sentence of its answer say together what neither says alone. */
function answered(question: Statement, answer: Statement): Statement {
  const shift = question.text.length + 1;
  return {
    ...answer,
    text: `${question.text} ${answer.text}`,
    valueAt: answer.label === undefined ? 0 : answer.valueAt + shift,
    lines: [...question.lines, ...answer.lines.map(({ at, line }) => ({ at: at + shift, line }))],
  };
}

const NAMES_DAY = /\b\d{1,2}(?:st|nd|rd|th)?\s\p{Lu}\p{L}{2,8}\s20\d\d\b|\b20\d\d-\d\d-\d\d\b/u;

/** How a sentence begins that leaves out what it is about, for the heading above has just said it. */
const ELLIPTIC =
  /^(?:(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|sixty|ninety)[\s-](?:minutes?|hours?|(?:working |calendar )?days?|weeks?|months?|years?|quarters?|characters?)|at (?:least|most)|no (?:more|later|fewer|less) than|up to|within|in under|every (?:\w+ )?(?:hours?|days?|weeks?|months?|quarters?|years?)|(?:once|twice) (?:an?|each|every|per)|quarterly|annual(?:ly)?|yearly|monthly|weekly|daily|nightly|last (?:done|held|tested|carried)|none|nil|nothing|never|there (?:are|were|is) none|on \d|(?:fixed|kept|held|done|tested|carried out|completed|enforced|required|mandatory|immediately|the same day))\b/i;
/** Nothing but a person's name. */
const NAME_ALONE = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}\.?$/u;
const LONGEST_ELLIPTIC = 140;

/** The first sentence below a heading, read after the heading as after a label when it cannot stand alone: "Access reviews" above "Quarterly." */
function headed(reply: Statement, above: Line | undefined): Statement {
  const heading = above?.role === 'heading' ? above.text.trim().replace(/^\d+(?:\.\d+)*\.?\s+/, '') : '';
  if (
    heading === '' ||
    heading.length > 70 ||
    reply.label !== undefined ||
    reply.heading !== above?.text.trim().toLowerCase() ||
    reply.text.length > LONGEST_ELLIPTIC ||
    !(ELLIPTIC.test(reply.text) || NAME_ALONE.test(reply.text))
  )
    return reply;
  const shift = heading.length + 2;
  return {
    ...reply,
    text: `${heading}: ${reply.text}`,
    label: heading.toLowerCase(),
    valueAt: shift,
    lines: reply.lines.map(({ at, line }, index) => ({ at: index === 0 ? 0 : at + shift, line })),
  };
}

function statement(
  text: string,
  lines: Statement['lines'],
  context: string,
  heading: string,
  from: Statement['from'],
  ticked: boolean | undefined,
): Statement {
  const label = LABEL.exec(text);
  return {
    text,
    context,
    heading,
    from,
    lines,
    valueAt: label?.[0].length ?? 0,
    ...(label?.[1] !== undefined && { label: label[1].toLowerCase() }),
    ...(ticked !== undefined && { ticked }),
  };
}

/** A sentence longer than this lost its form on the way (a PDF without stops, a dump): it is read in pieces of this size. */
const LONGEST = 1500;

const SENTENCE_END = /[.!?]["')\]]?\s+(?=["'(]?[A-Z0-9£])/g;
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|Prof|Ltd|No|St|vs|approx|Inc|Co|[A-Z])\.$/;

function split(text: string, lines: Statement['lines'], each: (part: string, lines: Statement['lines']) => void): void {
  let start = 0;
  const cut = (to: number) => {
    while (start < to) {
      const whole = to - start <= LONGEST;
      const space = whole ? to : text.lastIndexOf(' ', start + LONGEST);
      const end = space > start ? space : Math.min(to, start + LONGEST);
      const part = text.slice(start, end).trim();
      if (part !== '') each(part, linesFrom(lines, start));
      start = end;
    }
  };
  for (const match of everyMatch(text, SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1))) cut(end);
  }
  cut(text.length);
}

function linesFrom(lines: Statement['lines'], start: number): Statement['lines'] {
  if (start === 0) return lines;
  return lines.flatMap(({ at, line }, index) =>
    (lines[index + 1]?.at ?? Number.POSITIVE_INFINITY) > start ? [{ at: at - start, line }] : [],
  );
}
