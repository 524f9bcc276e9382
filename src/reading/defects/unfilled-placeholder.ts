import type { Defect, Line } from '../../record/document.ts';
import { headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import { type FoundPlaceholder, placeholdersIn } from '../profile/placeholders.ts';
import { counted, type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';

/**
 * Gaps and template prompts left in (fact types, D01). One defect a document with every place in it; templates and forms
 * openly left blank, and parts of a document headed as a template or form, are meant to have them.
 */
export const unfilledPlaceholder: DefectRule = (examined) => {
  if (examined.openlyBlank || isAboutSomethingElse(examined)) return [];
  const places: DefectPlace[] = [];
  const words = new Map<string, number>();
  const taken = new Set<string>();
  let gaps = 0;
  let onlyDoubtful = true;
  for (const passage of examined.passages) {
    if (isLeftAlone(examined, passage)) continue;
    const merged = examined.inModelPart(passage.section);
    for (const gap of gapsIn(passage)) {
      if (isState(examined, passage, gap)) continue;
      if (merged && !MERGE_FIELD.test(gap.text)) continue;
      gaps += 1;
      const shown = /^[_.…\s/]+$/.test(gap.text) ? 'a line left to write on' : `“${gap.text.trim()}”`;
      words.set(shown, (words.get(shown) ?? 0) + 1);
      if (gap.text !== 'ZA123456') onlyDoubtful = false;
      const where = whereAt(passage, gap.index);
      const key = String(where.line ?? where.cell ?? `${where.page}:${passage.text}`);
      if (taken.has(key)) continue;
      taken.add(key);
      places.push(place(where, passage.text));
    }
  }
  for (const line of openEntries(examined)) {
    if (taken.has(String(line.where.line ?? `${line.where.page}:${line.text}`))) continue;
    gaps += 1;
    onlyDoubtful = false;
    words.set(`“${line.text.trim()}”`, 1);
    places.push(place(line.where, line.text));
  }
  if (places.length === 0) return [];
  const common = [...words].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  const more = common.length > 4 ? ` and ${counted(common.length - 4, 'other wording', 'other wordings')}` : '';
  const inPlaces = gaps > places.length ? ` in ${counted(places.length, 'place', 'places')}` : '';
  const defect: Defect = {
    code: 'unfilled-placeholder',
    severity: onlyDoubtful ? 'low' : isProof(examined) ? 'high' : 'medium',
    message: `${gaps === 1 ? 'A gap was' : `${gaps} gaps${inPlaces} were`} never filled in: ${common.slice(0, 4).join(', ')}${more}.`,
    next: 'Fill each gap with the real name, date or number, or take the passage out if it does not apply.',
    places: inReadingOrder(places),
    effect: 'blocks',
  };
  return [defect];
};

/** Lines of a list set out without a table: "DPO          to be advised". */
function openEntries({ content, inModelPart }: Examined): Line[] {
  if (content.format !== 'text' && content.format !== 'pdf') return [];
  return content.lines.filter(
    ({ text, role, section }) =>
      role === 'text' &&
      text.length < 70 &&
      /^\W*[A-Z][\w ()/&.'-]{1,45}?\s(?:to be (?:confirmed|determined|decided|advised|agreed|appointed|announced)|to follow)\.?$/.test(
        text,
      ) &&
      !/\b(?:is|are|was|were|has|have|will|needs?|need)\s+to (?:be|follow)\b/i.test(text) &&
      !inModelPart(section),
  );
}

/** Records and signed papers are proof themselves, so a gap in one weighs more than in a policy. */
function isProof({ profile }: Examined): boolean {
  return ['register', 'log', 'contract', 'certificate', 'minutes', 'report'].includes(profile.kind);
}

/** A product's own papers show its fields and screens, and notes on parties leave a prize open: neither is a gap in our records. */
const PRODUCT_PAPER =
  /\b(?:release notes?|what(?:['’]s| is) new|instructions for use|user (?:guide|manual)|onboarding guide|getting started|quick ?start|api (?:reference|docs?|guide)|case study|brochure|faqs?|product (?:guide|sheet|overview|tour)|press release|newsletter)\b/i;
const SOCIAL =
  /\b(?:social|party|parties|game night|lunch|raffle|quiz|christmas|barbecue|away ?day|parking|charity|fundrais\w+|bake|picnic|outing|menu)\b/i;
const PRODUCT_FOLDER = /(?:^|\/)(?:products?|marketing|sales|website|release[ -]notes)\//i;

function isAboutSomethingElse({ profile, path, control }: Examined): boolean {
  if (PRODUCT_PAPER.test(profile.title) || PRODUCT_PAPER.test(path.replace(/[_-]/g, ' '))) return true;
  if (profile.kind === 'other' && PRODUCT_FOLDER.test(path)) return true;
  const managed = control.statements.some(
    ({ meaning }) => meaning === 'owner' || meaning === 'approver' || meaning === 'version',
  );
  return !managed && SOCIAL.test(profile.title);
}

/** A field that a mail merge would have filled: left in a slip to be signed, it was never run. */
const MERGE_FIELD = /^(?:\{\{|<<|«|@@)/;
const SLIP = /\b(?:declaration|acknowledge?ment|statement of understanding|receipt and understanding)\b/i;

function isLeftAlone(examined: Examined, passage: Passage): boolean {
  if (examined.inModelPart(passage.section)) {
    const [heading = ''] = headingsOver(examined.content, passage.section);
    return !SLIP.test(heading) || examined.profile.kind === 'form';
  }
  if (passage.role === 'quote' && (examined.profile.kind === 'email' || isShown(examined, passage))) return true;
  if (passage.cell === undefined) return false;
  const table = examined.tables[passage.cell.table];
  return table?.rows[passage.cell.row]?.sort === 'template';
}

/** "Pending" in a column of states is the state. */
function isState({ tables }: Examined, { cell }: Passage, { text }: FoundPlaceholder): boolean {
  if (cell === undefined || !/^(?:pending|awaiting|not yet|to be (?:completed|agreed|confirmed))/i.test(text))
    return false;
  return STATE_COLUMN.test(tables[cell.table]?.names[cell.column] ?? '');
}

const STATE_COLUMN =
  /\b(?:status|state|stage|progress|result|outcome|decision|encrypt\w*|complete[d]?|approval|approved|signed|response|action|standing|implemented|answer)\b/;

/** A quotation that the sentence before it announces: "Many trusts write these as:". */
function isShown({ passages }: Examined, quote: Passage): boolean {
  const before = passages[passages.indexOf(quote) - 1];
  return before !== undefined && /:\s*$/.test(before.text);
}

/** The word is spoken of, not left: "we do not want TBC", "marked TBC in the log". */
const SPOKEN_OF =
  /\b(?:say(?:s|ing)?|wr[io]te|put|want|reads?|the word|no|any|avoid|never|without|called|marked|leave|left|shows?|as)\s["“‘']?$/i;

/** Gaps of one passage. The part after a label counts as a whole value too; lines to sign on belong to another rule. */
function gapsIn(passage: Passage): readonly FoundPlaceholder[] {
  const { text, role } = passage;
  const label = role === 'cell' || !text.includes(': ') ? null : /^[A-Z](?:[\w ()/'&-]|\.(?!\s)){0,45}:\s+/.exec(text);
  const from = label?.[0].length ?? 0;
  const value = text.slice(from);
  const found = placeholdersIn(value, role === 'cell' || (label !== null && value.length < 60 && role !== 'heading'));
  if (found.length === 0) return found;
  const placed = from === 0 ? found : found.map((gap) => ({ ...gap, index: gap.index + from }));
  const toBeWritten =
    /\b(?:sign(?:ed|ature)?|name|date|position|title|role|witness|initials?|for and on behalf)\b|\?\s*_{3}/i.test(text);
  return placed.filter(
    (gap) =>
      !(toBeWritten && gap.kind === 'drawn blank') &&
      (role === 'cell' || !isQuoted(text, gap.index)) &&
      !(/^t\.?b\.?[acdn]/i.test(gap.text) && SPOKEN_OF.test(text.slice(0, gap.index))),
  );
}

/** Words to be written or said later, given in quotation marks: Mark it "If found, call [phone]". */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index);
  const straight = (before.match(/"/g)?.length ?? 0) % 2 === 1 && text.indexOf('"', index) > 0;
  return straight || (before.lastIndexOf('“') > before.lastIndexOf('”') && text.indexOf('”', index) > 0);
}

function inReadingOrder(places: readonly DefectPlace[]): DefectPlace[] {
  return [...places].sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || (a.line ?? 0) - (b.line ?? 0));
}
