import { dayBefore } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import type { Side } from './disagreement.ts';
import { findingOf, groupBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, inWords, isHistorical, placeOf } from './evidence.ts';

/** A claimed share of trained people against the rows of the training log. */
export function* trainingContradictions(evidence: Evidence): Iterable<Finding> {
  const claims = evidence.of('training-percentage-claimed', 0.65);
  const rows = evidence.of('training-completion');
  const logs = [...groupBy(rows, ({ document }) => document.path).values()]
    .map((log) => counted(log))
    .filter((log) => log.people >= 3);
  const fullest = logs.sort((a, b) => b.people - a.people)[0];
  if (fullest !== undefined) {
    const percent = (fullest.done.length / fullest.people) * 100;
    const wrong = claims.filter(
      ({ fact }) => typeof fact.value === 'number' && Math.abs(fact.value - percent) > 1.01 && fact.value > percent,
    );
    if (wrong.length > 0 && fullest.missing.length > 0) {
      yield findingOf(
        {
          severity: percent < 95 ? 'high' : 'medium',
          refs: ['3.2.1'],
          subject: 'training: share of people trained',
          claim: 'The share of people trained differs from the training log',
          next: 'Have the missing people trained or correct the log, then state the share that the rows give.',
        },
        [
          ...sides(wrong),
          { value: `${fullest.done.length} of ${fullest.people} by the rows`, sightings: fullest.missing },
        ],
        evidence.on,
      );
      return;
    }
  }
  const dated = claims.filter(({ fact }) => fact.parts?.bottom !== undefined || typeof fact.value === 'number');
  const between = [...new Set(dated.map(({ fact }) => fact.value))];
  const recent = dated.filter(
    ({ fact, document }) =>
      (fact.asOf?.to ?? documentDay(document, evidence.on) ?? evidence.on) > dayBefore(evidence.on, 'P12M'),
  );
  if (
    between.length > 1 &&
    new Set(recent.map(({ fact }) => fact.value)).size > 1 &&
    new Set(recent.map(({ document }) => document)).size > 1
  ) {
    const days = recent.map(({ fact, document }) => fact.asOf?.from ?? documentDay(document, evidence.on) ?? '');
    if (new Set(days).size === 1)
      yield findingOf(
        {
          severity: 'medium',
          refs: ['3.2.1'],
          subject: 'training: share of people trained',
          claim: 'Different shares of people trained are stated',
          next: 'Count the rows of the training log and state that share.',
        },
        sides(recent),
        evidence.on,
      );
  }
}

function sides(sightings: readonly Sighting[]): Side[] {
  return [...groupBy(sightings, ({ fact }) => fact.parts?.shown ?? String(fact.value))].map(([value, list]) => ({
    value,
    sightings: list,
  }));
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

/** More different numbers than this are counts of different things. */
const MOST_COUNTS = 3;

function isOfToday({ fact, document }: Sighting): boolean {
  return fact.asOf === undefined && !isHistorical(document);
}

/** Numbers of people that cannot all be right on days close to each other. */
export function* headcountContradictions(evidence: Evidence): Iterable<Finding> {
  const counts = evidence.of('headcount', 0.7).filter(({ fact }) => fact.scope === 'heads');
  const dated = counts.map((one) => ({ one, day: one.fact.asOf?.to ?? documentDay(one.document, evidence.on) }));
  const opposed = new Set<Sighting>();
  for (const [at, a] of dated.entries()) {
    for (const b of dated.slice(at + 1)) {
      if (a.one.fact.value === b.one.fact.value || a.one.document === b.one.document) continue;
      const apart =
        a.day === undefined || b.day === undefined ? 0 : Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000;
      const gap = Math.abs(Number(a.one.fact.value) - Number(b.one.fact.value));
      // Two documents in force that give no day both speak of today; counts of two days may differ as people come and go.
      if (!(isOfToday(a.one) && isOfToday(b.one)) && (apart > 370 || (apart > 75 && gap <= 2))) continue;
      opposed.add(a.one).add(b.one);
    }
  }
  if (opposed.size > 0 && new Set([...opposed].map(({ fact }) => fact.value)).size > MOST_COUNTS) return;
  if (opposed.size === 0) {
    yield* oneAgainstTeams(
      evidence,
      counts.filter(({ fact }) => fact.value === 1),
    );
    return;
  }
  const sole = [...opposed].some(({ fact }) => fact.value === 1);
  yield findingOf(
    {
      severity: 'medium',
      refs: ['3.2.1', '4.1.1'],
      subject: 'headcount',
      claim: sole ? 'The company is said to have one person, and more' : 'Different numbers of people are stated',
      next: 'Count the current rows of the people register and use that number with its date.',
    },
    [...groupBy([...opposed], ({ fact }) => String(fact.value))].map(([value, sightings]) => ({
      value: `${value} ${value === '1' ? 'person' : 'people'}`,
      sightings,
    })),
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
    const line = document.content.lines.find(
      (one) => one.role !== 'heading' && one.role !== 'furniture' && TEAM.test(one.text),
    );
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
    const listedRows =
      kind === 'suppliers' || kind === 'sub-processors'
        ? evidence.of('supplier').filter(({ fact }) => fact.scope === kind && fact.value === 'current')
        : evidence.of('asset').filter(({ fact }) => fact.subject === kind && fact.value === 'in use');
    const registers = [...groupBy(listedRows, ({ document }) => document.path).values()];
    const register = registers.length === 1 && (registers[0]?.length ?? 0) > 1 ? registers[0] : undefined;
    const wrong = claims.filter(({ fact }) => fact.value !== register?.length);
    const disagree =
      new Set(wrong.map(({ fact }) => fact.value)).size > 1 && new Set(wrong.map(({ document }) => document)).size > 1;
    const first = register?.[0];
    if (wrong.length === 0 || (register === undefined && !disagree)) continue;
    yield findingOf(
      {
        severity: 'low',
        refs: kind.includes('s') && kind !== 'laptops' && kind !== 'phones' ? ['10.1.2'] : ['8.1.2'],
        subject: `count: ${kind}`,
        claim:
          register === undefined
            ? `Different numbers of ${kind} are stated`
            : `The number of ${kind} stated differs from the register`,
        next: 'Count again, and correct the register or the statement.',
      },
      [
        ...sides(wrong),
        ...(register === undefined || first === undefined
          ? []
          : [{ value: `${register.length} in the register`, sightings: [first] }]),
      ],
      evidence.on,
    );
  }
}
