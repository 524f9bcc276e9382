import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './read-json.ts';

const read = (text: string | Uint8Array) => readJson(typeof text === 'string' ? Buffer.from(text) : text);
const sentence = (text: string | Uint8Array) => {
  const result = read(text);
  return result.ok ? 'taken' : result.sentence;
};

describe('a JSON body', () => {
  test('is what it says, whatever it says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        if (text.includes('__proto__')) return;
        expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test('may begin with a byte order mark', () => {
    expect(read('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  test.each([
    ['', 'The body is empty. Send a JSON object.'],
    [' \n', 'The body is empty. Send a JSON object.'],
    ['{"a":1,}', 'The body is not JSON: it goes wrong at character 7.'],
    ['{"a":1,"b":2,"a":3}', 'The body has the key "a" twice in one object.'],
    ['{"a":1,"\\u0061":3}', 'The body has the key "a" twice in one object.'],
    ['{"a":{"b":1,"b" : 2}}', 'The body has the key "b" twice in one object.'],
    ['{"__proto__":{"admin":true}}', 'The body has the key "__proto__", which is never taken.'],
    ['{"\\u005f_proto__":1}', 'The body has the key "__proto__", which is never taken.'],
    ['['.repeat(33) + ']'.repeat(33), 'The body is nested deeper than 32 levels.'],
    ['['.repeat(500_000), 'The body is nested deeper than 32 levels.'],
  ])('%.40s is refused with a sentence', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });

  test.each([
    '{"a":[{"b":1},{"b":2}],"b":3}',
    '{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}',
    '["__proto__","__proto__"]',
    '{"a\\"":1,"a":2}',
    '['.repeat(32) + ']'.repeat(32),
  ])('%.40s is taken', (text) => {
    expect(sentence(text)).toBe('taken');
  });

  test('that is not UTF-8 is refused', () => {
    expect(sentence(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe(
      'The body is not UTF-8. Send JSON as UTF-8.',
    );
  });

  test('made to be slow is not', () => {
    const started = performance.now();
    for (const text of [
      '"\\'.repeat(500_000),
      '{"a'.repeat(300_000),
      `{"a"${' '.repeat(900_000)}`,
      '"'.repeat(900_000),
    ])
      read(text);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
