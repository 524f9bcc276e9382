import type { Defect } from '../../record/document.ts';
import { type Passage, whereAt } from '../profile/passages.ts';
import { type FoundPlaceholder, placeholdersIn } from '../profile/placeholders.ts';
import { counted, type DefectPlace, type DefectRule, type Examined, place } from './defect-rule.ts';

/**
 * Gaps and template prompts left in (fact types, D01). One defect a document with every place in it; templates and forms
 * openly left blank, and parts of a document headed as a template or form, are meant to have them.
 */
export const unfilledPlaceholder: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  const places: DefectPlace[] = [];
  const words = new Map<string, number>();
  const taken = new Set<string>();
  let gaps = 0;
  let onlyDoubtful = true;
  for (const passage of examined.passages) {
    if (isLeftAlone(examined, passage)) continue;
    for (const gap of gapsIn(passage)) {
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
  if (places.length === 0) return [];
  const common = [...words].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  const more = common.length > 4 ? ` and ${counted(common.length - 4, 'other wording', 'other wordings')}` : '';
  const defect: Defect = {
    code: 'unfilled-placeholder',
    severity: onlyDoubtful ? 'low' : isProof(examined) ? 'high' : 'medium',
    message: `${gaps === 1 ? 'A gap was' : `${gaps} gaps were`} never filled in: ${common.slice(0, 4).join(', ')}${more}.`,
    next: 'Fill each gap with the real name, date or number, or take the passage out if it does not apply.',
    places: inReadingOrder(places),
    effect: 'blocks',
  };
  return [defect];
};

/** Records and signed papers are proof themselves, so a gap in one weighs more than in a policy. */
function isProof({ profile }: Examined): boolean {
  return ['register', 'log', 'contract', 'certificate', 'minutes', 'report'].includes(profile.kind);
}

function isLeftAlone(examined: Examined, passage: Passage): boolean {
  if (examined.inModelPart(passage.section)) return true;
  if (passage.cell === undefined) return false;
  const table = examined.tables[passage.cell.table];
  return table?.rows[passage.cell.row]?.sort === 'template';
}

/** Gaps of one passage. The part after a label counts as a whole value too; lines to sign on belong to another rule. */
function gapsIn(passage: Passage): readonly FoundPlaceholder[] {
  const { text, role } = passage;
  const label = role === 'cell' || !text.includes(': ') ? null : /^[A-Z][\w ()/'&.-]{0,45}:\s+/.exec(text);
  const from = label?.[0].length ?? 0;
  const value = text.slice(from);
  const found = placeholdersIn(value, role === 'cell' || (label !== null && value.length < 60 && role !== 'heading'));
  const placed = from === 0 ? found : found.map((gap) => ({ ...gap, index: gap.index + from }));
  const toBeWritten =
    /\b(?:sign(?:ed|ature)?|name|date|position|title|role|witness|initials?|for and on behalf)\b|\?\s*_{3}/i.test(text);
  return placed.filter(
    (gap) => !(toBeWritten && gap.kind === 'drawn blank') && (role === 'cell' || !isQuoted(text, gap.index)),
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
