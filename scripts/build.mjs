// Bundles the program, its worker threads and the browser enhancements into dist/. Does nothing when dist/ is newer than every source.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');

if (
  !existsSync(stamp) ||
  newest(['src', 'catalogue', 'public', 'scripts', 'package-lock.json']) > statSync(stamp).mtimeMs
)
  await build();

async function build() {
  const { build: bundle } = await import('esbuild');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      worker: 'src/reading/worker.ts',
      'check-apart-worker': 'src/workspace/check-apart-worker.ts',
      'workbook-worker': 'src/exchange/workbook-worker.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    minifySyntax: true,
    // The engine keeps every source that it runs in memory. Names stay, and lines: a fault is still told by them.
    minifyWhitespace: true,
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
    // Binaries find their own files beside them; the store's client is large and hardly ever used.
    external: ['better-sqlite3', '@node-rs/argon2', '@aws-sdk/client-s3', 'pg-native'],
    define: { 'process.env.NODE_ENV': '"production"', PERENNIAL_VERSION: JSON.stringify(version) },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const { compileCatalogues } = await import('../src/catalogue/load-catalogue.ts');
  const compiled = await compileCatalogues(join(root, 'catalogue'), join(dist, 'catalogue'));
  if (!compiled.ok) throw new Error(`The catalogue does not compile: ${JSON.stringify(compiled.problem)}`);
  if (existsSync(join(root, 'scripts', 'assets.mjs'))) await (await import('./assets.mjs')).buildAssets(root, dist);
  writeFileSync(stamp, '');
}

function newest(names) {
  let latest = 0;
  for (const name of names) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    const stats = statSync(path);
    latest = Math.max(latest, stats.mtimeMs);
    if (stats.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((child) => join(name, child))));
  }
  return latest;
}
