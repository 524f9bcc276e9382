import { describe, expect, test } from 'vitest';
import { aDocument } from '../../test/support/record-builder.ts';
import { readMarkdown } from '../reading/formats/markdown.ts';
import { spokenOf } from './spoken-of.ts';

const placesOf = (fact: string, ...texts: readonly string[]) => {
  const documents = texts.map((words, at) => ({ ...aDocument(`${at}.md`), content: readMarkdown(words) }));
  return spokenOf(fact, documents).map(({ file, line, text }) => `${file}:${line} ${text}`);
};

describe('what is said to be none of', () => {
  test.each([
    ['has-paper-records', 'Physical records are kept in locked cabinets.'],
    ['has-paper-records', 'Use a cross-cut shredder for paper.'],
    ['uses-byod', 'Personal devices may be used with the company app.'],
    ['destroys-records-by-third-party', 'Our contractor sends certificates of destruction.'],
    ['has-portable-devices', 'Laptops are encrypted.'],
    ['develops-web-applications', 'Every pull request is reviewed.'],
  ])('%s is spoken of: %s', (fact, words) => {
    expect(placesOf(fact, `# Policy\n\n${words}\n`)).toEqual([`0.md:3 ${words}`]);
  });

  test.each([
    ['has-paper-records', 'We hold no paper records.'],
    ['has-paper-records', 'Calibrate the physical sensors.'],
    ['uses-byod', 'Personal devices must not be used for work.'],
    ['uses-byod', 'Personal data is kept safe on every device.'],
    ['had-incident-in-last-12-months', 'An incident was recorded.'],
  ])('%s is not: %s', (fact, words) => {
    expect(placesOf(fact, `# Policy\n\n${words}\n`)).toEqual([]);
  });

  test('is shown once a document, in three at most', () => {
    const words = 'Paper records are locked away.\n\nPaper records are shredded.\n';
    expect(placesOf('has-paper-records', words, words, words, words)).toHaveLength(3);
  });
});
