import { dayInWords } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, placeOf } from './evidence.ts';
import { samePerson } from './same-person.ts';

/**
 * An open account of somebody who has left: against the claim that no leaver has one, or the entry that it was taken away; without
 * either it is reported as a leaver's access. One finding for all claims, one a person otherwise.
 */
export function* leaverAccountContradictions(evidence: Evidence): Iterable<Finding> {
  const open = evidence.of('account-state', 0.65);
  const records = evidence.of('person-record', 0.7);
  const told = evidence.of('leaver-account-claim', 0.7);
  const claims = told.filter(({ fact }) => fact.value === 'none' || fact.value === 'rule');
  const left = records.filter(({ fact }) => fact.value === 'left' && (fact.parts?.left ?? '') <= evidence.on);
  const firsts = groupBy(records, ({ fact }) => fact.subject.split(' ')[0] ?? '');
  const found: { readonly record: Sighting; readonly account: Sighting }[] = [];
  for (const [key, [record]] of groupBy(left, ({ fact }) => fact.subject)) {
    if (record === undefined) continue;
    const alone = new Set((firsts.get(key.split(' ')[0] ?? '') ?? []).map(({ fact }) => fact.subject)).size === 1;
    for (const account of open) {
      const day = documentDay(account.document, evidence.on) ?? evidence.on;
      if (day <= (record.fact.parts?.left ?? '') || !belongsTo(account, key, alone)) continue;
      found.push({ record, account });
    }
  }
  if (found.length === 0) return;
  if (claims.length > 0) {
    yield findingOf(
      {
        severity: 'high',
        refs: ['4.2.4', '4.2.1'],
        subject: "account-state: leavers'",
        claim: 'No leaver is said to keep an account, and somebody who has left has one that is open',
        next: 'Shut the account today, find out whether it was used, and correct the statement.',
      },
      [
        { value: 'the statement', sightings: claims },
        { value: names(found), sightings: found.flatMap(({ account, record }) => [account, record]) },
      ],
      evidence.on,
    );
    return;
  }
  for (const [key, group] of groupBy(
    found.map(({ account }) => account),
    (account) => found.find((one) => one.account === account)?.record.fact.subject ?? '',
  )) {
    const record = found.find((one) => one.record.fact.subject === key)?.record;
    if (record === undefined) continue;
    const removed = told.filter(({ fact }) => fact.value === 'removed' && samePerson(fact.subject, key));
    const name = record.fact.parts?.name ?? key;
    if (removed.length > 0) {
      yield findingOf(
        {
          severity: 'high',
          refs: ['4.2.4', '4.2.1'],
          subject: `account-state: ${key}`,
          claim: `The access of ${name} is entered as removed, and an account is still open`,
          next: 'Shut the account today, find out whether it was used, and find out why the entry was made.',
        },
        [
          { value: 'removed', sightings: removed },
          { value: 'open', sightings: group },
        ],
        evidence.on,
      );
      continue;
    }
    yield {
      code: 'leaver-with-access',
      severity: 'high',
      refs: ['4.2.4'],
      subject: name,
      seen: [...group, record].slice(0, 8).map(placeOf),
      message: `${name} left${record.fact.parts?.left === undefined ? '' : ` on ${dayInWords(record.fact.parts.left)}`}, and an account in that name is listed as open.`,
      next: 'Shut the account today and find out whether it was used since.',
    };
  }
}

function names(found: readonly { readonly account: Sighting }[]): string {
  return [...new Set(found.map(({ account }) => account.fact.parts?.account ?? account.fact.subject))].join(', ');
}

/** `jane.smith@…`, `jsmith`, `j.smith`, `smithj`; `jane.adm` only where nobody else is called Jane. */
function belongsTo({ fact }: Sighting, key: string, alone: boolean): boolean {
  if (fact.parts?.key !== undefined) return samePerson(fact.parts.key, key);
  const [first = '', last = ''] = key.replaceAll('-', '').split(' ');
  const local = (fact.subject.split('@')[0] ?? '').replaceAll('-', '').trim();
  const parts = local.split(/[._\s]+/);
  if (last.length < 3 || first.length < 2) return false;
  const forms = [`${first}${last}`, `${first[0]}${last}`, `${last}${first[0]}`, `${last}${first}`];
  if (forms.includes(parts.join(''))) return true;
  return (
    alone &&
    first.length > 3 &&
    parts[0] === first &&
    parts.length > 1 &&
    /^(?:adm|admin|priv|root|a|da|ga)$/.test(parts[1] ?? '')
  );
}
