import type { CertificateKind } from '../catalogue/catalogue.ts';

export type WorkbookCategory = 1 | 2 | 3 | 4;

/** What a column of the official workbook holds. `audit` and `answer-type` are known but not used. */
export type ColumnField =
  | { readonly is: 'ref' | 'text' | 'tooltip' | 'standard' | 'assertion' | 'change' | 'audit' | 'answer-type' }
  | { readonly is: 'mandatory' | 'approaching'; readonly categories: readonly WorkbookCategory[] }
  | { readonly is: 'exempt'; readonly certificate: CertificateKind };

const CERTIFICATE_HEADINGS: readonly (readonly [RegExp, CertificateKind])[] = [
  [/nhs ?mail|nhs\.net/, 'nhsmail'],
  [/cyber essentials ?(plus|\+)|\bce ?\+|\bce plus\b/, 'cyber-essentials-plus'],
  [/27001/, 'iso-27001'],
  [/\bpsn\b/, 'psn'],
];

/** What the heading of a column says it holds; undefined when nothing known. Order matters: "Standards Met" is no standard. */
export function classifyHeading(heading: string): ColumnField | undefined {
  const text = plainHeading(heading);
  if (text === '') return undefined;
  const certificate = CERTIFICATE_HEADINGS.find(([pattern]) => pattern.test(text))?.[1];
  if (certificate) return { is: 'exempt', certificate };
  const categories = categoriesIn(text);
  if (/\baudit/.test(text)) return { is: 'audit' };
  if (/tool ?tip|guidance|help ?text|\bhints?\b|further information|supporting (text|information)/.test(text))
    return { is: 'tooltip' };
  if (/\bchange[sd]?\b|amend|what'?s new|differences?\b|\bupdate[ds]?\b|\bnew (in|for)\b|release notes?/.test(text))
    return { is: 'change' };
  if (/approaching|entry level|(^|\s)as$/.test(text)) return { is: 'approaching', categories };
  if (/mandatory|standards? met|(^|\s)sm$|requirement level|\brequired\b|^level$|^status$/.test(text))
    return { is: 'mandatory', categories };
  if (/\b(answer|input|response|data|evidence|question) (type|format)|^type$/.test(text)) return { is: 'answer-type' };
  if (/assertion/.test(text)) return { is: 'assertion' };
  if (/\bstandard\b|^ndg\b/.test(text)) return { is: 'standard' };
  if (
    /^(ref|reference|no|number|id|item|code|#)$|\b(evidence|item|question|requirement)\b.*\b(ref|reference|no|number|num|id|code)\b/.test(
      text,
    )
  ) {
    return { is: 'ref' };
  }
  if (/evidence|question|requirement|description|wording|\btext\b|^item$/.test(text)) return { is: 'text' };
  return categories.length > 0 ? { is: 'mandatory', categories } : undefined;
}

/** Categories a heading or sheet name speaks of, by number or by kind of organisation. */
export function categoriesIn(name: string): readonly WorkbookCategory[] {
  const text = plainHeading(name);
  const found = new Set<WorkbookCategory>();
  for (const match of text.matchAll(/\bcat(?:egor(?:y|ies))?s?[ .:_-]*(\d(?:[ ,&/]+(?:and )?\d)*)/g)) {
    for (const digit of match[1]?.match(/\d/g) ?? []) {
      const number = Number(digit);
      if (number === 1 || number === 2 || number === 3 || number === 4) found.add(number);
    }
  }
  if (found.size > 0) return [...found].toSorted();
  if (/\bit suppliers?\b/.test(text)) found.add(2);
  if (/\bothers?\b(?! information)|social care|pharmac|dental|dentist|optic/.test(text)) found.add(3);
  if (/\bgps?\b|general practi/.test(text)) found.add(4);
  if (/\btrusts?\b|\bicbs?\b|\bcsus?\b|\balbs?\b/.test(text)) found.add(1);
  return [...found].toSorted();
}

function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .replaceAll('’', "'")
    .replace(/[?*:.]+$/g, '')
    .replace(/(?<=\bno)\./g, '')
    .trim();
}
