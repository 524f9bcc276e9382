// Puts everything in place that the other scripts need. Runs on any Node from 16 on, so only plain JavaScript here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = 24;

/** Installs the packages when they are absent or the lockfile has changed since. */
export function installPackages() {
  const stamp = join(root, 'node_modules', '.perennial-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail('node_modules is a link, and installing would empty the folder it leads to. Remove the link, then try again.');
  process.stderr.write('Setting up: installing packages (once, about one to two minutes) ...\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.error) fail(`Could not run npm (${result.error.message}). Install npm, then try again.`);
  if (result.status !== 0)
    fail('npm ci did not finish. The lines above say why; nothing outside node_modules was changed.');
  writeFileSync(stamp, lock);
}

/** The Node binary to run the product with: the pinned one from npm, or this one where none is made for the machine and this is new enough. */
export function nodeBinary() {
  const pinned = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  return fail(
    `Perennial needs Node ${needed} or later. This is Node ${process.versions.node}, and no pinned Node for ${process.platform}-${process.arch} was installed. Install Node ${needed}, then try again.`,
  );
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
