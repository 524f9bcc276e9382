import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Defect, UnreadableFile } from '../record/document.ts';
import type { Finding, FindingCode } from '../record/finding.ts';
import type { RecordedDocument } from '../record/record.ts';
import { placeIn } from './document-evidence.ts';
import { MAY_SHOW_FROM } from './prepare.ts';

/** Category 3 items that a fault speaks to whatever document it stands in. Other categories number differently: there the document's own items are used. */
const ITEMS_OF_CODE: Readonly<Partial<Record<FindingCode, readonly string[]>>> = {
  'training-below-target': ['3.2.1'],
  'leaver-with-access': ['4.2.4'],
  'admin-without-agreement': ['4.3.1'],
  'unsupported-asset': ['8.1.4', '8.2.1'],
  'unencrypted-device': ['9.5.2'],
  'supplier-unassured': ['10.2.1'],
  'supplier-assurance-lapsed': ['10.2.1'],
  'processor-without-contract': ['10.2.2'],
  'incident-clock': ['6.1.1'],
};

/** A fault in a document touches the item the document is chiefly about, and others that it speaks to nearly as surely: at least this share of the score. */
const NEARLY_AS_SURE = 0.85;

/** Faults of upkeep. They concern nobody here in a folder that holds no evidence: the product's roadmap, the brand guide. */
const HOUSEKEEPING: ReadonlySet<FindingCode> = new Set(['unfilled-placeholder', 'document-control', 'not-approved']);

/** The folders, by path, in which at least one document speaks to an evidence item. */
export function foldersWithEvidence(documents: readonly RecordedDocument[]): ReadonlySet<string> {
  return new Set(documents.filter(({ suggestions }) => suggestions.length > 0).map(({ path }) => folderOf(path)));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The faults of one document as findings, with the items they touch. */
export function documentFindings(
  document: RecordedDocument,
  catalogue: Catalogue,
  evidenceFolders: ReadonlySet<string>,
): Finding[] {
  const matters = evidenceFolders.has(folderOf(document.path));
  const wanted = matters ? document.defects : document.defects.filter(({ code }) => !HOUSEKEEPING.has(code));
  return wanted.map((defect) => ({
    code: defect.code,
    severity: defect.severity,
    refs: itemsOf(defect, document, catalogue),
    subject: defect.subject ? `${document.path}: ${defect.subject}` : document.path,
    seen: defect.places.map(({ text, ...where }) => placeIn(document, where, text)),
    ...(defect.since !== undefined && { since: defect.since }),
    ...(defect.until !== undefined && { until: defect.until }),
    message: defect.message,
    next: defect.next,
  }));
}

/** A file that could not be read is a finding too: whatever it holds is not counted. */
export function unreadableFinding({ path, unreadable }: UnreadableFile): Finding {
  return {
    code: 'unreadable',
    severity: unreadable.type === 'hostile' ? 'medium' : 'low',
    refs: [],
    subject: path,
    seen: [{ file: path }],
    message: unreadable.reason,
    next: 'Open the file, save it again in a common format, and check once more. Nothing in it was counted.',
  };
}

/**
 * Numbers that documents give for themselves and that ask something else here. One finding for the whole record: it is one
 * misunderstanding (another category, or an older edition), however many documents share it.
 */
export function mistrustedFindings(documents: readonly RecordedDocument[]): Finding[] {
  const mistrusted = documents.flatMap((document) =>
    (document.mistrusted ?? []).map((reference) => ({ document, reference })),
  );
  const [first] = mistrusted;
  if (!first) return [];
  const paths = new Set(mistrusted.map(({ document }) => document.path));
  const many = paths.size === 1 ? first.document.path : `${paths.size} documents`;
  return [
    {
      code: 'different-question',
      severity: 'low',
      refs: [],
      subject: 'numbers of evidence items',
      seen: mistrusted.map(({ document, reference }) => placeIn(document, reference.where)),
      message: `Evidence item numbers in ${many} ask something else in this edition and category. For example ${first.document.path}: ${first.reference.why}`,
      next: 'Check which category and edition these numbers were taken from. Here they were not relied on.',
    },
  ];
}

function itemsOf({ code }: Defect, { suggestions }: RecordedDocument, catalogue: Catalogue): string[] {
  const fixed = catalogue.category === 3 ? ITEMS_OF_CODE[code] : undefined;
  const surest = suggestions[0]?.score ?? 1;
  const spoken = suggestions
    .filter(({ score }) => score >= MAY_SHOW_FROM && score >= surest * NEARLY_AS_SURE)
    .map(({ ref }) => ref);
  return inCatalogueOrder(fixed ?? spoken, catalogue);
}

/** The refs that the catalogue knows, in its order and without repeats. */
function inCatalogueOrder(refs: readonly string[], catalogue: Catalogue): string[] {
  const wanted = new Set(refs);
  return catalogue.items.map(({ ref }) => ref).filter((ref) => wanted.has(ref));
}
