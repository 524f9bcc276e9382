import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..');

/** The built program in a process of its own, serving on a loopback address. */
export type RunningServer = {
  readonly process: ChildProcess;
  readonly address: string;
  /** From its start to the end of its first page. */
  readonly milliseconds: number;
  /** Resident memory half a second after that, in MB. */
  readonly idle: number;
  readonly stop: () => Promise<void>;
};

/** Serves a data folder; with a `profile` folder it leaves a CPU profile there when it stops. */
export async function startServer(dataDir: string, profile?: string): Promise<RunningServer> {
  const start = performance.now();
  const profiling = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  const server = spawn(process.execPath, [...profiling, join(ROOT, 'dist', 'main.js'), 'serve'], {
    env: { PATH: process.env.PATH, PERENNIAL_DATA: dataDir, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await addressIn(server);
  await (await fetch(address)).arrayBuffer();
  const milliseconds = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    process: server,
    address,
    milliseconds,
    idle: residentMegabytes(server),
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

async function addressIn({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The server has no output');
  const lines = createInterface(stderr);
  for await (const line of lines) {
    const found = /https?:\/\/\S+?(?=[\s/]|$)/.exec(line);
    if (found) return found[0];
  }
  throw new Error('The server did not say where it is');
}

export function residentMegabytes({ pid }: ChildProcess): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

/** Seconds of processor time that a process has used in all its threads. */
export function processorSeconds({ pid }: ChildProcess): number {
  // After the name in brackets, user and system time are the twelfth and thirteenth, in hundredths of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
