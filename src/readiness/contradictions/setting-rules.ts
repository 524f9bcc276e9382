import type { Fact } from '../../record/document.ts';
import { roleById } from './roles.ts';
import type { SettingRule } from './settings.ts';

const AGREE = 'Decide which value applies, correct the other document, and have both approved again.';

function scoped(fact: Fact, main = ''): string {
  const scope = fact.scope === 'main' || fact.scope === undefined || fact.scope === '' ? main : fact.scope;
  return scope === '' ? '' : ` for ${scope}`;
}

/** Which settings are compared, with the evidence items that lean on each. */
export const SETTINGS: readonly SettingRule[] = [
  {
    type: 'recovery-target',
    ours: true,
    about: (fact) =>
      `${fact.subject === 'rto' ? 'recovery time' : 'recovery point'} objectives${scoped(fact, 'the main service')}`,
    severity: () => 'medium',
    refs: () => ['7.1.2', '7.3.1'],
    next: 'Ask the service owner which target was agreed with customers, then correct the other document.',
    inside: false,
    // The row of the plan's own table and a sentence about the whole service are meant to be one target.
    alongside: ({ parts }) => parts?.system !== undefined,
  },
  {
    type: 'retention-period',
    // What a processor keeps of ours is our record too; "customer data" or "logs" in its papers are its own.
    ours: (fact) => BROAD_RECORDS.has(fact.subject),
    about: (fact) =>
      fact.subject === 'backups'
        ? `retention periods for ${backupWords(fact.scope ?? '')}`
        : `retention periods for ${fact.subject}`,
    severity: () => 'medium',
    refs: (fact) => (fact.subject === 'backups' ? ['7.3.1', '1.4.1'] : ['1.4.1', '1.1.2', '1.1.3']),
    next: 'Check the retention schedule and the Records Management Code, then make every document give the same period.',
    inside: false,
    confidence: 0.6,
  },
  {
    type: 'backup-rule',
    ours: true,
    about: (fact) =>
      `${fact.subject === 'frequency' ? 'backup frequencies' : 'statements on immutable backups'}${scoped(fact)}`,
    severity: () => 'medium',
    refs: () => ['7.3.1'],
    next: 'Compare with the settings of the backup service, then correct the document that differs.',
    inside: (fact) => (fact.parts?.name ?? '') !== '',
    sorts: true,
    skip: (fact) => fact.subject !== 'frequency',
  },
  {
    type: 'breach-notice-hours',
    about: (fact) =>
      `time limits for telling ${fact.subject === 'from suppliers' ? 'us of a breach, asked of suppliers' : `${fact.subject === 'ICO' ? 'the ICO' : fact.subject} of a breach or incident`}${fact.scope ? ` (${fact.scope})` : ''}`,
    severity: (fact) => (fact.subject === 'ICO' ? 'high' : 'medium'),
    refs: (fact) => (fact.subject === 'from suppliers' ? ['10.2.2'] : ['6.1.1', '6.1.3']),
    next: 'Keep the strictest promise made in a contract or in law, and put that figure into every document.',
    inside: true,
    confidence: 0.6,
    skip: (fact) => fact.subject === 'the lead',
  },
  {
    type: 'patch-target',
    ours: true,
    about: (fact) => `time limits for ${fact.subject}-severity updates${scoped(fact)}`,
    severity: (fact) => (fact.subject === 'critical' || fact.subject === 'high' ? 'medium' : 'low'),
    refs: () => ['8.3.5', '8.3.2'],
    next: 'Keep to 14 days or fewer for critical and high severity, and put one figure into every document.',
    inside: ({ subject, scope }) => subject === 'critical' && scope === '',
    confidence: 0.6,
  },
  {
    type: 'password-rule',
    ours: true,
    about: (fact) => `values for the password rule "${fact.subject}"${scoped(fact)}`,
    severity: () => 'medium',
    refs: () => ['4.5.4'],
    next: 'Compare with the settings in force, then make the policy and the other documents say the same.',
    inside: false,
  },
  {
    type: 'leaver-access',
    ours: true,
    about: (fact) => `time limits for removing the access of leavers${scoped(fact)}`,
    severity: () => 'medium',
    refs: () => ['4.2.4'],
    next: 'Decide on one limit that the people who do it can keep, and put it into both documents.',
    inside: false,
    confidence: 0.7,
  },
  {
    type: 'session-timeout',
    ours: true,
    about: (fact) => `times for the ${fact.subject}${scoped(fact)}`,
    severity: () => 'low',
    refs: () => [],
    next: AGREE,
    inside: false,
  },
  {
    type: 'review-cycle',
    ours: true,
    about: (fact) =>
      fact.parts?.thing === undefined
        ? `cycles for the ${fact.subject}${fact.subject.startsWith('review of the') ? '' : scoped(fact)}`
        : `cycles for the review of ${fact.parts.thing}`,
    severity: () => 'low',
    refs: (fact) => CYCLE_REFS[fact.subject] ?? [],
    next: 'Decide how often it is really done, and make every document say so.',
    inside: (fact) => ONE_CYCLE.has(fact.subject),
    confidence: 0.6,
  },
  {
    type: 'encryption-state',
    ours: true,
    about: (fact) => `minimum TLS versions${scoped(fact)}`,
    severity: () => 'low',
    refs: () => ['9.3.6'],
    next: 'Test the service from outside, then correct the document that differs.',
    inside: false,
    skip: (fact) => fact.subject !== 'TLS minimum',
  },
  {
    type: 'ico-registration',
    ours: true,
    about: () => 'ICO registration numbers',
    severity: () => 'high',
    refs: () => ['1.1.1'],
    next: 'Look the company up in the ICO register of fee payers and correct the wrong number.',
    inside: true,
  },
  {
    type: 'legal-identity',
    ours: true,
    about: (fact) => (fact.subject === 'ods code' ? 'ODS codes of the organisation' : 'company numbers'),
    severity: () => 'medium',
    refs: () => ['1.1.1'],
    next: 'Check the official register and correct the wrong one.',
    inside: false,
  },
  {
    type: 'dspt-status',
    ours: true,
    about: (fact) => `DSPT levels${fact.scope ? ` for ${fact.scope}` : ''}`,
    severity: () => 'medium',
    refs: () => ['10.2.1'],
    next: 'Look the organisation up in the public DSPT search and correct the wrong statement.',
    inside: true,
    confidence: 0.6,
  },
  {
    type: 'product-in-use',
    ours: true,
    about: (fact) => `products named as the ${fact.subject}`,
    severity: () => 'medium',
    refs: (fact) => (fact.subject === 'anti-malware product' ? ['6.2.1'] : []),
    next: 'Find out which one is in use, and correct the document that names the other.',
    inside: false,
  },
  {
    type: 'role-start',
    ours: true,
    about: (fact) => `days on which the ${roleById(fact.subject)?.name ?? fact.subject} took up the role`,
    severity: () => 'low',
    refs: () => ['1.1.5'],
    next: 'Find the minute or letter of the appointment and put its date into every document.',
    inside: false,
  },
  {
    type: 'working-location',
    ours: true,
    about: () => 'accounts of where people work',
    severity: () => 'low',
    refs: () => [],
    next: 'Say once whether there is an office, and take the other sentence out.',
    inside: false,
  },
];

const BROAD_RECORDS: ReadonlySet<string> = new Set([
  'customer data',
  'contracts',
  'backups',
  'logs',
  'access logs',
  'audit logs',
  'security logs',
  'hr records',
  'incident records',
]);

/** Routines that one document speaks of once: two cycles inside it disagree. */
const ONE_CYCLE: ReadonlySet<string> = new Set([
  'review of the document itself',
  'penetration test',
  'continuity exercise',
  'incident response exercise',
  'access review',
  'privileged access review',
]);

const CYCLE_REFS: Readonly<Record<string, readonly string[]>> = {
  'access review': ['4.2.4'],
  'privileged access review': ['4.2.4'],
  'restore test': ['7.3.4'],
  'continuity exercise': ['7.2.1'],
  'penetration test': ['9.2.1'],
  'policy review': ['1.3.1'],
  'staff training': ['3.2.1'],
  'spot check': ['1.3.2'],
  'vulnerability scan': ['8.4.3'],
};

function backupWords(scope: string): string {
  const [frequency = '', system = ''] = scope.split('/');
  return [frequency, 'backups', system === '' ? '' : `of ${system}`].filter((word) => word !== '').join(' ');
}
