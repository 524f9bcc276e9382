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
    const figures = [...(await figuresOf('perennial check, 100 Markdown and CSV documents', hundred, 3, 1.5))];
    if (quick) return figures;
    const mixed = join(work, 'mixed');
    mkdirSync(mixed);
    await makeMixed(mixed, texts, 1000);
    figures.push(...(await figuresOf('perennial check, 1,000 mixed documents', mixed, 1, 20, 600)));
    return figures;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function figuresOf(
  what: string,
  folder: string,
  runs: number,
  secondsAllowed: number,
  megabytesAllowed?: number,
): Promise<Figure[]> {
  const { seconds, processor, megabytes } = costOfCheck(folder, runs);
  const floor = await parseOnly(folder);
  const floorIs = 'reading the bytes and parsing alone, one thread';
  return [
    { what, unit: 's', measured: seconds, budget: secondsAllowed, floor, floorIs },
    { what: '  processor time in all threads', unit: 's', measured: processor },
    {
      what: '  greatest resident memory',
      unit: 'MB',
      measured: megabytes,
      ...(megabytesAllowed !== undefined && { budget: megabytesAllowed }),
    },
  ];
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

type Cost = { readonly seconds: number; readonly processor: number; readonly megabytes: number };

/** The median run by wall clock: seconds from start to exit, seconds of processor time in all threads, greatest resident memory in MB. */
function costOfCheck(folder: string, runs: number): Cost {
  const costs = Array.from({ length: runs }, (): Cost => {
    const start = performance.now();
    const run = spawnSync(process.execPath, ['--import', AT_EXIT, ...command(folder)], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - start) / 1000;
    if (run.status !== 0) throw new Error(`perennial check ended with ${run.status}: ${run.stderr}`);
    const told = [...run.stderr.matchAll(/^cost (\d+) (\d+)$/gm)].map(([, kilobytes, microseconds]) => ({
      megabytes: Number(kilobytes) / 1024,
      processor: Number(microseconds) / 1e6,
    }));
    return {
      seconds,
      processor: Math.max(0, ...told.map(({ processor }) => processor)),
      megabytes: Math.max(0, ...told.map(({ megabytes }) => megabytes)),
    };
  });
  const [middle] = costs.sort((a, b) => a.seconds - b.seconds).slice(Math.floor(runs / 2));
  return middle ?? { seconds: 0, processor: 0, megabytes: 0 };
}

function command(folder: string): string[] {
  return [join(root, 'dist', 'main.js'), 'check', folder, '--on', '2026-11-20', '--json', '--fail-on', 'never'];
}

/** Has the process tell at its exit what it used; its threads say the same of the whole process, earlier. */
const AT_EXIT = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const {maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write('cost '+maxRSS+' '+(userCPUTime+systemCPUTime)+'\\n')})",
)}`;

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
