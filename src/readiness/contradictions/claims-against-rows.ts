import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';

/** A second factor "on all accounts" against an account where it is off. */
export function* mfaContradictions(evidence: Evidence): Iterable<Finding> {
  const states = evidence.of('mfa-state', 0.7);
  const claims = states.filter(({ fact }) => fact.subject === 'all accounts' && fact.value === 'on');
  const strict = claims.some(({ fact }) => /without exception|no exceptions?/i.test(fact.words));
  const off = states.filter(({ fact }) => fact.value === 'off' && (strict || fact.parts?.managed !== 'true'));
  if (claims.length === 0 || off.length === 0) return;
  yield findingOf(
    {
      severity: 'high',
      refs: ['4.5.3', '9.3.4'],
      subject: 'mfa-state: all accounts',
      claim: 'A second sign-in factor is said to be on for all accounts, and is off for some',
      next: 'Turn the second factor on for these accounts, or record each as an exception approved by a senior person, and correct the statement.',
    },
    [
      { value: 'on for all', sightings: claims },
      { value: `off: ${names(off)}`, sightings: off },
    ],
    evidence.on,
  );
}

function names(sightings: readonly Sighting[]): string {
  const all = [
    ...new Set(
      sightings
        .map(({ fact }) => fact.parts?.account ?? fact.parts?.device ?? fact.parts?.name ?? '')
        .filter((one) => one !== ''),
    ),
  ];
  return all.length === 0
    ? 'some'
    : `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` and ${all.length - 4} more` : ''}`;
}

/** "All laptops are encrypted" against a row that is off or unknown. */
export function* encryptionContradictions(evidence: Evidence): Iterable<Finding> {
  const states = evidence.of('encryption-state', 0.7);
  for (const [what, claims] of groupBy(
    states.filter(({ fact }) => fact.value === 'all on' && fact.subject !== 'all backups'),
    ({ fact }) => fact.subject.replace('all ', ''),
  )) {
    const wanted: readonly string[] =
      what === 'laptops'
        ? ['laptop', 'device']
        : what === 'mobiles'
          ? ['mobile']
          : ['laptop', 'mobile', 'device', 'media'];
    const off = states.filter(
      ({ fact }) => fact.parts?.device !== undefined && fact.value === 'off' && wanted.includes(fact.scope ?? ''),
    );
    if (off.length === 0) continue;
    yield findingOf(
      {
        severity: 'high',
        refs: ['9.5.2'],
        subject: `encryption-state: ${what}`,
        claim: `All ${what} are said to be encrypted, and some are not`,
        next: 'Encrypt each of these devices, or record why it cannot be encrypted. Then correct the statement or the register.',
      },
      [
        { value: 'the statement', sightings: claims },
        { value: `not encrypted: ${names(off)}`, sightings: off },
      ],
      evidence.on,
    );
  }
}

const COVERED: readonly {
  readonly type: string;
  readonly claim: string;
  readonly refs: readonly string[];
  readonly next: string;
}[] = [
  {
    type: 'processor-contract',
    claim: 'Every supplier is said to have a contract, and the register shows one without',
    refs: ['10.2.2'],
    next: 'Sign a contract with the supplier or stop sharing data with it, then correct the statement or the register.',
  },
  {
    type: 'signed-terms',
    claim: 'Everyone is said to have signed, and a record shows someone who has not',
    refs: ['2.2.1'],
    next: 'Ask the person to sign, then correct the statement or the record.',
  },
  {
    type: 'software-support',
    claim: 'Everything is said to be in support, and the register shows something that is not',
    refs: ['8.1.4', '8.2.1'],
    next: 'Replace what is out of support, or record the risk with a date and approval. Then correct the statement.',
  },
  {
    type: 'protection-state',
    claim: 'Every device is said to be protected against malware, and one is not',
    refs: ['6.2.1'],
    next: 'Switch the protection on for that device, then correct the statement or the register.',
  },
  {
    type: 'access-removed',
    claim: 'Every leaver is said to have lost access, and a record shows one who has not',
    refs: ['4.2.4'],
    next: 'Remove the access today and record the date.',
  },
];

/** "Every one has it" against a row that has not: contracts, signatures, support, protection, leavers. */
export function* coverageContradictions(evidence: Evidence): Iterable<Finding> {
  for (const { type, claim, refs, next } of COVERED) {
    const states = evidence.of(type, 0.7);
    const claims = states.filter(({ fact }) => fact.value === 'all');
    const missing = states.filter(
      ({ fact }) =>
        fact.value === 'missing' ||
        (type === 'software-support' && fact.value !== 'all' && fact.asOf !== undefined && fact.asOf.to < evidence.on),
    );
    if (claims.length === 0 || missing.length === 0) continue;
    yield findingOf(
      { severity: 'high', refs, subject: `${type}: all`, claim, next },
      [
        { value: 'the statement', sightings: claims },
        { value: names(missing), sightings: missing },
      ],
      evidence.on,
    );
  }
}
