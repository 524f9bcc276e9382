import type { Content } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { fileName } from '../profile/document-kind.ts';
import { headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import type { Reference } from './broken-reference.ts';
import { type ProfiledDocument, place, shortened } from './defect-rule.ts';
import { DOCUMENT_NOUN } from './reference-words.ts';
import type { TitleIndex } from './title-match.ts';

/** Numbers such as SOP-012 or ISMS-14 that no document bears, in a set that numbers its documents so. */
export function* unheldNumbers(
  passage: Passage,
  { path, profile, content }: ProfiledDocument,
  index: TitleIndex,
): Generator<Reference> {
  if (passage.role === 'heading' || !/[A-Z]-\d/.test(passage.text)) return;
  for (const match of everyMatch(passage.text, NUMBER)) {
    const [number] = match;
    const before = `${rowBefore(passage, content)} ${passage.text.slice(Math.max(0, match.index - 45), match.index)}`;
    const pointed = CALLED_DOCUMENT.test(before) || (DOCUMENT_SERIES.test(number) && POINTED_AT.test(before));
    if (!index.numbers(number) && !pointed) continue;
    if (index.holdsNumber(number) || `${path} ${profile.title}`.includes(number)) continue;
    if (NOT_NEEDED.test(before) || AFTER_NOT_NEEDED.test(passage.text.slice(match.index + number.length))) continue;
    yield { wanted: number, place: place(whereAt(passage, match.index), passage.text) };
  }
}

/** The label of a field in whose value a number stands. */
function rowBefore({ cell }: Passage, content: Content): string {
  if (cell === undefined || cell.column === 0) return '';
  return (content.tables[cell.table]?.rows[cell.row]?.cells[0]?.text ?? '').slice(0, 40);
}

const NUMBER = /(?<![\w/-])[A-Z]{2,8}(?:-[A-Z]{1,6})?-(?:20\d\d-)?\d{2,4}(?![\w-]|\.\d)/g;
const CALLED_DOCUMENT = /\b(?:agreement|polic(?:y|ies)|procedure|form|register)\s+\(?$/i;
/** Series that stand for documents in most numbering schemes. */
const DOCUMENT_SERIES = /^(?:[A-Z]{2,4}-)?(?:POL|PR|PRO|PROC|SOP|FRM|FORM|ISMS|QMS|STD|PLN|PLAN|REG|TMP|WI|GDL)-/;
const POINTED_AT =
  /\b(?:see(?: also)?|refers? to|in line with|accordance with|per|following|follow|set out in|described in)\s+(?:the )?$/i;
const NOT_NEEDED =
  /\b(?:supersed\w+|replac\w+|withdrawn|formerly|previous(?:ly)?|obsolete|old|merged|was|were|retired|history)\b[^.;]{0,35}$/i;
const AFTER_NOT_NEEDED =
  /^[^.;|]{0,30}\b(?:withdrawn|retired|obsolete|superseded|in preparation|not yet|no longer|reserved|unused|left (?:off|out))\b/i;

/** An appendix that is only a heading and "available as a separate document": that document must be there. */
export function* keptApart(passage: Passage, content: Content, index: TitleIndex): Generator<Reference> {
  if (!KEPT_APART.test(passage.text)) return;
  const [heading = ''] = headingsOver(content, passage.section);
  const title = APPENDIX_TITLE.exec(heading)?.[1];
  if (title === undefined || /template|form\b/i.test(title) || index.holds(title)) return;
  yield { wanted: title, place: place(passage.where, `${heading}: ${passage.text}`) };
}

const KEPT_APART =
  /^\W*(?:available|provided|maintained|held|kept|attached|issued|see)\b(?: as| in)?(?: a)? separate(?:ly| (?:document|file))?\b/i;
const APPENDIX_TITLE = /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:Appendix|Annex|Schedule|Attachment) \w{1,3}\s*[:.–—-]\s*(.+)$/i;

const NOUN = new RegExp(DOCUMENT_NOUN);
const INDEX =
  /\b(?:index|contents|list of (?:documents|policies)|document (?:register|list)|policy pack|policy (?:register|list))\b/i;

/** Rows of an index of documents whose title no document of the set bears. */
export function* unheldRows({ content, profile, path }: ProfiledDocument, index: TitleIndex): Generator<Reference> {
  if (!INDEX.test(`${profile.title} ${fileName(path).replace(/[_-]/g, ' ')}`)) return;
  for (const { columns, rows } of content.tables) {
    const title = columns.findIndex((name) =>
      /^(?:(?:document |policy )?(?:title|name)|document|policy)$/i.test(name.trim()),
    );
    if (title < 0 || !columns.some((name) => /\b(?:version|owner|approved|issue|review)\b/i.test(name))) continue;
    for (const { cells, where } of rows) {
      const named = cells[title]?.text ?? '';
      const row = cells.map(({ text }) => text).join(' | ');
      if (!NOUN.test(named) || NOT_YET_OR_NAMED.test(row) || index.holds(named)) continue;
      yield { wanted: shortened(named, 80), place: place(where, row) };
    }
  }
}

/** A file name in the row is judged as such; a document that is not written yet need not be there. */
const NOT_YET_OR_NAMED =
  /\.(?:md|docx?|pdf|xlsx?|csv)\b|\b(?:withdrawn|planned|in preparation|not yet|to be written|draft)\b/i;
