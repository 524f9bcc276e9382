// `npm run bench`: measures against the budgets of the design and prints each figure beside its budget and its floor.
// A floor is what the same machine needs for the unavoidable part alone. Not a test: nothing here passes or fails.
import { benchAdded } from './added-bench.ts';
import { benchAssess } from './assess-bench.ts';
import { benchCheck } from './check-bench.ts';
import type { Figure } from './figure.ts';
import { benchPages } from './pages-bench.ts';
import { benchStanding } from './standing-bench.ts';
import { benchStorage } from './storage-bench.ts';

// `npm run bench -- --storage` measures the stores alone, `-- --standing` the kept record, `-- --added` what counted when
// actions were added, `-- --pages` every page, and with `--profile=FOLDER` leaves a CPU profile of the server there. The
// pages print tables of their own.
const benches = {
  '--assess': async () => benchAssess(),
  '--check': () => benchCheck(process.argv.includes('--quick')),
  '--storage': benchStorage,
  '--standing': benchStanding,
  '--added': benchAdded,
  '--pages': async () => {
    await benchPages(process.argv.find((flag) => flag.startsWith('--profile='))?.slice('--profile='.length));
    return [];
  },
};
const asked = Object.entries(benches).filter(([flag]) => process.argv.includes(flag));
const figures: Figure[] = [];
for (const [, bench] of asked.length > 0 ? asked : Object.entries(benches)) figures.push(...(await bench()));

if (figures.length > 0)
  console.log(
    `${'what'.padEnd(52)}${'measured'.padStart(12)}${'budget'.padStart(12)}${'floor'.padStart(12)}  floor is`,
  );
for (const { what, measured, budget, floor, floorIs, unit } of figures) {
  const cells = [measured, budget, floor].map((value) =>
    (value === undefined ? '-' : `${round(value)} ${unit}`).padStart(12),
  );
  console.log(`${what.padEnd(52)}${cells.join('')}  ${floorIs ?? ''}`);
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
