import type { Catalogue, EvidenceItem } from './catalogue.ts';

/** The item with this number, however it is typed: `7.3.4`, ` 7.3.4 ` and `7.3.04` are the same. */
export function findItem(catalogue: Catalogue, ref: string): EvidenceItem | undefined {
  const wanted = plainRef(ref);
  return catalogue.items.find((item) => item.ref === wanted);
}

/** Numbers a person may have meant by one that does not exist: those of the same assertion first, then near ones; at most five. */
export function listNearRefs(catalogue: Catalogue, ref: string): readonly string[] {
  const wanted = plainRef(ref);
  const parts = wanted.split('.');
  const assertion = parts.slice(0, 2).join('.');
  const same = catalogue.items.filter((item) => item.assertion === assertion);
  const digits = wanted.replace(/\D/g, '');
  const alike = catalogue.items.filter((item) => item.ref.replace(/\D/g, '') === digits);
  const sameStandard = catalogue.items.filter((item) => item.standard === parts[0]);
  const last = Number(parts[2]);
  const near = same.toSorted((a, b) => distance(a.ref, last) - distance(b.ref, last));
  return [...new Set([...alike, ...near, ...(same.length > 0 ? [] : sameStandard)].map((item) => item.ref))].slice(
    0,
    5,
  );
}

/** Orders item numbers as the portal does: 1.3.2 before 1.3.11. */
export function byRef(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function plainRef(ref: string): string {
  return ref
    .trim()
    .split('.')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('.');
}

function distance(ref: string, last: number): number {
  return Number.isNaN(last) ? 0 : Math.abs(Number(ref.split('.')[2]) - last);
}
