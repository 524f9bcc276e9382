import type { DocumentKind } from '../../record/document.ts';
import { type DocumentRow, documentRows } from '../../workspace/documents/document-rows.ts';
import type { Standing } from '../../workspace/standing/standing.ts';

/** A document that can be chosen for staff to read. */
export type Choosable = {
  readonly row: DocumentRow;
  readonly title: string;
  readonly chosen: boolean;
  /** A rule that everybody who works there has to keep, by its title. */
  readonly proposed: boolean;
  /** A newer version of it that is in use beside it. */
  readonly newer: DocumentRow | undefined;
};

/** Kinds in which an organisation tells its staff what to do. */
const TELLS_STAFF: ReadonlySet<DocumentKind> = new Set(['policy', 'procedure', 'notice', 'statement']);

/** What staff have to keep to in their own work, as small companies call it. */
const FOR_STAFF =
  /\bacceptable use\b|\b(?:information|data|cyber|it|ict|computer) (?:\w+ (?:and|&) )?(?:security|protection|governance|handling)\b|\b(?:security|protection) of (?:information|data)\b|\bgdpr\b|\bconfidential(?:ity)?\b|\bcode of conduct\b|\b(?:staff|employee) (?:handbook|privacy)\b|\b(?:remote|home|hybrid|agile|flexible|mobile)[ -]?work(?:ing|ers?)?\b|\bworking (?:from home|remotely)\b|\b(?:incident|breach|near miss)(?:es|s)? (?:\w+ (?:and|&) )?(?:report|manage|response|handling|notification|procedure|policy)|\breporting (?:an? |data |security )*(?:incident|breach)|\bpasswords?\b|\bclear (?:desk|screen)\b|\bmobile (?:devices?|phones?)\b|\bbyod\b|\bbring your own\b|\bown devices?\b|\bremovable media\b|\b(?:e-?mail|internet|social media)\b|\brecords? (?:management|retention|keeping)\b|\bwhistle/i;
/** The same words about somebody else, or for the few who run it. */
const FOR_OTHERS =
  /\b(?:suppliers?|website|cookies?|visitors?|candidates?|recruitment|board|terms of reference|impact assessment|dpia|template|plan|audit|checklist|certificate)\b/i;

/**
 * Documents that staff may be asked to read: what is chosen, then what is worth proposing. Drafts, copies, what is
 * withdrawn or held back and versions that a newer one has overtaken are left out, unless they were chosen.
 */
export function choosable(standing: Standing): readonly Choosable[] {
  const { rows, byId, likeness } = documentRows(standing);
  const newer = new Map<string, DocumentRow>();
  const copies = new Set<string>();
  for (const row of rows) {
    const like = likeness(row);
    if (like.earlier) newer.set(like.earlier.id, row);
    // Of several the first that came stands for all.
    const first = [row.document.id, ...like.copies.map(({ id }) => id)].sort(byArrival(byId))[0];
    if (first !== row.document.id) copies.add(row.document.id);
  }
  return rows
    .flatMap((row): readonly Choosable[] => {
      const { document, state, read } = row;
      const { id, data } = document;
      if (state !== 'in-use') return [];
      const chosen = data.staffRead === true;
      const title = read?.profile.title.trim() || data.path;
      const one = { row, title, chosen, newer: newer.get(id) };
      if (chosen) return [{ ...one, proposed: false }];
      if (!read || !TELLS_STAFF.has(read.profile.kind) || copies.has(id) || one.newer) return [];
      if (read.profile.status === 'draft' || read.profile.status === 'withdrawn') return [];
      return [{ ...one, proposed: FOR_STAFF.test(title) && !FOR_OTHERS.test(title) }];
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }));
}

function byArrival(byId: ReadonlyMap<string, DocumentRow>): (a: string, b: string) => number {
  const at = (id: string) => `${byId.get(id)?.document.data.receivedAt} ${id}`;
  return (a, b) => (at(a) < at(b) ? -1 : 1);
}
