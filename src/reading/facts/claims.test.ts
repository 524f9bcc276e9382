import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

const told = (type: string, source: string, path?: string) =>
  factsIn(type, source, path).map(({ subject, value }) => [subject, value]);

describe('a safeguard', () => {
  test.each([
    ['Copies in the vault are immutable for thirty days.', 'immutable backups', 'live'],
    ['Object lock has not yet been enabled on the archive.', 'immutable backups', 'absent'],
    ['Immutable copies will be introduced in the spring.', 'immutable backups', 'planned'],
    ['All phones are enrolled in Jamf and can be wiped from there.', 'mobile device management', 'live'],
    ['Web filtering is not in place on home networks.', 'web and DNS filtering', 'absent'],
    ['Do you use DMARC? Yes, in reject mode.', 'DMARC', 'live'],
    ['Is a SIEM used? No.', 'central log monitoring (SIEM)', 'absent'],
    ['Network segmentation is enforced between the ward and office networks.', 'network segmentation', 'live'],
    ['We are registered for the NCSC Early Warning service.', 'NCSC Early Warning', 'live'],
  ])('in “%s”', (text, subject, value) => {
    expect(told('control-state', text)).toContainEqual([subject, value]);
  });

  test.each([
    'Configure DMARC in reject mode.',
    'All suppliers have a SIEM in place.',
    'Application logs are immutable.',
    'Data loss prevention must be enabled on new tenants.',
    'This is reviewed under the Data Loss Prevention Policy.',
  ])('is not told of by “%s”', (text) => {
    expect(told('control-state', text)).toEqual([]);
  });

  test('stands in a row with its status', () => {
    const list = '| Control | Status |\n|---|---|\n| DNS filtering | Implemented |\n| SIEM | In progress |';
    expect(told('control-state', list)).toEqual([
      ['web and DNS filtering', 'live'],
      ['central log monitoring (SIEM)', 'planned'],
    ]);
  });

  test('named in the title of a risk takes no state from the risk', () => {
    const register = '| Risk | Owner | Status |\n|---|---|---|\n| Attack through the VLAN | Kit | In progress |';
    expect(told('control-state', register)).toEqual([]);
  });
});

describe('a practice', () => {
  test.each([
    ['Memory sticks are prohibited.', 'removable media', 'banned'],
    ['Staff may use their own phones to read mail.', 'personal devices', 'allowed'],
    ['Nobody works from home.', 'working from home', 'banned'],
    ['Everyone may work from home on Fridays.', 'working from home', 'allowed'],
    ['Public Wi-Fi must not be used for work.', 'public Wi-Fi', 'banned'],
    ['Do staff share passwords? Shared accounts are never used.', 'shared accounts', 'banned'],
    ['We run no servers.', 'servers of our own', 'banned'],
    ['The alarm of the comms cupboard was tested in May.', 'servers of our own', 'seen'],
  ])('in “%s”', (text, subject, value) => {
    expect(told('practice-rule', text)).toContainEqual([subject, value]);
  });

  test.each([
    'Personal devices may not be used unless the director agrees.',
    'Apprentices must not work from home in their first month.',
    'Visitors may use their own laptops.',
  ])('has no general rule in “%s”', (text) => {
    expect(told('practice-rule', text)).toEqual([]);
  });

  test('is seen in a device register that lists one issued', () => {
    expect(
      told(
        'practice-rule',
        'Tag,Type,With,Remarks\nA1,Laptop,Kit Amberley,\nA2,USB stick,Bo Lindham,issued in May',
        'registers/device register.csv',
      ),
    ).toEqual([['removable media', 'seen']]);
  });
});

describe('accounts of leavers', () => {
  test('the claim that none is left is read in its usual wordings', () => {
    for (const text of [
      'No leaver has an account on any system.',
      'No people who have left keep access to the portal.',
    ])
      expect(told('leaver-account-claim', text)).toEqual([['leavers', 'none']]);
    expect(told('leaver-account-claim', 'Managers check that no leaver keeps an account.')).toEqual([]);
  });

  test('an export gives the accounts that are open', () => {
    expect(
      told(
        'account-state',
        'username,role,status\nk.amberley,admin,enabled\nb.lindham,user,disabled',
        'exports/admin accounts 2026-10-02.csv',
      ),
    ).toEqual([['k.amberley', 'open']]);
  });

  test('a list of joiners and leavers names who left and that the access went', () => {
    const list =
      'Type,Name,Date,Mail,VPN\nLeaver,Bo Lindham,03/04/2026,03/04/2026,03/04/2026\nJoiner,Kit Amberley,04/05/2026,,';
    expect(told('person-record', list, 'hr/joiners and leavers.csv')).toEqual([['bo lindham', 'left']]);
    expect(told('leaver-account-claim', list, 'hr/joiners and leavers.csv')).toEqual([['bo lindham', 'removed']]);
  });
});

describe('a list of staff', () => {
  test.each([
    [
      'names that begin with no English letter',
      'Name,Job title\nŁucja Żak,Nurse\nÉlodie Amberley,Clerk\n',
      ['łucja zak', 'elodie amberley'],
    ],
    [
      'names of several parts',
      'Name,Job title\nPia van der Dale,Nurse\nIda de la Brook,Clerk\n',
      ['pia dale', 'ida brook'],
    ],
    [
      'the surname first',
      'Employee,Job title\n"Lindham, Bo",Nurse\n"Amberley, Kit",Clerk\n',
      ['bo lindham', 'kit amberley'],
    ],
    [
      'first and last names apart',
      'First name,Surname,Job title\nBo,Lindham,Nurse\nKit,Amberley,Clerk\n',
      ['bo lindham', 'kit amberley'],
    ],
    ['capitals', 'Name,Job title\nBO LINDHAM,Nurse\nkit amberley,Clerk\n', ['bo lindham', 'kit amberley']],
    ['a row of totals', 'Name,Job title\nBo Lindham,Nurse\nTotal staff,2\n', ['bo lindham']],
  ])('with %s', (_, list, keys) => {
    expect(told('person-record', list, 'hr/staff list.csv').map(([key]) => key)).toEqual(keys);
  });
});

describe('events', () => {
  const dates = (source: string, path?: string) =>
    ['restore-test', 'exercise', 'check-done'].flatMap((type) =>
      factsIn(type, source, path).map(({ subject, value, strength }) => `${subject} ${value} ${strength}`),
    );

  test('the report of a test gives its day in a field or in a sentence about the test', () => {
    expect(dates('# Penetration test summary\n\nTesting took place from 4 to 8 May 2026.', 'it/pen test.md')).toEqual([
      'penetration test 2026-05-04 recorded',
    ]);
  });

  test('a day without a year in dated minutes is the last such day before them', () => {
    const minutes = '# Minutes of the board, 4 March 2026\n\nThe plan was exercised on 20 November and worked.';
    expect(dates(minutes, 'minutes/2026-03-04 board.md')).toEqual(['continuity exercise 2025-11-20 recorded']);
  });

  test('a log of exercises is known by its heading', () => {
    const plan =
      '# Continuity plan\n\n## Exercises\n\n| Date | Scenario | Outcome |\n|---|---|---|\n| 6 June 2026 | Flood | Passed |\n| 6 June 2027 | Fire | Planned |';
    expect(dates(plan)).toEqual(['continuity exercise 2026-06-06 stated', 'continuity exercise 2027-06-06 planned']);
  });

  test('that none took place since a day is a fact too', () => {
    expect(factsIn('exercise', 'No exercise has been held since May 2025.')[0]).toMatchObject({
      value: 'none',
      asOf: { from: '2025-05-01' },
    });
  });

  test('a retest that is booked and a retest that passed are told apart', () => {
    expect(dates('The retest is booked for 3 February 2027.')).toEqual(['retest 2027-02-03 planned']);
    expect(dates('The retest passed.')).toEqual(['retest undated stated']);
  });
});

describe('further claims', () => {
  test.each([
    ['certificate', 'We are certified to Cyber Essentials (to 3 May 2027).', ['cyber-essentials', 'held']],
    ['incident', 'Have you had a data breach in the last two years? No.', ['none', 'none']],
    [
      'supplier-list',
      'Our only sub-processors are Harbour Cloud Ltd and Penn Mail.',
      ['sub-processors', 'harbour cloud|penn mail'],
    ],
    ['tracked-item', 'NC-07 is still open.', ['NC-07', 'open']],
    ['tracked-item', 'RISK-004 was rated 12 in May.', ['RISK-004', 12]],
    ['all-done', 'All six actions are now complete.', ['actions', 'all']],
    ['product-in-use', 'ESET protects every laptop.', ['anti-malware product', 'ESET']],
    ['role-start', 'Kit was appointed SIRO with effect from 3 May 2026.', ['siro', '2026-05-03']],
    ['document-version', 'The audit was made against POL-12 issue 3.', ['POL-12', '3']],
  ])('%s: %s', (type, text, expected) => {
    expect(told(type, text)).toContainEqual(expected);
  });

  test('an account excepted from the second factor is one without it', () => {
    const source = '# MFA\n\n## Exceptions\n\n| Account | Why |\n|---|---|\n| svc-fax | no screen |';
    expect(told('mfa-state', source)).toEqual([['account', 'off']]);
  });

  test('what a list of risks fears is not what is done; what it says is done about it is', () => {
    const source =
      '# Risk register\n\n| Risk | Cause | Likelihood | Impact | Controls |\n|---|---|---|---|---|\n| Admin accounts without MFA | MFA is not enabled on the backup console | 3 | 5 | MFA is enforced for all accounts |';
    expect(told('mfa-state', source)).toEqual([['all accounts', 'on']]);
  });

  test('a blank cell in a list of accounts leaves it open', () => {
    const source = '| Account | System | MFA |\n|---|---|---|\n| ann | Mail | Yes |\n| bo | Mail | |';
    expect(told('mfa-state', source)).toEqual([
      ['account', 'on'],
      ['account', 'unsaid'],
    ]);
  });

  test.each([
    ['protection-state', '| Device | Holder | Antivirus |', ['lt-2', 'unsaid']],
    ['software-support', '| Software | Version | Supported until |', ['lt-2', 'unsaid']],
    ['access-removed', '| Leaver | Left on | Access removed |', ['lt-2', 'unsaid']],
  ])('a blank cell leaves open %s', (type, columns, expected) => {
    const source = `# Asset register and leavers\n\n${columns}\n|---|---|---|\n| lt-1 | one | Yes |\n| lt-2 | two | |\n| lt-3 | three | n/a |`;
    expect(told(type, source)).toContainEqual(expected);
    expect(told(type, source)).toHaveLength(2);
  });

  test('fewer enforced than there are accounts means that some have none', () => {
    const source = '| System | Accounts | MFA |\n|---|---|---|\n| Mail | 14 | 14 |\n| Cloud | 6 | on for 5 |';
    expect(factsIn('mfa-state', source).map(({ scope, value }) => [scope, value])).toContainEqual(['cloud', 'off']);
  });

  test('a version history is neither an incident log nor an appointment', () => {
    const source =
      '# Breach procedure\n\n| Issue | Effective date | Change | Approved by |\n|---|---|---|---|\n| 2 | 3 May 2026 | New DPO appointed | Kit Amberley |';
    expect(factsIn('incident', source)).toEqual([]);
    expect(factsIn('role-holder', source)).toEqual([]);
  });
});
