import { expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { byRef, findItem, listNearRefs } from './find-item.ts';
import { findCatalogueDirectory, loadCatalogue } from './load-catalogue.ts';

const loaded = await loadCatalogue(findCatalogueDirectory(import.meta.url) ?? '');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const catalogue: Catalogue = loaded.value;

it('finds an item however its number is typed', () => {
  expect(findItem(catalogue, ' 07.3.04 ')?.ref).toBe('7.3.4');
});

it('does not find a number of another category', () => {
  expect(findItem(catalogue, '8.3.1')).toBeUndefined();
});

it('suggests neighbours in the same assertion first', () => {
  expect(listNearRefs(catalogue, '7.3.5').slice(0, 2)).toEqual(['7.3.4', '7.3.6']);
});

it('suggests the item a forgotten full stop leads to', () => {
  expect(listNearRefs(catalogue, '73.4')[0]).toBe('7.3.4');
});

it('suggests nothing for a number out of this world', () => {
  expect(listNearRefs(catalogue, '42.1.1')).toEqual([]);
});

it('orders numbers as the portal does', () => {
  expect(['10.1.2', '1.3.11', '1.3.2'].toSorted(byRef)).toEqual(['1.3.2', '1.3.11', '10.1.2']);
});
