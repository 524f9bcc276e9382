// Finds a Chromium for the browser tests; run by itself, installs Debian's where there is none. Without one the browser
// tests say so and do not run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (import.meta.main) {
  if (!findBrowser()) install();
  if (!findBrowser())
    process.stderr.write(
      'No Chromium here and none could be installed: the browser tests are left out. Install chromium, or set CHROMIUM_PATH.\n',
    );
}

/** Path of a Chromium to test with; undefined when this computer has none. */
export function findBrowser() {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place && existsSync(place));
}

function install() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  process.stderr.write('Setting up: installing Chromium for the browser tests (once) ...\n');
  run([...asRoot, 'apt-get', 'update', '-qq']);
  run([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
}

function run([command, ...args]) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, ...quiet }, timeout: 600_000 });
}
