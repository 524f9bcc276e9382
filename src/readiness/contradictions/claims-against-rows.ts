import type { Place } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { dayBefore } from '../../record/day.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, inWords, placeOf } from './evidence.ts';
import type { Side } from './disagreement.ts';
import { findingOf, groupBy } from './disagreement.ts';

/** A second factor "on all accounts" against an account where it is off. */
export function* mfaContradictions(evidence: Evidence): Iterable<Finding> {
  const states = evidence.of('mfa-state', 0.7);
  const claims = states.filter(({ fact }) => fact.subject === 'all accounts' && fact.value === 'on');
  const strict = claims.some(({ fact }) => /without exception|no exceptions?/i.test(fact.words));
  const off = states.filter(({ fact }) => fact.value === 'off' && (strict || fact.parts?.managed !== 'true'));
  if (claims.length === 0 || off.length === 0) return;
  yield findingOf(
    { severity: 'high', refs: ['4.5.3', '9.3.4'], subject: 'mfa-state: all accounts', claim: 'A second sign-in factor is said to be on for all accounts, and is off for some', next: 'Turn it on for these accounts, or record each as an exception approved by a senior person, and correct the statement.' },
    [{ value: 'on for all', sightings: claims }, { value: `off: ${names(off)}`, sightings: off }],
    evidence.on,
  );
}

function names(sightings: readonly Sighting[]): string {
  const all = [...new Set(sightings.map(({ fact }) => fact.parts?.account ?? fact.parts?.device ?? fact.parts?.name ?? '').filter((one) => one !== ''))];
  return all.length === 0 ? 'some' : `${all.slice(0, 4).join(', ')}${all.length > 4 ? ` and ${all.length - 4} more` : ''}`;
}

/** "All laptops are encrypted" against a row that is off or unknown. */
export function* encryptionContradictions(evidence: Evidence): Iterable<Finding> {
  const states = evidence.of('encryption-state', 0.7);
  for (const [what, claims] of groupBy(states.filter(({ fact }) => fact.value === 'all on' && fact.subject !== 'backups'), ({ fact }) => fact.subject)) {
    const wanted: readonly string[] = what === 'laptops' ? ['laptop', 'device'] : what === 'mobiles' ? ['mobile'] : ['laptop', 'mobile', 'device', 'media'];
    const off = states.filter(({ fact }) => fact.subject === 'device' && fact.value === 'off' && wanted.includes(fact.scope ?? ''));
    if (off.length === 0) continue;
    yield findingOf(
      { severity: 'high', refs: ['9.5.2'], subject: `encryption-state: ${what}`, claim: `All ${what} are said to be encrypted, and some are not`, next: 'Encrypt the device or record why it cannot be, then correct the statement or the register.' },
      [{ value: 'the statement', sightings: claims }, { value: `not encrypted: ${names(off)}`, sightings: off }],
      evidence.on,
    );
  }
}

const COVERED: readonly { readonly type: string; readonly claim: string; readonly refs: readonly string[]; readonly next: string }[] = [
  { type: 'processor-contract', claim: 'Every supplier is said to have a contract, and the register shows one without', refs: ['10.2.2'], next: 'Sign a contract with the supplier or stop sharing data with it, then correct the statement or the register.' },
  { type: 'signed-terms', claim: 'Everyone is said to have signed, and a record shows someone who has not', refs: ['2.2.1'], next: 'Have the person sign, then correct the statement or the record.' },
  { type: 'software-support', claim: 'Everything is said to be in support, and the register shows something that is not', refs: ['8.1.4', '8.2.1'], next: 'Replace it, or record the risk with a date and approval, then correct the statement.' },
  { type: 'protection-state', claim: 'Every device is said to be protected against malware, and one is not', refs: ['6.2.1'], next: 'Switch the protection on, then correct the statement or the register.' },
  { type: 'access-removed', claim: 'Every leaver is said to have lost access, and a record shows one who has not', refs: ['4.2.4'], next: 'Remove the access today and record the date.' },
];

/** "Every one has it" against a row that has not: contracts, signatures, support, protection, leavers. */
export function* coverageContradictions(evidence: Evidence): Iterable<Finding> {
  for (const { type, claim, refs, next } of COVERED) {
    const states = evidence.of(type, 0.7);
    const claims = states.filter(({ fact }) => fact.value === 'all');
    const missing = states.filter(({ fact }) => fact.value === 'missing');
    if (claims.length === 0 || missing.length === 0) continue;
    yield findingOf({ severity: 'high', refs, subject: `${type}: all`, claim, next }, [{ value: 'the statement', sightings: claims }, { value: names(missing), sightings: missing }], evidence.on);
  }
}

/** Data loss promised to be smaller than the time between two backups of the same system. */
export function* recoveryPointContradictions(evidence: Evidence): Iterable<Finding> {
  const main = new Set(['main', 'database', 'application', 'portal', '']);
  const targets = evidence.of('recovery-target', 0.7).filter(({ fact }) => fact.subject === 'rpo' && main.has(fact.scope ?? ''));
  const rules = evidence.of('backup-rule', 0.7).filter(({ fact }) => fact.subject === 'frequency' && main.has(fact.scope ?? ''));
  const shortest = Math.min(...rules.map(({ fact }) => Number(fact.value)));
  const tooShort = targets.filter(({ fact }) => Number(fact.value) > 0 && Number(fact.value) < shortest);
  if (rules.length === 0 || tooShort.length === 0) return;
  const best = rules.filter(({ fact }) => fact.value === shortest);
  yield findingOf(
    { severity: 'medium', refs: ['7.3.1'], subject: 'recovery-target: rpo against backups', claim: 'The data loss allowed is smaller than the time between two backups', next: 'Back up more often (or name the change logs that fill the gap), or correct the target.' },
    [{ value: `at most ${tooShort[0]?.fact.parts?.shown}`, sightings: tooShort }, { value: `a backup ${best[0]?.fact.parts?.shown}`, sightings: best }],
    evidence.on,
  );
}

/** A claimed share of trained people against the rows of the training log. */
export function* trainingContradictions(evidence: Evidence): Iterable<Finding> {
  const claims = evidence.of('training-percentage-claimed', 0.65);
  const rows = evidence.of('training-completion');
  const logs = [...groupBy(rows, ({ document }) => document.path).values()].map((log) => counted(log)).filter((log) => log.people >= 3);
  const fullest = logs.sort((a, b) => b.people - a.people)[0];
  if (fullest !== undefined) {
    const percent = (fullest.done.length / fullest.people) * 100;
    const wrong = claims.filter(({ fact }) => typeof fact.value === 'number' && Math.abs(fact.value - percent) > 1.01 && fact.value > percent);
    if (wrong.length > 0 && fullest.missing.length > 0) {
      yield findingOf(
        { severity: percent < 95 ? 'high' : 'medium', refs: ['3.2.1'], subject: 'training: share of people trained', claim: 'The share of people trained differs from the training log', next: 'Have the missing people trained or correct the log, then state the share that the rows give.' },
        [...sides(wrong), { value: `${fullest.done.length} of ${fullest.people} by the rows`, sightings: fullest.missing }],
        evidence.on,
      );
      return;
    }
  }
  const dated = claims.filter(({ fact }) => fact.parts?.bottom !== undefined || typeof fact.value === 'number');
  const between = [...new Set(dated.map(({ fact }) => fact.value))];
  const recent = dated.filter(({ fact, document }) => (fact.asOf?.to ?? documentDay(document, evidence.on) ?? evidence.on) > dayBefore(evidence.on, 'P12M'));
  if (between.length > 1 && new Set(recent.map(({ fact }) => fact.value)).size > 1 && new Set(recent.map(({ document }) => document)).size > 1) {
    const days = recent.map(({ fact, document }) => fact.asOf?.from ?? documentDay(document, evidence.on) ?? '');
    if (new Set(days).size === 1) yield findingOf({ severity: 'medium', refs: ['3.2.1'], subject: 'training: share of people trained', claim: 'Different shares of people trained are stated', next: 'Count the rows of the training log and state that share.' }, sides(recent), evidence.on);
  }
}

function sides(sightings: readonly Sighting[]): Side[] {
  return [...groupBy(sightings, ({ fact }) => fact.parts?.shown ?? String(fact.value))].map(([value, list]) => ({ value, sightings: list }));
}

function counted(log: readonly Sighting[]): { people: number; done: Sighting[]; missing: Sighting[] } {
  const done: Sighting[] = [];
  const missing: Sighting[] = [];
  const byPerson = groupBy(log, ({ fact }) => fact.subject);
  for (const rows of byPerson.values()) {
    const good = rows.find(({ fact }) => fact.value === 'done');
    const bad = rows.find(({ fact }) => fact.value !== 'done');
    if (good !== undefined) done.push(good);
    else if (bad !== undefined) missing.push(bad);
  }
  return { people: byPerson.size, done, missing };
}

/** "No incidents" against a dated row of an incident or breach log within the period spoken of. */
export function* incidentContradictions(evidence: Evidence): Iterable<Finding> {
  const all = evidence.of('incident', 0.7);
  const rows = all.filter(({ fact }) => fact.subject === 'row');
  for (const claim of all.filter(({ fact }) => fact.subject === 'none')) {
    const { scope, parts } = claim.fact;
    const to = parts?.to ?? documentDay(claim.document, evidence.on) ?? evidence.on;
    const months = parts?.months === '3' || (parts?.months !== '12' && claim.document.profile.kind === 'minutes') ? 'P3M' : 'P12M';
    const stated = parts?.from !== undefined && parts.from !== parts.to ? parts.from : undefined;
    const from = stated ?? dayBefore(to, months);
    const against = rows.filter(({ fact }) => {
      if (String(fact.value) < from || String(fact.value) > to) return false;
      if (scope === 'reportable') return fact.parts?.reported === 'true';
      if (scope === 'breach') return fact.scope === 'breach';
      return fact.scope !== 'near miss';
    });
    if (against.length === 0) continue;
    yield findingOf(
      { severity: 'high', refs: ['6.1.1', '6.3.1', '10.3.1'], subject: `incident: none stated in ${claim.document.path}`, claim: `No ${scope === 'breach' ? 'breach' : 'incident'} is stated for a period that has ${against.length === 1 ? 'one' : against.length} in the log`, next: 'Correct the statement, and check that each incident was assessed for the ICO and the DSPT.' },
      [{ value: 'none', sightings: [claim] }, { value: `${against.length} in the log`, sightings: against }],
      evidence.on,
    );
  }
}

/** Numbers of people that cannot all be right on days close to each other. */
export function* headcountContradictions(evidence: Evidence): Iterable<Finding> {
  const counts = evidence.of('headcount', 0.7).filter(({ fact }) => fact.scope === 'heads');
  const dated = counts.map((one) => ({ one, day: one.fact.asOf?.to ?? documentDay(one.document, evidence.on) }));
  const opposed = new Set<Sighting>();
  for (const [at, a] of dated.entries()) {
    for (const b of dated.slice(at + 1)) {
      if (a.one.fact.value === b.one.fact.value || a.one.document === b.one.document) continue;
      const apart = a.day === undefined || b.day === undefined ? 0 : Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000;
      const gap = Math.abs(Number(a.one.fact.value) - Number(b.one.fact.value));
      if (apart > 370 || (apart > 75 && gap <= 2)) continue;
      opposed.add(a.one).add(b.one);
    }
  }
  if (opposed.size === 0) {
    yield* oneAgainstTeams(evidence, counts.filter(({ fact }) => fact.value === 1));
    return;
  }
  const sole = [...opposed].some(({ fact }) => fact.value === 1);
  yield findingOf(
    { severity: 'medium', refs: ['3.2.1', '4.1.1'], subject: 'headcount', claim: sole ? 'The company is said to have one person, and more' : 'Different numbers of people are stated', next: 'Count the current rows of the people register and use that number with its date.' },
    [...groupBy([...opposed], ({ fact }) => String(fact.value))].map(([value, sightings]) => ({ value: `${value} ${value === '1' ? 'person' : 'people'}`, sightings })),
    evidence.on,
  );
}

const TEAM = /\b(?:our|the)\s(?:[\w-]+\s){0,3}?(?:teams?|departments?)\b|\bline managers?\b|\bheads? of department\b/i;

/** A company of one person whose documents give work to teams and departments it cannot have. */
function* oneAgainstTeams(evidence: Evidence, sole: readonly Sighting[]): Iterable<Finding> {
  const first = sole[0];
  if (first === undefined) return;
  const teams: Place[] = [];
  for (const document of evidence.documents) {
    if (document.profile.kind === 'template' || teams.length >= 8) continue;
    const line = document.content.lines.find((one) => one.role !== 'heading' && one.role !== 'furniture' && TEAM.test(one.text));
    if (line !== undefined) teams.push({ file: document.path, ...line.where, text: line.text.slice(0, 200) });
  }
  const shown = teams[0];
  if (shown === undefined || teams.length < 2) return;
  yield {
    code: 'contradiction',
    severity: 'medium',
    refs: ['1.1.5'],
    subject: 'headcount: one person',
    seen: [placeOf(first), ...teams.slice(0, 8), ...sole.slice(1, 4).map(placeOf)],
    message: `The company is said to be one person (${inWords(placeOf(first))}), and its documents give work to teams or departments (${inWords(shown)} and ${teams.length - 1} more).`,
    next: 'Rewrite the documents for the people there are, and say who checks what one person does alone.',
  };
}

/** A stated number of laptops, phones or suppliers against the rows of the one register that lists them. */
export function* countContradictions(evidence: Evidence): Iterable<Finding> {
  const counts = evidence.of('asset').filter(({ fact }) => fact.subject.startsWith('count of '));
  for (const [subject, claims] of groupBy(counts, ({ fact }) => fact.subject)) {
    const kind = subject.slice('count of '.length);
    const listedRows = kind === 'suppliers' || kind === 'sub-processors'
      ? evidence.of('supplier').filter(({ fact }) => fact.scope === kind && fact.value === 'current')
      : evidence.of('asset').filter(({ fact }) => fact.subject === kind && fact.value === 'in use');
    const registers = [...groupBy(listedRows, ({ document }) => document.path).values()];
    const register = registers[0];
    if (registers.length !== 1 || register === undefined || register.length < 2) continue;
    const wrong = claims.filter(({ fact }) => fact.value !== register.length);
    const first = register[0];
    if (wrong.length === 0 || first === undefined) continue;
    yield findingOf(
      { severity: 'low', refs: kind.includes('s') && kind !== 'laptops' && kind !== 'phones' ? ['10.1.2'] : ['8.1.2'], subject: `count: ${kind}`, claim: `The number of ${kind} stated differs from the register`, next: 'Count again, and correct the register or the statement.' },
      [...sides(wrong), { value: `${register.length} in the register`, sightings: [first] }],
      evidence.on,
    );
  }
}

