import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy, listed } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';

/**
 * Certificates said to be held in one place and not held in another, or with two numbers or expiry dates. Only a certificate that is
 * among the documents exempts anything; without one, a wrong claim weakens the items it would exempt and makes none untrue.
 */
export function* certificateContradictions(evidence: Evidence): Iterable<Finding> {
  for (const [slug, all] of groupBy(evidence.of('certificate', 0.7), ({ fact }) => fact.subject)) {
    const scheme = all[0]?.fact.parts?.scheme ?? slug;
    const held = all.filter(({ fact }) => fact.value === 'held');
    const not = all.filter(({ fact }) => fact.value === 'not held');
    if (held.length > 0 && not.length > 0) {
      yield findingOf(
        {
          severity: held.some(({ document }) => document.profile.kind === 'certificate') ? 'high' : 'medium',
          refs: evidence.exemptedBy(slug),
          subject: `certificate: ${slug}`,
          claim: `${scheme} is said to be held and not to be held`,
          next: 'Look for the certificate itself; without one, take the claim out everywhere.',
        },
        [
          { value: 'held', sightings: held },
          { value: 'not held', sightings: not },
        ],
        evidence.on,
      );
      continue;
    }
    for (const part of ['number', 'expires'] as const) {
      const sides = [
        ...groupBy(
          held.filter(({ fact }) => fact.parts?.[part] !== undefined),
          ({ fact }) => fact.parts?.[part] ?? '',
        ),
      ];
      if (sides.length < 2 || (part === 'expires' && sides.some(([day]) => day < evidence.on))) continue;
      yield findingOf(
        {
          severity: 'medium',
          refs: evidence.exemptedBy(slug),
          subject: `certificate: ${slug} ${part}`,
          claim: `Two ${part === 'number' ? 'certificate numbers' : 'expiry dates'} for ${scheme}`,
          next: 'Copy the value from the certificate itself.',
        },
        sides.map(([value, sightings]) => ({ value, sightings })),
        evidence.on,
      );
    }
  }
}

/** A sub-processor that the supplier register does not know, when the two lists otherwise speak of the same firms. */
export function* supplierListContradictions(evidence: Evidence): Iterable<Finding> {
  const all = evidence.of('supplier').filter(({ fact }) => fact.value === 'current');
  const register = all.filter(({ fact }) => fact.scope === 'suppliers');
  const known = new Set(register.map(({ fact }) => fact.subject));
  if (known.size < 3) return;
  for (const list of groupBy(
    all.filter(
      ({ fact, document }) => fact.scope === 'sub-processors' && !register.some((one) => one.document === document),
    ),
    ({ document }) => document.path,
  ).values()) {
    const missing = list.filter(({ fact }) => !isKnown(fact.subject, known));
    const shared = list.length - missing.length;
    const first = register[0];
    if (missing.length === 0 || shared === 0 || first === undefined) continue;
    yield findingOf(
      {
        severity: 'medium',
        refs: ['10.1.2'],
        subject: `supplier: missing from the register (${list[0]?.document.path})`,
        claim: `${listed(missing.map(({ fact }) => fact.parts?.name ?? fact.subject))} ${missing.length === 1 ? 'is' : 'are'} listed as sub-processor and missing from the supplier register`,
        next: 'Add the firm to the supplier register with its contract and assurance, or take it off the list.',
      },
      [
        { value: 'listed', sightings: missing },
        { value: 'the register', sightings: [first] },
      ],
      evidence.on,
    );
  }
}

function isKnown(firm: string, known: ReadonlySet<string>): boolean {
  if (known.has(firm)) return true;
  const [first = ''] = firm.split(' ');
  return [...known].some((other) => other.split(' ')[0] === first && first.length > 2);
}

/** A list that leaves no room for more, against another such list or a register that knows one more. One finding for all of them. */
export function* closedListContradictions(evidence: Evidence): Iterable<Finding> {
  const lists = evidence.of('supplier-list', 0.7);
  const closed = lists.filter(({ fact }) => fact.parts?.closed === 'true');
  const register = evidence
    .of('supplier')
    .filter(({ fact }) => fact.value === 'current' && SERVED.test(fact.parts?.data ?? ''));
  const apart = new Set<Sighting>();
  const missing = new Set<string>();
  for (const list of closed) {
    const known = new Set(String(list.fact.value).split('|'));
    for (const other of lists) {
      if (other.document === list.document) continue;
      const more = String(other.fact.value)
        .split('|')
        .filter((firm) => !isKnown(firm, known));
      if (more.length === 0 || more.length === String(other.fact.value).split('|').length) continue;
      for (const firm of more) missing.add(firm);
      apart.add(list).add(other);
    }
    const rows = register.filter(({ fact }) => !isKnown(fact.subject, known));
    if (register.length - rows.length === 0) continue;
    for (const row of rows) {
      missing.add(row.fact.parts?.name ?? row.fact.subject);
      apart.add(list).add(row);
    }
  }
  if (apart.size === 0) return;
  yield findingOf(
    {
      severity: 'medium',
      refs: ['10.1.2'],
      subject: 'supplier-list: not the same firms',
      claim: `The lists of firms that handle data for us differ on ${listed([...missing].slice(0, 5))}`,
      next: 'Make one list from the contracts, correct the others, and tell the customers whose list was short.',
    },
    [
      { value: 'listed', sightings: [...apart].filter(({ fact }) => fact.type === 'supplier-list') },
      { value: 'the register', sightings: [...apart].filter(({ fact }) => fact.type === 'supplier') },
    ].filter((side) => side.sightings.length > 0),
    evidence.on,
  );
}

/** How many firms the lists must hold together before one that stands on none of them is missed. */
const LEAST_LISTED = 3;

/** A firm that the record of processing or a notice names as receiving data, and that stands on no list of suppliers. */
export function* recipientContradictions(evidence: Evidence): Iterable<Finding> {
  const rows = evidence.of('supplier');
  const known = new Set(rows.map(({ fact }) => fact.subject));
  if (known.size < LEAST_LISTED) return;
  const complete = evidence.of('supplier-list-complete');
  const list = complete.length > 0 ? complete : rows.filter(({ fact }) => fact.scope !== 'mentioned').slice(0, 1);
  if (list.length === 0) return;
  const missing = evidence
    .of('recipient')
    .filter(({ fact, document }) => !isKnown(fact.subject, known) && list.every((one) => one.document !== document));
  for (const [firm, sightings] of groupBy(missing, ({ fact }) => fact.subject)) {
    const name = sightings[0]?.fact.parts?.name ?? firm;
    yield findingOf(
      {
        severity: 'medium',
        refs: ['10.1.2', '1.1.2'],
        subject: `supplier: recipient not listed (${firm})`,
        claim: `${name} is said to receive data and stands on no list of suppliers`,
        next: 'Find out whether the firm gets the data; then put it on the list with its contract, or correct the other document.',
      },
      [
        { value: 'receives data', sightings },
        { value: complete.length > 0 ? 'the list, called complete' : 'the list', sightings: list },
      ],
      evidence.on,
    );
  }
}

/** Data of the people served, so that a payroll bureau is not missed on a list of customers' processors. */
const SERVED = /\b(?:patients?|service users?|clinical|customers?(?!'? staff)|client data|health)\b/;
