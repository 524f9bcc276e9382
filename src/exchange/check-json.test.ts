import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { GAP_CHECKS, halfWay } from '../../test/support/gap-check-examples.ts';
import { checkJson } from './check-json.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../docs/schemas/check.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

describe('the JSON of a check', () => {
  test.each(Object.entries(GAP_CHECKS))('of %s follows the published schema', (_name, example) => {
    validate(JSON.parse(JSON.stringify(checkJson(example(), '0.1.0'))));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('keeps its keys in the documented order', () => {
    expect(Object.keys(checkJson(halfWay(), '0.1.0')).slice(0, 10)).toEqual([
      'perennial',
      'edition',
      'category',
      'on',
      'documents',
      'items',
      'findings',
      'plan',
      'forecast',
      'outcome',
    ]);
  });

  test('is the same text for the same check', () => {
    expect(JSON.stringify(checkJson(halfWay(), '0.1.0'))).toBe(JSON.stringify(checkJson(halfWay(), '0.1.0')));
  });

  test('lists a file that could not be read among the documents, with the reason', () => {
    const document = checkJson(halfWay(), '0.1.0').documents.find(({ path }) => path === 'registers/staff.xlsx');
    expect(document).toMatchObject({ suggestions: [], unreadable: { type: 'encrypted' } });
  });

  test('tells what a person is to check beside what was found', () => {
    const { items } = checkJson(halfWay(), '0.1.0');
    const told = (standing: string) => items.find((item) => item.standing === standing)?.checks[0];
    expect(told('exempt')).toMatchObject({ met: 'yes', toCheck: 'its scope covers the whole organisation' });
    expect(told('proven')).not.toHaveProperty('toCheck');
  });

  test('leaves out what is not known of a place', () => {
    const [finding] = checkJson(halfWay(), '0.1.0').findings.filter(({ code }) => code === 'empty-record');
    expect(finding?.seen).toEqual([{ file: 'registers/incident-log.md', line: 5 }]);
  });
});
