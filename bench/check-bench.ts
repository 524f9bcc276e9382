import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { convertMarkdown } from '../examples/convert.ts';
import { workbookOf } from '../examples/making/spreadsheet.ts';
import { readContent } from '../src/reading/formats/read-content.ts';
import { DEFAULT_LIMITS } from '../src/reading/limits.ts';
import type { Figure } from './figure.ts';

const root = join(import.meta.dirname, '..');
const sources = [join(root, 'evaluation', 'folders'), join(root, 'examples', 'source')];

/** The whole command, from start of the process to its exit, on folders made for the purpose. */
export async function benchCheck(quick: boolean): Promise<Figure[]> {
  const work = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  try {
    const texts = sources.flatMap(filesUnder).filter((path) => ['.md', '.csv'].includes(extname(path)));
    const hundred = join(work, 'hundred');
    mkdirSync(hundred);
    for (let i = 0; i < 100; i += 1)
      cpSync(texts[i % texts.length] ?? '', join(hundred, `${i}${extname(texts[i % texts.length] ?? '')}`));
    const small = timeCommand(hundred);
    const figures: Figure[] = [
      {
        what: 'perennial check, 100 Markdown and CSV documents',
        unit: 's',
        measured: small.seconds,
        budget: 1.5,
        floor: await parseOnly(hundred),
        floorIs: 'reading the bytes and parsing alone, one thread',
      },
    ];
    if (quick) return figures;
    const mixed = join(work, 'mixed');
    mkdirSync(mixed);
    await makeMixed(mixed, texts, 1000);
    const large = timeCommand(mixed);
    figures.push({
      what: 'perennial check, 1,000 mixed documents',
      unit: 's',
      measured: large.seconds,
      budget: 20,
      floor: await parseOnly(mixed),
      floorIs: 'reading the bytes and parsing alone, one thread',
    });
    figures.push({ what: '  its greatest resident memory', unit: 'MB', measured: large.megabytes, budget: 600 });
    return figures;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A sixth each of Markdown, CSV, XLSX, DOCX, PDF and HTML. */
async function makeMixed(folder: string, texts: readonly string[], count: number): Promise<void> {
  const markdown = texts.filter((path) => path.endsWith('.md'));
  const csv = texts.filter((path) => path.endsWith('.csv') && statSync(path).size > 0);
  for (let i = 0; i < count; i += 1) {
    const format = (['md', 'csv', 'xlsx', 'docx', 'pdf', 'html'] as const)[i % 6] ?? 'md';
    const list = format === 'csv' || format === 'xlsx' ? csv : markdown;
    const text = readFileSync(list[i % list.length] ?? '', 'utf8');
    writeFileSync(join(folder, `${i}.${format}`), await madeAs(format, text));
  }
}

function madeAs(format: 'md' | 'csv' | 'xlsx' | 'docx' | 'pdf' | 'html', text: string): Promise<Uint8Array> | string {
  if (format === 'md' || format === 'csv') return text;
  return format === 'xlsx' ? workbookOf([{ name: 'Sheet1', csv: text }]) : convertMarkdown(text, format);
}

function timeCommand(folder: string): { seconds: number; megabytes: number } {
  const program = [
    join(root, 'dist', 'main.js'),
    'check',
    folder,
    '--on',
    '2026-11-20',
    '--json',
    '--fail-on',
    'never',
  ];
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    const run = spawnSync(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`perennial check ended with ${run.status}`);
    return (performance.now() - start) / 1000;
  });
  return { seconds: runs.sort((a, b) => a - b)[1] ?? 0, megabytes: peakMemory(program) };
}

/** Greatest resident memory of one run, in MB, read from the process's own account at its exit. */
function peakMemory(program: readonly string[]): number {
  const [file = '', ...args] = program;
  const hook = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, file, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return Math.max(0, ...[...run.stderr.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes) / 1024));
}

async function parseOnly(folder: string): Promise<number> {
  const start = performance.now();
  for (const path of filesUnder(folder)) await readContent(path, readFileSync(path), DEFAULT_LIMITS);
  return (performance.now() - start) / 1000;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
