import { describe, expect, test } from 'vitest';
import { madeDocument, ON } from '../../../test/support/made-document.ts';
import { leaversAcross } from './leavers-across.ts';

const staff = madeDocument(
  'hr/staff list.csv',
  'Name,Job,Start,Status,Left\nJo Ward,Analyst,2021-03-01,current,\nAl Birtle,Engineer,2020-05-04,left,2026-07-31\nAda Quill,Tester,2022-01-10,left,2026-03-13\n',
);

function told(path: string, source: string): string[] {
  return leaversAcross([staff, madeDocument(path, source)], ON).map(
    ({ path: at, defect }) => `${at}:${defect.places[0]?.line}`,
  );
}

describe('an account that is live for somebody who left by the staff list', () => {
  test.each([
    ['by full name', 'Person,System,Status\nJo Ward,Mail,Active\nAl Birtle,Mail,Active\n'],
    ['by mail address', 'Account,Role,State\njo.ward@ours.example,user,enabled\nal.birtle@ours.example,user,enabled\n'],
    ['by initial and surname', 'User,System,State\njward,Helpdesk,active\nabirtle,Helpdesk,active\n'],
    ['by an administrator account', 'Principal,System,State\njo.adm,Cloud,enabled\nal.adm,Cloud,enabled\n'],
  ])('is found %s', (_, source) => {
    expect(told('access/account export.csv', source)).toEqual(['access/account export.csv:3']);
  });

  test('is found in a report that says it in a sentence', () => {
    expect(told('it/monthly report.md', '# Monthly report\n\nal.birtle is still enabled.')).toEqual([
      'it/monthly report.md:3',
    ]);
  });

  test('is found when minutes tell the leaving', () => {
    const minutes = madeDocument(
      'minutes.md',
      '# Minutes\n\nPresent: all.\n\nBo Larch left on 4 May 2026.\n\nActions: none.',
    );
    const accounts = madeDocument('accounts.csv', 'Account,Status\nbo.larch,active\n');
    expect(leaversAcross([minutes, accounts], ON)).toHaveLength(1);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of a disabled account', 'Person,System,Status\nAl Birtle,Mail,Disabled 31/07/2026\n'],
    ['of somebody still here', 'Person,System,Status\nJo Ward,Mail,Active\n'],
    ['of a first name that somebody here bears too', 'Account,State\njo,enabled\n'],
    ['of training rows', 'Name,Course,Completed\nAl Birtle,Awareness,2026-01-12\n'],
  ])('%s', (_, source) => {
    expect(told('access/export.csv', source)).toEqual([]);
  });

  test('before the leaving day', () => {
    const accounts = madeDocument('accounts.csv', 'Person,Status\nAl Birtle,Active\n');
    expect(leaversAcross([staff, accounts], '2026-07-01')).toEqual([]);
  });
});
