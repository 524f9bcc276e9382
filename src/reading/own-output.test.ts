import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../test/support/hostile-files.ts';
import { isOwnOutput } from './own-output.ts';

describe('a report of our own', () => {
  test.each([
    [
      'HTML',
      '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charSet="utf-8"/><meta name="generator" content="Perennial"/>',
    ],
    ['JSON', '{\n  "perennial": "1.2.3",\n  "edition": "v8",'],
    ['SARIF', '{"$schema":"https://example.org/sarif-schema-2.1.0.json","runs":[{"tool":{"driver":{"name":"Perennial"'],
  ])('is known by how it begins: %s', (_, start) => {
    expect(isOwnOutput(bytesOf(start))).toBe(true);
  });

  test.each([
    ['a policy that names the program', '# Compliance\n\nWe use Perennial.\n'],
    ['a web page of another program', '<html><head><meta name="generator" content="Word"/></head>'],
    ['another JSON', '{"name":"Perennial"}'],
    ['nothing', ''],
  ])('is not %s', (_, start) => {
    expect(isOwnOutput(bytesOf(start))).toBe(false);
  });
});
