import { describe, expect, test } from 'vitest';
import { isBlank, placeholdersIn } from './placeholders.ts';

describe('gaps inside a sentence', () => {
  test.each([
    'Approved on [Date] by the board',
    'Our DPO is [insert name here].',
    '[Company Name] is registered with the ICO',
    'Call [Phone] at once',
    'The VPN is run by [Scanner Provider].',
    'owner: [●]',
    'hosted with <insert provider>',
    'Dear <name>',
    '<<Client>> agrees',
    '{{company_name}} will',
    '«Organisation» Ltd',
    'The deputy is TBC.',
    'The DPO is to be confirmed.',
    'Venue (tbc)',
    'Signed on DD/MM/20XX',
    'dated XX/XX/XXXX',
    'in 202X',
    'number Z0000000',
    'phone 01234 567890',
    'Error! Reference source not found',
    'total #REF!',
    'Lorem ipsum dolor',
    'Click or tap here to enter text',
    'Delete as applicable',
    'Name: ________',
    'ODS code XXXXX',
    'write to info@yourcompany.co.uk',
    'Note to author: shorten this',
    '[12 months from approval]',
    '[Deputy Manager Name]',
    '[TO BE COMPLETED]',
    'telephone 0000 000 0000',
  ])('%s', (text) => {
    expect(placeholdersIn(text)).not.toEqual([]);
  });
});

describe('words that look like gaps and are none', () => {
  test.each([
    'see [the policy](policy.md)',
    'as shown [1], [2–4]',
    'he [sic] said',
    'the patient [redacted] was told',
    '- [ ] call the bank',
    '[x] done',
    '["api","worker"]',
    'x < y and y > z',
    'arr[0]',
    'use a <div> tag',
    'mail <jo@firm.co.uk>',
    'a pending payment is held',
    'the matter is to be agreed by the board',
    'Write dates in the format DD/MM/YYYY',
    'Replace all [Date] placeholders before use',
    'subject [CONFIDENTIAL] results',
    'Section 3 ........ 12',
    'INC-YYYY-NNN',
    'arn:aws:s3:::bucket-{id}/data',
    'run deploy --host=<name>',
    'the [Final Written Warning] stage',
    'TBCs are removed before approval',
    'Extra large XXL',
  ])('%s', (text) => {
    expect(placeholdersIn(text)).toEqual([]);
  });
});

describe('a value that stands for nothing', () => {
  test.each([
    '',
    '-',
    '—',
    '[Name]',
    'TBC',
    'tbc',
    'pending',
    '[TO BE COMPLETED]',
    '____',
    'DD/MM/YYYY',
    '[ ]',
    'To be confirmed',
    'INC-2026-XXX',
  ])('"%s"', (value) => {
    expect(isBlank(value)).toBe(true);
  });

  test.each(['Jo Ward', '3 March 2026', 'None', 'N/A', 'Jo Ward (deputy TBC)'])('"%s" says something', (value) => {
    expect(isBlank(value)).toBe(false);
  });
});
