import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DatabasePlace } from '../../src/storage/database.ts';

/** What processes say that all open one place at the same moment: `opened`, or why not. */
export async function openedByProcesses(count: number, place: DatabasePlace): Promise<readonly string[]> {
  const processes = Array.from({ length: count }, () => startOpening(place));
  await Promise.all(processes.map(({ ready }) => ready));
  for (const { go } of processes) go();
  return Promise.all(processes.map(({ said }) => said));
}

function startOpening(place: DatabasePlace) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'opening-process.ts'), JSON.stringify(place)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const said = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output.replace('ready\n', '')));
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.startsWith('ready\n')) resolve();
    });
    child.once('close', () => resolve());
  });
  return { ready, said, go: () => child.stdin.write('go\n') };
}
