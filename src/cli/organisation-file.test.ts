import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../test/support/gap-check-builder.ts';
import { ORGANISATION_FACTS, parseOrganisationFile } from './organisation-file.ts';

function message(text: string): string {
  const read = parseOrganisationFile('me.yaml', text);
  return read.ok ? 'nothing wrong' : read.problem.message;
}

describe('the profile of an organisation', () => {
  test('may be YAML', () => {
    const text = 'name: Larkfield Ltd\ntradingNames: [Lark]\nodsCode: 8jx41\nfacts: {uses-byod: false}\n';
    expect(parseOrganisationFile('me.yaml', text)).toEqual({
      ok: true,
      organisation: { name: 'Larkfield Ltd', tradingNames: ['Lark'], odsCode: '8JX41', facts: { 'uses-byod': false } },
    });
  });

  test('may be JSON', () => {
    expect(parseOrganisationFile('me.json', '{"name": "Larkfield Ltd"}')).toEqual({
      ok: true,
      organisation: { name: 'Larkfield Ltd', facts: {} },
    });
  });

  test('may be empty', () => {
    expect(parseOrganisationFile('me.yaml', '')).toEqual({ ok: true, organisation: { facts: {} } });
  });

  test.each([
    ['nmae: x', 'me.yaml: "nmae" is not known here. Did you mean "name"?.'],
    ['odsCode: "??"', 'me.yaml: odsCode must be 3 to 10 letters and digits, such as 8JX41.'],
    ['facts: {uses-byod: "no"}', 'me.yaml: facts → uses-byod must be true or false.'],
    ['facts: {use-byod: true}', 'me.yaml: facts → use-byod is not known; write "uses-byod".'],
    ['- a list', 'me.yaml: the file must hold name, tradingNames, odsCode or facts.'],
  ])('%s is refused with the reason', (text, told) => {
    expect(message(text)).toBe(told);
  });

  test('that is no YAML at all is refused with the place', () => {
    expect(message('name: "unclosed')).toMatch(/^me\.yaml is neither YAML nor JSON: .*line 1/);
  });

  test('every fault is told at once', () => {
    expect(message('name: 3\nodsCode: "?"')).toBe(
      'me.yaml: name must be text; odsCode must be 3 to 10 letters and digits, such as 8JX41.',
    );
  });

  test('knows exactly the facts that switch an item of the catalogue', () => {
    const switching = catalogue.items.flatMap((item) => item.rule?.appliesWhen ?? []);
    expect([...ORGANISATION_FACTS].toSorted()).toEqual([...new Set(switching)].toSorted());
  });

  test('is described with every fact in the documentation', () => {
    const page = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
    expect(ORGANISATION_FACTS.filter((fact) => !page.includes(`\`${fact}\``))).toEqual([]);
  });
});
