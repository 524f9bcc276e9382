// Measures the gap check against labelled folders. `npm run evaluate`; `-- --misses` lists what went wrong, `-- --check` fails
// below the floors, `-- --only NAME` takes one folder.
import { parseArgs } from 'node:util';
import { checkFolder } from '../src/workspace/check-folder.ts';
import { loadLabelSets } from './label-set.ts';
import {
  type FindingScore,
  type MatchScore,
  type Share,
  type StandingScore,
  scoreFindings,
  scoreMatching,
  scoreStandings,
} from './score.ts';

/** What we aim at on folders that nobody here has seen, and what no change may fall below on all the folders here together. */
const GOALS: Readonly<Record<string, { readonly target: number; readonly floor: number }>> = {
  'best item first': { target: 0.9, floor: 0.93 },
  'acceptable item first': { target: 0.95, floor: 0.97 },
  'best in the first three': { target: 0.97, floor: 0.97 },
  'mechanical defects found': { target: 0.95, floor: 0.91 },
  'contradictions found': { target: 0.5, floor: 0.62 },
  'precision of located findings': { target: 0.85, floor: 0.96 },
};

const { values } = parseArgs({
  options: { misses: { type: 'boolean' }, check: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const { sets, absent } = loadLabelSets();
if (absent.length > 0) console.log(`Not here, so not measured: ${absent.join(', ')}.`);

const chosen = sets.filter(({ folder }) => !values.only || values.only.some((name) => folder.includes(name)));
const scores: { name: string; matching: MatchScore; findings: FindingScore; standings: StandingScore }[] = [];
for (const set of chosen) {
  const result = await checkFolder(set.root, {
    on: set.on,
    category: 3,
    edition: 'v8',
    organisation: set.organisation,
  });
  if (!result.ok) throw new Error(`Checking ${set.folder} failed: ${result.problem.message}`);
  const { record, assessment } = result.check;
  scores.push({
    name: set.folder,
    matching: scoreMatching(set, record.documents),
    findings: scoreFindings(set, assessment.findings),
    standings: scoreStandings(set, assessment.items),
  });
}

const rows: [string, (score: (typeof scores)[number]) => Share][] = [
  ['best item first', ({ matching }) => matching.bestFirst],
  ['acceptable item first', ({ matching }) => matching.acceptableFirst],
  ['best in the first three', ({ matching }) => matching.bestInThree],
  ['nothing where nothing fits', ({ matching }) => matching.noneRight],
  ['mechanical defects found', ({ findings }) => findings.defectRecall],
  ['precision of defects', ({ findings }) => findings.defectPrecision],
  ['contradictions found', ({ findings }) => findings.contradictionRecall],
  ['precision of contradictions', ({ findings }) => findings.contradictionPrecision],
  ['precision of located findings', ({ findings }) => findings.locatedPrecision],
  ['standing as a person gave it', ({ standings }) => standings.agreed],
];

console.log(
  ['', ...scores.map(({ name }) => name), 'all', 'target', 'floor']
    .map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.slice(0, 12).padStart(13)))
    .join(''),
);
let short = 0;
for (const [name, of] of rows) {
  const shares = scores.map(of);
  const all = { hits: sum(shares.map(({ hits }) => hits)), of: sum(shares.map((share) => share.of)) };
  const goal = GOALS[name];
  const below = goal !== undefined && all.of > 0 && all.hits / all.of < goal.floor;
  if (below) short += 1;
  const shown = [...shares, all].map((share) => percent(share).padStart(13)).join('');
  const held = goal ? [goal.target, goal.floor].map((value) => value.toFixed(2).padStart(13)).join('') : '';
  console.log(`${name.padEnd(30)}${shown}${held}${below ? '  below' : ''}`);
}

if (values.misses) {
  for (const { name, matching, findings, standings } of scores) {
    list(`${name}: items`, matching.misses);
    list(`${name}: not found`, findings.missed);
    list(`${name}: standings`, standings.misses);
    list(`${name}: false alarms`, findings.falseAlarms);
  }
}
if (values.check && short > 0) {
  console.error(`${short} figures are below their floor.`);
  process.exitCode = 1;
}

function list(title: string, lines: readonly string[]): void {
  console.log(`\n${title} (${lines.length})`);
  for (const line of lines) console.log(`  ${line}`);
}

function percent({ hits, of }: Share): string {
  return of === 0 ? '-' : `${(hits / of).toFixed(2)} ${hits}/${of}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
