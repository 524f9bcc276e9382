import { describe, expect, test } from 'vitest';
import { found, linesOf, madeDocument, ON } from '../../../test/support/made-document.ts';
import { defectsOf } from './defects.ts';

const log = (rows: string) => `Date,System,Test,Result,Tester\n${rows}\n`;

describe('unfilled placeholders', () => {
  test('every line with a gap is a place of one defect', () => {
    const source =
      '# Backup Policy\n\n| Version | 1.0 |\n|---|---|\n| Approved on | [Date] |\n| Owner | Jo Ward |\n\nOur provider is [insert name].\n\nCall TBC.\n';
    expect(found('unfilled-placeholder', source)).toHaveLength(1);
    expect(linesOf('unfilled-placeholder', source)).toEqual([5, 8, 10]);
  });

  test('gaps in front matter count', () => {
    expect(
      linesOf('unfilled-placeholder', '---\ntitle: Backup Policy\nowner: "[Name]"\n---\n# Backup Policy\n'),
    ).toEqual([3]);
  });

  test('gaps in the rows of a CSV register count by row', () => {
    expect(
      linesOf(
        'unfilled-placeholder',
        'Asset,Owner,Reviewed\nLaptop 1,Jo Ward,[Date]\nLaptop 2,TBC,1 May 2026\n',
        'registers/assets.csv',
      ),
    ).toEqual([2, 3]);
  });

  test('a template openly left blank is no defect', () => {
    expect(
      found('unfilled-placeholder', '# DPIA template\n\nName: [insert name]\n\nDate: ____\n', 'templates/dpia.md'),
    ).toEqual([]);
  });

  test('a blank form is no defect, a form filled in with a gap left is', () => {
    const blank = '# Access request form\n\nName: ______\n\nRole: ______\n\nSystem: ______\n\nApproved on: ______\n';
    const filled =
      '# Access request form\n\nName: Jo Ward\n\nRole: Support lead\n\nRequested: 3 March 2026\n\nLine manager: Tom Lee\n\nReason: [insert reason]\n';
    expect(found('unfilled-placeholder', blank, 'hr/access form.md')).toEqual([]);
    expect(linesOf('unfilled-placeholder', filled, 'hr/access form Jo Ward.md')).toEqual([11]);
  });

  test('a part headed as a template inside a policy is left alone', () => {
    expect(
      found(
        'unfilled-placeholder',
        '# Incident Policy\n\nText.\n\n## Appendix A: customer notice template\n\nDear [Name],\n',
      ),
    ).toEqual([]);
  });

  test('code, links, tick boxes, citations and quoted labels are no gaps', () => {
    const source =
      '# Guide\n\nSee [the plan](plan.md) and [1].\n\n- [ ] ring the host\n\n```\necho <name> [Date]\n```\n\nLabel it "Return to [address]".\n';
    expect(found('unfilled-placeholder', source)).toEqual([]);
  });
});

describe('claims dated in the future', () => {
  test.each([
    'The restore test was completed on 3 December 2026.',
    'The policy was approved by the board on 1st January 2027.',
    'We last tested the plan on 05/12/2026 and it worked.',
    'On 15 December 2026 we restored the whole database.',
    'All staff were trained in March 2027.',
    'Access was reviewed by Jo Ward on 2026-12-02.',
    'The penetration test took place between 1 and 5 December 2026.',
  ])('%s', (text) => {
    expect(linesOf('future-dated-claim', `# Notes\n\n${text}\n`, 'notes.md')).toEqual([3]);
  });

  test.each([
    'The next review will be held on 3 December 2026.',
    'The policy is due to be reviewed on 1 January 2027.',
    'The certificate was issued on 1 May 2026 and expires on 30 April 2027.',
    'Actions must be completed by 31 December 2026.',
    'The risk was accepted until 31 March 2027.',
    'The test is planned for 8 December 2026.',
    'The contract was renewed to 31 December 2028.',
    'We agreed to move to the new host in January 2027.',
    'Once approved, the policy takes effect on 1 January 2027.',
    'The restore test was completed on 3 March 2026; the next is due on 3 March 2027.',
  ])('%s is meant to lie ahead', (text) => {
    expect(found('future-dated-claim', `# Notes\n\n${text}\n`, 'notes.md')).toEqual([]);
  });

  test.each([
    'Certificate IS 778812 was issued on 15 December 2026 and expires on 14 December 2029.',
    'Approval date: 15 December 2026\n\nExpiry date: 14 December 2029',
    '| Standard | Certified on | Expires |\n| --- | --- | --- |\n| ISO/IEC 27001:2022 | 15/12/2026 | 14/12/2029 |',
  ])('a certificate that begins later is not valid yet, and no untrue claim: %s', (text) => {
    const source = `# ISO 27001 certificate of Fernhill Software Ltd\n\n${text}\n`;
    expect(found('future-dated-claim', source, 'iso certificate.md')).toEqual([]);
  });

  test.each([
    ['# ISO 27001 certificate', 'The stage 2 audit was completed on 15 December 2026. Expires 14 December 2029.'],
    ['# Certificate of completion', 'Jo Ward, data security awareness. Issued: 15 December 2026'],
    ['# Certificate of destruction', 'Twelve disks. Issued on 15 December 2026'],
    ['# Letter', 'Our ISO 27001 certificate was issued on 15 December 2026.'],
  ])('%s: what was done is still untrue before its day', (title, text) => {
    expect(linesOf('future-dated-claim', `${title}\n\n${text}\n`, 'paper.md')).toEqual([3]);
  });

  test('a log row with a good result on a day to come counts, one without a result does not', () => {
    expect(
      linesOf(
        'future-dated-claim',
        log('2026-05-14,Database,Restore,Passed,JW\n2026-12-15,Database,Restore,Passed,JW'),
        'restore tests.csv',
      ),
    ).toEqual([3]);
    expect(found('future-dated-claim', log('2026-12-15,Database,Restore,,JW'), 'restore tests.csv')).toEqual([]);
  });

  test('work that is planned by its own date cell and passed by its result counts', () => {
    expect(linesOf('future-dated-claim', log('Planned,Database,Restore,Passed,JW'), 'restore tests.csv')).toEqual([2]);
  });

  test('columns for what is to come are left alone', () => {
    expect(
      found(
        'future-dated-claim',
        'Supplier,Checked,Expires,Next review\nHost,1 May 2026,1 May 2027,1 May 2027\n',
        'suppliers.csv',
      ),
    ).toEqual([]);
  });

  test('an approval dated ahead in the control block counts', () => {
    expect(
      linesOf('future-dated-claim', '# Backup Policy\n\nOwner: Jo Ward\n\nApproved on: 4 February 2027\n'),
    ).toEqual([5]);
  });
});

describe('overdue reviews', () => {
  test.each([
    'Next review: 1 May 2026',
    'Next review date: Q3 2026',
    'This policy is due for review in September 2026.',
    'Review due: 30/09/2026',
    '**Review by:** Oct 2026',
    'Owner: Jo Ward | Version: 2.0 | Next review: 1 May 2026',
    'Last reviewed 1 March 2025. Reviewed every year.',
  ])('%s', (text) => {
    expect(found('overdue-review', `# Backup Policy\n\n${text}\n`)).toHaveLength(1);
  });

  test.each([
    'Next review: 1 May 2027',
    'Next review: November 2026',
    'Last reviewed: 1 March 2026. Reviewed every year.',
    'We review access rights every quarter.',
  ])('%s is not overdue', (text) => {
    expect(found('overdue-review', `# Backup Policy\n\n${text}\n`)).toEqual([]);
  });

  test('the last entry of a version history starts the cycle', () => {
    const source =
      '# Backup Policy\n\nThis policy is reviewed annually.\n\n## Version history\n\n| Version | Date | Author | Change |\n|---|---|---|---|\n| 1.0 | 1 May 2024 | JW | First |\n| 1.1 | 2 May 2025 | JW | Tidied |\n';
    expect(linesOf('overdue-review', source)).toEqual([3, 10]);
  });

  test('late rows of a register are one defect', () => {
    const source =
      'Risk,Owner,Status,Next review\nFire,Jo,Open,1 May 2026\nFlood,Jo,Open,1 May 2027\nTheft,Jo,Open,June 2026\nOld,Jo,Closed,1 May 2024\n';
    expect(found('overdue-review', source, 'risk register.csv')).toHaveLength(1);
    expect(linesOf('overdue-review', source, 'risk register.csv')).toEqual([2, 4]);
  });
});

describe('empty records', () => {
  test.each([
    ['a register with only its heading', 'Incident,Date,Owner\n', 'registers/incident log.csv'],
    ['a log of example rows', 'Incident,Date,Owner\nExample: lost phone,1 May 2026,Jo Ward\n', 'incident log.csv'],
    ['a register of prompts', 'Incident,Date,Owner\n[Incident],[Date],[Name]\n', 'incident log.csv'],
    [
      'a table with only its heading',
      '# Incidents\n\nAgreed exceptions are listed here.\n\n| Exception | Owner | Until |\n|---|---|---|\n',
      'exceptions.md',
    ],
  ])('%s', (_, source, path) => {
    expect(found('empty-record', source, path)).toHaveLength(1);
  });

  test('a nil statement makes an empty log proper', () => {
    expect(
      found(
        'empty-record',
        '# Incident log\n\n| Date | Incident |\n|---|---|\n\nNo incidents in the year to 31 October 2026; checked by Jo Ward on 2 November 2026.\n',
        'incident log.md',
      ),
    ).toEqual([]);
  });

  test('a checklist said to be done without a tick counts, a list of steps to take does not', () => {
    const list = '- [ ] Passwords\n- [ ] Phishing\n- [ ] Lost kit\n';
    expect(
      found(
        'empty-record',
        `# Induction of Jo Ward\n\nAll the items were covered on 3 March 2026.\n\n${list}`,
        'induction.md',
      ),
    ).toHaveLength(1);
    expect(found('empty-record', `# Deployment\n\nBefore each release:\n\n${list}`, 'deployment checklist.md')).toEqual(
      [],
    );
  });
});

describe('outdated standards and unsupported products', () => {
  test.each([
    'We comply with the Data Protection Act 1998.',
    'We hold ISO 27001:2013.',
    'We report to NHS Digital.',
    'Transfers rest on Privacy Shield.',
    'Links use TLS 1.1 or better.',
    'We follow the IG Toolkit.',
    'Passwords are stored as MD5.',
    'We follow the seven Caldicott Principles.',
    'We follow the Records Management Code of Practice for Health and Social Care 2016.',
  ])('%s', (text) => {
    expect(linesOf('outdated-standard', `# Policy\n\n${text}\n`)).toEqual([3]);
  });

  test.each([
    'The 2018 Act replaced the Data Protection Act 1998.',
    'TLS 1.0 and TLS 1.1 are disabled on every server.',
    'MD5 must not be used.',
    'NHS Digital merged into NHS England.',
    'We moved from ISO 27001:2013 to the 2022 edition.',
    'We use TLS 1.2 or later.',
    'Privacy Shield is no longer valid.',
    'The eight Caldicott Principles apply.',
  ])('%s is right', (text) => {
    expect(found('outdated-standard', `# Policy\n\n${text}\n`)).toEqual([]);
  });

  test('contract clauses are called those of the EU only where the text says so', () => {
    const subjects = (text: string) =>
      found('outdated-standard', `# Policy\n\n${text}\n`).map(({ subject }) => subject?.split(' for ')[0]);
    expect(subjects('Transfers rest on EU-approved SCCs.')).toEqual(['EU standard contractual clauses']);
    expect(subjects('Transfers rest on EU Standard Contractual Clauses.')).toEqual(['EU standard contractual clauses']);
    expect(subjects('Transfers rest on Standard Contractual Clauses.')).toEqual(['standard contractual clauses alone']);
  });

  test('an option that nobody chose states nothing, a point of a checklist does', () => {
    expect(found('outdated-standard', '# Form\n\nBasis: ☐ Privacy Shield ☐ Other\n')).toEqual([]);
    expect(linesOf('outdated-standard', '# Form\n\nBasis: ☑ Privacy Shield ☐ Other\n')).toEqual([3]);
    expect(linesOf('outdated-standard', '# Induction\n\n- [ ] Told of the seven Caldicott Principles\n')).toEqual([3]);
  });

  test('before its last day a standard is no defect', () => {
    const document = madeDocument('policy.md', '# Policy\n\nWe hold ISO 27001:2013.\n');
    expect(defectsOf(document, '2025-06-01').filter(({ code }) => code === 'outdated-standard')).toEqual([]);
  });

  test('products past support count in registers unless retired or covered', () => {
    const source =
      'Asset,Software,Status,Note\nS1,Windows Server 2012 R2,Live,\nS2,Ubuntu 20.04,Live,ESM to 2030\nS3,Windows 7,Retired,\nS4,Windows 11 25H2,Live,\nS5,Node.js 18.19,Live,\n';
    expect(linesOf('unsupported-asset', source, 'assets.csv')).toEqual([2, 6]);
  });
});

describe('approval and signatures', () => {
  test.each([
    ['a draft status', 'Status: DRAFT'],
    ['a version below 1', 'Version: 0.9'],
    ['a blank approver', 'Approved by:'],
    ['an approver that is nobody', 'Approved by: Management'],
    ['an approval day left as a prompt', 'Approval date: [TBC]'],
  ])('%s is not approved', (_, line) => {
    expect(linesOf('not-approved', `# Backup Policy\n\n${line}\n\nText.\n`)).toEqual([3]);
  });

  test('the word draft in a sentence is no status', () => {
    expect(
      found('not-approved', '# Backup Policy\n\nVersion: 1.2\n\nThe first draft was shared with staff.\n'),
    ).toEqual([]);
  });

  test('one empty side of a signature block is unsigned', () => {
    const source =
      '# Data processing agreement\n\nSigned for Us: J Ward\n\nDate: 3 March 2026\n\nSigned for Them: ______\n\nDate: ______\n';
    expect(linesOf('unsigned', source, 'contracts/dpa.md')).toEqual([7, 9]);
  });

  test('a slip for staff to sign inside a policy is meant to be blank', () => {
    expect(
      found(
        'unsigned',
        '# Acceptable Use Policy\n\nText.\n\n## Employee acknowledgement\n\nSigned: ______\n\nDate: ______\n',
      ),
    ).toEqual([]);
  });
});

describe('dates that cannot be', () => {
  test.each(['Released on 31 June 2026.', 'Met on Friday 3 March 2026.', 'Approved 30/02/2026.'])('%s', (text) => {
    expect(linesOf('impossible-date', `# Notes\n\n${text}\n`, 'notes.md')).toEqual([3]);
  });

  test('a row closed before it was opened counts', () => {
    expect(
      linesOf(
        'impossible-date',
        'Ref,Opened,Closed\nA1,01/05/2026,09/05/2026\nA2,09/06/2026,08/06/2026\n',
        'action log.csv',
      ),
    ).toEqual([3]);
  });
});

describe('figures', () => {
  test.each([
    'Of the staff, 18 of 20 (95%) passed.',
    'We trained 85% (18 of 20) of staff.',
    'The test found 11 issues: 0 critical, 3 high, 5 medium and 4 low.',
  ])('%s', (text) => {
    expect(linesOf('wrong-total', `# Report\n\n${text}\n`, 'report.md')).toEqual([3]);
  });

  test.each([
    '18 of 20 (90%) passed.',
    '17 of 18 (94.4%) passed.',
    '2 of 3 (67%) passed.',
    '12 issues: 0 critical, 3 high, 5 medium and 4 low.',
  ])('%s adds up', (text) => {
    expect(found('wrong-total', `# Report\n\n${text}\n`, 'report.md')).toEqual([]);
  });

  test('a total row is added up', () => {
    expect(linesOf('wrong-total', 'Month,Reported\nMay,6\nJune,7\nTotal,14\n', 'phishing counts.csv')).toEqual([4]);
  });

  test('a score that is not likelihood times impact counts', () => {
    expect(
      linesOf(
        'wrong-total',
        'Risk,Likelihood,Impact,Score\nFire,2,4,8\nFlood,3,4,10\nTheft,1,5,5\n',
        'risk register.csv',
      ),
    ).toEqual([3]);
  });

  test('rows are counted against what is said of them', () => {
    const source =
      '# Spot check\n\n9 of 10 rooms were tidy.\n\n| Room | Tidy |\n|---|---|\n' +
      Array.from({ length: 10 }, (_, at) => `| ${at} room | ${at < 8 ? 'Yes' : 'No'} |`).join('\n');
    expect(linesOf('wrong-total', source, 'spot check.md')).toEqual([3]);
  });
});

describe('the incident clock', () => {
  test('a row told to the ICO after more than 72 hours counts', () => {
    expect(
      linesOf(
        'incident-clock',
        'Ref,Known,What,ICO told\nA1,02/03/2026,CVs to wrong person,09/03/2026\nA2,02/03/2026,Lost phone,04/03/2026\n',
        'incident log.csv',
      ),
    ).toEqual([2]);
  });

  test.each([
    'We report it to the ICO within 96 hours.',
    'The ICO is told within one month of a breach.',
    'We tell the ICO when a breach affects more than 150 individuals.',
  ])('%s', (text) => {
    expect(linesOf('incident-clock', `# Incident procedure\n\n${text}\n`)).toEqual([3]);
  });

  test.each([
    'We report it to the ICO within 72 hours.',
    'We tell the DPO within 24 hours, who tells the ICO within 72 hours.',
    'We report it to the customer within 24 hours.',
    'We answer the ICO within 14 days of a request.',
    'We report to the ICO within 3 days.',
  ])('%s is right', (text) => {
    expect(found('incident-clock', `# Incident procedure\n\n${text}\n`)).toEqual([]);
  });
});

describe('rows of registers', () => {
  test('devices without encryption, known or not, count', () => {
    expect(
      linesOf(
        'unencrypted-device',
        'Device,Serial,User,Encrypted\nLaptop,A1B2C3,Jo Ward,Yes\nLaptop,A1B2C4,Tom Lee,No\nLaptop,A1B2C5,Ann Hay,\nLaptop,A1B2C6,Sam Orr,Unknown\n',
        'devices.csv',
      ),
    ).toEqual([3, 4, 5]);
  });

  test('a leaver with an open account or a late removal counts', () => {
    const source =
      'Name,Leaving date,Account status,Access removed on\nJo Ward,31/07/2026,Active,\nTom Lee,31/07/2026,Disabled,31/07/2026\nAnn Hay,31/07/2026,Disabled,10/09/2026\nSam Orr,31/12/2026,Active,\n';
    expect(linesOf('leaver-with-access', source, 'leavers.csv')).toEqual([2, 4]);
  });

  test('a supplier certificate past its expiry counts', () => {
    expect(
      linesOf(
        'supplier-assurance-lapsed',
        'Supplier,Certificate,Expiry\nHost,ISO 27001,30/06/2026\nMail,Cyber Essentials,30/06/2027\n',
        'suppliers.csv',
      ),
    ).toEqual([2]);
  });

  test('a processor of personal data without a contract counts', () => {
    expect(
      linesOf(
        'processor-without-contract',
        'Supplier,Personal data,DPA in place\nHost,Yes,Yes\nMail,Yes,No\nPaper,No,No\n',
        'suppliers.csv',
      ),
    ).toEqual([3]);
  });

  test('a processor of personal data counts when nothing shows that anyone checked its security', () => {
    expect(
      linesOf(
        'supplier-unassured',
        'Supplier,Personal data,ISO 27001,DSPT\nHost,Yes,No,Standards Met\nMail,Yes,No,none\nCRM,Yes,,\nPaper,No,No,No\n',
        'suppliers.csv',
      ),
    ).toEqual([3, 4]);
  });

  test('a supplier list that does not ask for assurance says nothing about it', () => {
    expect(linesOf('supplier-unassured', 'Supplier,Personal data,Contact\nHost,Yes,\n', 'suppliers.csv')).toEqual([]);
  });

  test('one certificate number for two people counts', () => {
    expect(
      linesOf(
        'duplicate-rows',
        'Name,Course,Certificate number\nJo Ward,IG,C-1001\nTom Lee,IG,C-1002\nAnn Hay,IG,C-1001\n',
        'training log.csv',
      ),
    ).toEqual([4]);
  });

  test('training of fewer than 95% within twelve months counts', () => {
    const rows = (done: number) =>
      `Name,Course,Completed\n${Array.from({ length: 20 }, (_, at) => `Person ${String.fromCharCode(65 + at)},Data security,${at < done ? '01/05/2026' : ''}`).join('\n')}\n`;
    expect(found('training-below-target', rows(18), 'training log.csv')).toHaveLength(1);
    expect(found('training-below-target', rows(19), 'training log.csv')).toEqual([]);
  });

  test('a row without an owner counts when the others have one', () => {
    expect(linesOf('no-owner', 'Asset,Owner\nServer,Jo Ward\nLaptop,\nPhone,Tom Lee\n', 'assets.csv')).toEqual([3]);
  });
});

describe('patient data', () => {
  test('an NHS number beside words about a patient is reported without being repeated', () => {
    const [defect] = found(
      'patient-identifiable',
      '# Log\n\nReading filed under the wrong patient, NHS number 943 476 5919.\n',
      'incidents.md',
    );
    expect(defect?.severity).toBe('high');
    expect(JSON.stringify(defect)).not.toMatch(/943|5919/);
  });

  test.each([
    'Call 0943 476 5919.',
    'Order number 9434765919.',
    'Patient line: telephone 943 476 5919.',
    'Patient reference 943 476 5918.',
  ])('%s is none', (text) => {
    expect(found('patient-identifiable', `# Log\n\n${text}\n`, 'incidents.md')).toEqual([]);
  });
});

describe('document control', () => {
  test('a footer with another version counts', () => {
    expect(
      linesOf(
        'document-control',
        '# Backup Policy\n\nVersion: 3.1\n\nText.\n\nBackup Policy, version 3.0, page 1 of 1\n',
      ),
    ).toEqual([3, 7]);
  });

  test('a file name with another version counts', () => {
    expect(found('document-control', '# Backup Policy\n\nVersion: 2.4\n', 'Backup Policy v3 FINAL.md')).toHaveLength(1);
  });

  test('agreeing parts are no defect', () => {
    const source =
      '# Backup Policy\n\nVersion: 1.1\n\n| Version | Date | Author | Change |\n|---|---|---|---|\n| 1.0 | 1 May 2026 | JW | First |\n| 1.1 | 2 May 2026 | JW | Tidied |\n';
    expect(found('document-control', source, 'Backup Policy v1.1.md')).toEqual([]);
  });
});

test('a sound document has no defects at all', () => {
  const source = `# Backup Policy

| Version | 2.1 |
|---|---|
| Owner | Jo Ward |
| Approved by | Board |
| Approval date | 3 March 2026 |
| Next review | 3 March 2027 |

We back up the patient database every night to a second site in the United Kingdom and keep 35 days.

A restore was tested on 14 May 2026 by Tom Lee and the counts matched. The next is planned for May 2027.

| Version | Date | Author | Change |
|---|---|---|---|
| 2.0 | 1 March 2025 | Jo Ward | New host |
| 2.1 | 3 March 2026 | Jo Ward | Yearly review |
`;
  expect(defectsOf(madeDocument('policies/Backup Policy.md', source), ON)).toEqual([]);
});
