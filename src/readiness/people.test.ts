import { describe, expect, it } from 'vitest';
import { aCatalogue, aDocument, aFact, anItem, aRecord, aRule } from '../../test/support/record-builder.ts';
import { deputyFindings, peopleFindings, peoplePicture } from './people.ts';

const holder = (role: string, person: string, parts = {}) =>
  aFact('role-holder', {
    subject: role,
    value: person.toLowerCase(),
    parts: { person, standing: 'holder', ...parts },
    strength: 'stated',
  });
const catalogue = aCatalogue([
  anItem('1.1.5', { rule: aRule('1.1.5', [[{ is: 'fact', fact: 'named-senior-owner' }]]) }),
]);
const record = aRecord([
  aDocument('roles.md', {
    speaksTo: ['1.1.5'],
    facts: [
      holder('siro', 'Una Marsh'),
      holder('dpo', 'Una Marsh'),
      holder('caldicott', 'Una Marsh'),
      holder('ig-lead', 'Ned Hale'),
    ],
    profile: { owner: 'Una Marsh, Director' },
  }),
]);

describe('the people picture', () => {
  it('puts together the roles, documents and items that rest on one person', () => {
    const [first] = peoplePicture(catalogue, record, '2026-11-20');
    expect(first).toMatchObject({ name: 'Una Marsh', documents: ['roles.md'], falls: ['1.1.5'] });
    expect(first?.roles.length).toBe(3);
  });

  it('does not call it a load when a role is held by somebody else as well', () => {
    const second = peoplePicture(catalogue, record, '2026-11-20')[1];
    expect(second).toMatchObject({ name: 'Ned Hale', falls: [] });
  });

  it('makes a finding of the person on whom much rests, and of nobody else', () => {
    const findings = peopleFindings(peoplePicture(catalogue, record, '2026-11-20'));
    expect(findings.map(({ code, subject, refs }) => [code, subject, refs])).toEqual([
      ['key-person', 'Una Marsh', ['1.1.5']],
    ]);
  });

  it('names the statutory roles without a deputy in one finding', () => {
    expect(deputyFindings(record)).toHaveLength(1);
    const deputies = ['siro', 'dpo', 'caldicott', 'ig-lead'].map((role) => holder(`deputy ${role}`, 'Ned Hale'));
    expect(deputyFindings(aRecord([...record.documents, aDocument('deputies.md', { facts: deputies })]))).toEqual([]);
  });
});
