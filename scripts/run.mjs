// `npm start`, `npm test` and the other npm scripts: set up what is missing, then do the work on the right Node.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fail, installPackages, nodeBinary, root } from './setup.mjs';

const [task, ...rest] = process.argv.slice(2);

const tasks = {
  build: () => node('scripts/build.mjs'),
  start: () => {
    node('scripts/build.mjs');
    serve('dist/main.js', 'serve', ...rest);
  },
  test: () => {
    node('scripts/build.mjs');
    node('scripts/browser.mjs');
    node('scripts/test.mjs', ...rest);
  },
  types: () => {
    node('node_modules/typescript/bin/tsc', '-p', '.');
    node('node_modules/typescript/bin/tsc', '-p', 'public');
  },
  lint: () => node('node_modules/@biomejs/biome/bin/biome', 'ci', '.'),
  format: () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'),
  evaluate: () => node('evaluation/evaluate.ts', ...rest),
  bench: () => {
    node('scripts/build.mjs');
    node('bench/bench.ts', ...rest);
  },
  examples: () => node('examples/make-documents.ts', ...rest),
};

if (!task || !Object.hasOwn(tasks, task))
  fail(`There is no task "${task ?? ''}". Tasks: ${Object.keys(tasks).join(', ')}.`);
installPackages();
tasks[task]();

/** Runs the server on the pinned Node, hands on whatever it is told to stop by, and ends as it ends. */
function serve(script, ...args) {
  const server = spawn(nodeBinary(), [script, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('error', (error) => fail(`Could not run ${script}: ${error.message}.`));
  server.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

/** Runs one script on the pinned Node with its bin folder first on PATH; stops this process with its exit code when it fails. */
function node(script, ...args) {
  const binary = nodeBinary();
  const path = [join(binary, '..'), join(root, 'node_modules', '.bin'), process.env.PATH].join(':');
  const result = spawnSync(binary, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  if (result.error) fail(`Could not run ${script}: ${result.error.message}.`);
  if (result.signal) process.exit(130);
  if (result.status !== 0) process.exit(result.status ?? 1);
}
