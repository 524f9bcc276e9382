import type { Standing } from '../../src/readiness/assessment.ts';
import type { GapCheck } from '../../src/readiness/gap-check.ts';
import { FINDING_CODES, SEVERITIES } from '../../src/record/finding.ts';
import { buildDocument, buildFinding, buildGapCheck, catalogue } from './gap-check-builder.ts';

const MANDATORY = catalogue.items.filter((item) => item.mandatory === true).map((item) => item.ref);

/** An empty folder: nothing read, nothing found. */
export function nothingFound(): GapCheck {
  return buildGapCheck();
}

/** Every item proven, nothing to find fault with. */
export function everythingProven(): GapCheck {
  const standings = Object.fromEntries(catalogue.items.map((item) => [item.ref, 'proven' as const]));
  return buildGapCheck({ name: 'Larkfield Health Software Ltd', standings, documents: documents() });
}

/** A small company half way there, with something of everything. */
export function halfWay(): GapCheck {
  const cycle: readonly Standing[] = [
    'proven',
    'claimed',
    'proven',
    'stale',
    'claimed',
    'contradicted',
    'proven',
    'unanswered',
    'claimed',
    'in-progress',
    'proven',
    'not-applicable',
    'claimed',
    'exempt',
    'unanswered',
  ];
  const standings = Object.fromEntries(catalogue.items.map((item, i) => [item.ref, cycle[i % cycle.length] ?? 'gap']));
  return buildGapCheck({
    name: 'Larkfield Health Software Ltd',
    standings,
    documents: documents(),
    unreadable: [
      {
        path: 'scans/signed-nda-2024.pdf',
        bytes: 381_000,
        unreadable: {
          type: 'no-text',
          reason: 'The PDF holds pictures of pages and no text. Run it through text recognition, or add the original.',
        },
      },
      {
        path: 'registers/staff.xlsx',
        bytes: 22_000,
        unreadable: { type: 'encrypted', reason: 'The workbook is locked with a password.' },
      },
    ],
    findings: findings(),
    forecast: [
      {
        on: '2026-12-14',
        counting: 17,
        changes: [
          {
            ref: '10.2.1',
            from: 'proven',
            to: 'stale',
            because: 'The hosting supplier’s Cyber Essentials Plus certificate ends on 13 December 2026.',
          },
        ],
      },
      {
        on: '2027-02-03',
        counting: 16,
        changes: [
          {
            ref: '3.2.1',
            from: 'proven',
            to: 'stale',
            because: 'The oldest training record in the count turns 12 months old.',
          },
        ],
      },
      {
        on: '2027-03-03',
        counting: 9,
        changes: MANDATORY.slice(0, 7).map((ref) => ({
          ref,
          from: 'proven' as const,
          to: 'stale' as const,
          because: 'Approved on 2 March 2026; approval counts for 12 months.',
        })),
      },
      {
        on: '2027-07-01',
        counting: 7,
        changes: [
          { ref: '1.1.1', from: 'proven', to: 'stale', because: 'The ICO registration ends on 30 June 2027.' },
          { ref: '7.3.4', from: 'proven', to: 'stale', because: 'The last restore test turns 12 months old.' },
        ],
      },
    ],
    people: [
      {
        name: 'Nadia Okonjo',
        roles: ['SIRO', 'Data Protection Officer', 'IG lead'].map((role) => ({
          role,
          places: [{ file: 'registers/roles.md', line: 7, text: `${role} | Nadia Okonjo` }],
        })),
        documents: ['policies/data-protection-policy.md', 'policies/backup-policy.md'],
        falls: MANDATORY.slice(0, 9),
      },
      {
        name: 'Rhys Alderton',
        roles: [{ role: 'IT lead', places: [{ file: 'registers/roles.md', line: 9 }] }],
        documents: ['registers/asset-register.csv'],
        falls: ['7.3.4', '8.1.4'],
      },
      {
        name: 'Meera Castellan',
        roles: [{ role: 'Caldicott Guardian', places: [{ file: 'registers/roles.md', line: 8 }] }],
        documents: [],
        falls: [],
      },
    ],
  });
}

/** Four hundred findings over every code, in a hundred documents. */
export function manyFindings(): GapCheck {
  const base = halfWay();
  const many = Array.from({ length: 400 }, (_, i) => {
    const code = FINDING_CODES[(i * 7) % FINDING_CODES.length] ?? 'no-proof';
    const severity = SEVERITIES[i % 5 === 0 ? 0 : i % 3 === 0 ? 1 : 2] ?? 'low';
    const file = `policies/policy-${String(i % 100).padStart(3, '0')}.md`;
    const seen = Array.from({ length: 1 + (i % 4) }, (_, n) => ({
      file,
      line: i + n + 1,
      text: `Sentence ${i + n} of the policy, which says rather a lot about what is done and when.`,
    }));
    return buildFinding({
      code,
      severity,
      subject: `${file}#${i}`,
      refs: [MANDATORY[i % MANDATORY.length] ?? '1.1.1'],
      seen,
      message: `Passage ${i} says something that the register does not bear out.`,
    });
  });
  const extra = Array.from({ length: 100 }, (_, i) =>
    buildDocument(`policies/policy-${String(i).padStart(3, '0')}.md`, {}, MANDATORY.slice(i % 40, (i % 40) + 5)),
  );
  return { ...base, record: { ...base.record, documents: extra }, assessment: { ...base.assessment, findings: many } };
}

export const HOSTILE_PATH = 'a"><script>alert(1)</script>&\u001b[2J\u202egnp.md';

/** Names and quotes that try to break out of wherever they are shown. */
export function hostileNames(): GapCheck {
  const quote = '<img src=x onerror=alert(1)> \u001b]0;owned\u0007 {{7*7}} </style></title> javascript:alert(1)';
  return buildGapCheck({
    name: '<b>Evil & Sons</b>',
    standings: { '7.3.4': 'claimed' },
    documents: [buildDocument(HOSTILE_PATH, { title: quote }, ['7.3.4'])],
    unreadable: [{ path: `${HOSTILE_PATH}.zip`, bytes: 1, unreadable: { type: 'hostile', reason: quote } }],
    findings: [
      buildFinding({
        subject: HOSTILE_PATH,
        message: quote,
        next: quote,
        seen: [{ file: HOSTILE_PATH, line: 1, text: quote }],
      }),
    ],
    people: [
      {
        name: quote,
        roles: [{ role: quote, places: [{ file: HOSTILE_PATH }] }],
        documents: [HOSTILE_PATH],
        falls: ['7.3.4'],
      },
    ],
  });
}

/** Paths, titles and names far longer than anyone planned for. */
export function veryLongNames(): GapCheck {
  const path = `${Array.from({ length: 12 }, (_, i) => `department-of-rather-long-names-${i}`).join('/')}/${'x'.repeat(180)}.md`;
  return buildGapCheck({
    name: `${'Amalgamated '.repeat(20)}Ltd`,
    standings: { '7.3.4': 'stale' },
    documents: [buildDocument(path, { title: 'Policy '.repeat(60).trim() }, ['7.3.4'])],
    findings: [
      buildFinding({
        subject: path,
        severity: 'high',
        seen: [{ file: path, line: 123_456, text: 'y'.repeat(900) }],
        message: `The file ${path} repeats itself.`,
      }),
    ],
    people: [
      {
        name: 'Anna-Maria '.repeat(12).trim(),
        roles: [{ role: 'Officer '.repeat(30).trim(), places: [] }],
        documents: [path],
        falls: [],
      },
    ],
  });
}

function documents() {
  return [
    buildDocument('policies/data-protection-policy.md', { owner: 'Nadia Okonjo', version: '3.1', status: 'approved' }, [
      '1.3.1',
      '1.1.3',
      '1.3.2',
    ]),
    buildDocument('policies/backup-policy.md', { owner: 'Nadia Okonjo' }, ['7.3.4', '7.2.1']),
    buildDocument('policies/incident-procedure.docx', { kind: 'procedure' }, ['6.1.1', '7.2.1']),
    buildDocument('registers/asset-register.csv', { kind: 'register' }, ['1.1.2', '8.1.4', '7.1.1']),
    buildDocument('registers/training-log.xlsx', { kind: 'log' }, ['3.2.1', '2.1.1']),
    buildDocument('minutes/board-2026-03-02.md', { kind: 'minutes' }, ['1.1.5', '3.3.1']),
    buildDocument('notices/privacy-notice.html', { kind: 'notice' }, ['1.1.3', '1.2.4']),
    buildDocument('certificates/cyber-essentials-plus.pdf', { kind: 'certificate' }, ['9.2.1', '6.2.1']),
  ];
}

function findings() {
  return [
    buildFinding({
      code: 'contradiction',
      severity: 'high',
      refs: ['1.1.5'],
      subject: 'siro',
      message: 'Two documents name different SIROs: Nadia Okonjo and Rhys Alderton.',
      next: 'Agree which is right and correct the other.',
      seen: [
        { file: 'registers/roles.md', line: 7, text: 'SIRO | Nadia Okonjo' },
        {
          file: 'policies/data-protection-policy.md',
          line: 22,
          text: 'Our Senior Information Risk Owner is Rhys Alderton.',
        },
      ],
    }),
    buildFinding({
      code: 'contradiction',
      severity: 'high',
      refs: ['7.3.4'],
      subject: 'rpo',
      message: 'The recovery point for the patient database is 4 hours in one place and 24 hours in another.',
      next: 'Decide on one and correct the other.',
      seen: [
        { file: 'policies/backup-policy.md', line: 18, text: 'RPO: 4 hours' },
        { file: 'policies/incident-procedure.docx', page: 3, text: 'recovery point of 24 hours' },
      ],
    }),
    buildFinding({
      code: 'empty-record',
      severity: 'high',
      refs: ['6.1.1'],
      subject: 'registers/incident-log.md',
      message: 'The incident log has headings and no rows.',
      next: 'Enter the incidents of the last 12 months, or a dated line that there were none.',
      seen: [{ file: 'registers/incident-log.md', line: 5 }],
    }),
    buildFinding(),
    buildFinding({
      code: 'overdue-review',
      refs: ['1.3.1'],
      subject: 'policies/data-protection-policy.md',
      since: '2026-03-02',
      message: 'The data protection policy was due for review on 1 March 2026.',
      next: 'Review it, and record who approved it and when.',
      seen: [{ file: 'policies/data-protection-policy.md', line: 6, text: 'Next review: 1 March 2026' }],
    }),
    buildFinding({
      code: 'unfilled-placeholder',
      refs: ['1.1.3'],
      subject: 'notices/privacy-notice.html',
      message: 'The privacy notice still says [Company name] in 3 places.',
      next: 'Fill in the name.',
      seen: [
        { file: 'notices/privacy-notice.html', line: 12, text: '[Company name] collects' },
        { file: 'notices/privacy-notice.html', line: 40, text: 'Contact [Company name]' },
      ],
    }),
    buildFinding({
      code: 'outdated-standard',
      severity: 'low',
      refs: [],
      subject: 'iso',
      message: 'ISO 27001:2013 was replaced by the 2022 edition.',
      next: 'Refer to ISO/IEC 27001:2022.',
      seen: [{ file: 'registers/asset-register.csv', cell: 'C14', text: 'ISO 27001:2013' }],
    }),
    buildFinding({
      code: 'no-owner',
      severity: 'low',
      refs: ['1.3.2'],
      subject: 'policies/incident-procedure.docx',
      message: 'Nobody is named as owner of the incident procedure.',
      next: 'Name a person or a role.',
      seen: [{ file: 'policies/incident-procedure.docx', page: 1 }],
    }),
  ];
}

/** Every example by name, for tests that hold something against each of them. */
export const GAP_CHECKS = { everythingProven, halfWay, hostileNames, manyFindings, nothingFound, veryLongNames };
