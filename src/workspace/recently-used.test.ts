import { describe, expect, test } from 'vitest';
import { recentlyUsed } from './recently-used.ts';

describe('values held up to a weight', () => {
  test('lets go of those not asked for the longest', () => {
    const held = recentlyUsed<string>(10);
    held.put('a', 'first', 5);
    held.put('b', 'second', 5);
    held.get('a');
    held.put('c', 'third', 5);
    expect(['a', 'b', 'c'].map(held.get)).toEqual(['first', undefined, 'third']);
  });

  test('counts the weight of a value that is put in anew only once', () => {
    const held = recentlyUsed<string>(10);
    for (let i = 0; i < 5; i += 1) held.put('a', `${i}`, 6);
    held.put('b', 'second', 4);
    expect(['a', 'b'].map(held.get)).toEqual(['4', 'second']);
  });

  test('does not hold what is heavier than all it may hold, nor let the others go for it', () => {
    const held = recentlyUsed<string>(10);
    held.put('a', 'first', 5);
    held.put('b', 'too heavy', 11);
    expect(['a', 'b'].map(held.get)).toEqual(['first', undefined]);
  });

  test('drops everything under a beginning, and has room again', () => {
    const held = recentlyUsed<string>(10);
    held.put('org/1', 'first', 5);
    held.put('org/2', 'second', 5);
    held.drop('org/1');
    held.put('other', 'third', 5);
    expect(['org/1', 'org/2', 'other'].map(held.get)).toEqual([undefined, 'second', 'third']);
  });
});
