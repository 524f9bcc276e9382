import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './flush-folder.ts';
import { makeFolder } from './make-folder.ts';

export type SecretKeyResult =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-key' | 'cannot-open'; readonly message: string } };

const BYTES = 32;

/** The key in a file, as base64; made from `random` and flushed to disk when the file is not there. */
export function openSecretKey(file: string, random: (bytes: number) => Uint8Array): SecretKeyResult {
  try {
    make(file, random(BYTES));
    const text = readFileSync(file, 'utf8').trim();
    const key = new Uint8Array(Buffer.from(text, 'base64'));
    if (key.length === BYTES) return { ok: true, key };
    return refused(
      'bad-key',
      `The secret key in ${file} is damaged. Put back the one from a backup; without it, second factors cannot be read.`,
    );
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    return refused(
      'cannot-open',
      `The secret key in ${file} could not be read or made (${String(code)}). Is PERENNIAL_DATA a folder that this account may write to?`,
    );
  }
}

/** A file is whole before it has its name, and of two processes that start at once the first one's name stays. */
function make(file: string, key: Uint8Array): void {
  if (existsSync(file)) return;
  makeFolder(dirname(file));
  const making = `${file}.${randomUUID()}`;
  const descriptor = openSync(making, 'wx', 0o600);
  try {
    writeSync(descriptor, `${Buffer.from(key).toString('base64')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(making, file);
    flushFolder(dirname(file));
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, 'code') === 'EEXIST')) throw error;
  } finally {
    rmSync(making, { force: true });
  }
}

function refused(type: 'bad-key' | 'cannot-open', message: string): SecretKeyResult {
  return { ok: false, problem: { type, message } };
}
