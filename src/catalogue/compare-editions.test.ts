import { describe, expect, it } from 'vitest';
import type { Catalogue, EvidenceItem } from './catalogue.ts';
import { compareEditions } from './compare-editions.ts';
import { findCatalogueDirectory, loadCatalogue } from './load-catalogue.ts';

async function load(edition: string): Promise<Catalogue> {
  const loaded = await loadCatalogue(findCatalogueDirectory(import.meta.url) ?? '', { edition });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}
const [v7, v8] = [await load('v7'), await load('v8')];

function ofKind(kind: string): readonly string[] {
  return compareEditions(v7, v8)
    .differences.filter((d) => d.kind === kind)
    .map((d) => d.ref);
}

describe('from version 7 to version 8', () => {
  it('finds the three new items', () => {
    expect(ofKind('added')).toEqual(['7.1.5', '7.1.6', '8.3.8']);
  });

  it('finds the two items that became mandatory', () => {
    expect(ofKind('became-mandatory')).toEqual(['4.3.1', '7.1.1']);
  });

  it('finds that 7.1.1 is another question now', () => {
    expect(ofKind('changed-meaning')).toEqual(['7.1.1']);
  });

  it('finds the three reworded items', () => {
    expect(ofKind('reworded')).toEqual(['1.1.3', '1.1.5', '1.3.1']);
  });

  it('finds the items of which only the guidance moved', () => {
    expect(ofKind('guidance-changed')).toEqual(['1.3.6', '3.2.1', '4.4.1', '7.1.2', '7.3.4', '10.2.2']);
  });

  it('finds nothing removed', () => {
    expect(ofKind('removed')).toEqual([]);
  });

  it('leaves the rest unchanged', () => {
    expect(compareEditions(v7, v8).unchanged.length).toBe(80 - 3 - 2 - 3 - 6);
  });
});

describe('the other way round', () => {
  it('calls removed what was added and optional what became mandatory', () => {
    const { differences } = compareEditions(v8, v7);
    expect(differences.filter((d) => d.kind === 'removed').map((d) => d.ref)).toEqual(['7.1.5', '7.1.6', '8.3.8']);
    expect(differences.filter((d) => d.kind === 'became-optional').map((d) => d.ref)).toEqual(['4.3.1', '7.1.1']);
  });
});

describe('without reviewed remarks', () => {
  const later = (change: (item: EvidenceItem) => EvidenceItem): Catalogue => ({
    ...v8,
    edition: 'v8a',
    items: v8.items.map(({ change: _, ...item }) => change(item)),
  });

  it('an edition compared with itself has no differences', () => {
    expect(compareEditions(v8, v8).differences).toEqual([]);
  });

  it('other words for the same question are reworded', () => {
    const next = later((item) =>
      item.ref === '7.3.4'
        ? { ...item, requirement: 'Restoring data from backups is tested routinely, at least every year.' }
        : item,
    );
    expect(compareEditions(v8, next).differences.map((d) => [d.ref, d.kind])).toEqual([['7.3.4', 'reworded']]);
  });

  it('words that fit another item better have changed their meaning', () => {
    const next = later((item) =>
      item.ref === '7.3.6'
        ? { ...item, requirement: 'A yearly penetration test is scoped and includes a vulnerability scan.' }
        : item,
    );
    expect(compareEditions(v8, next).differences.map((d) => [d.ref, d.kind])).toEqual([['7.3.6', 'changed-meaning']]);
  });

  it('a mark known on one side only is said to be so', () => {
    const next = later((item) => (item.ref === '1.1.1' ? { ...item, mandatory: null } : item));
    expect(compareEditions(v8, next).differences.map((d) => [d.ref, d.kind])).toEqual([['1.1.1', 'mark-not-known']]);
  });
});
