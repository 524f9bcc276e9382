import { spawn } from 'node:child_process';
import ExifReader from 'exifreader';
import { imageSize } from 'image-size';
import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { draftContent } from './content-draft.ts';
import { addPlainText } from './text.ts';
import { UnreadableError } from './unreadable-error.ts';

/** Beyond this a picture is not sent to text recognition: it would only use up the time. */
const MAX_PIXELS = 60_000_000;

/**
 * Reads a picture: its size and the day it was taken as properties, and its words when `tesseract` is installed. Without it
 * the content has no lines, which is no fault of the file.
 */
export async function readImage(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Content> {
  const draft = draftContent('image', limits);
  const size = sizeOf(bytes);
  draft.property('pixels', `${size.width}x${size.height}`);
  for (const [key, value] of takenOn(bytes)) draft.property(key, value);
  const words = size.width * size.height <= MAX_PIXELS ? await recognise(bytes, limits.milliseconds * 0.75) : undefined;
  if (words !== undefined) {
    draft.property('text recognised by', 'tesseract');
    addPlainText(draft, words.split('\n'), 1);
  }
  return draft.finish();
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch (error) {
    throw new UnreadableError('broken', 'It is damaged or cut off, so the picture cannot be opened.', { cause: error });
  }
}

function takenOn(bytes: Uint8Array): [string, string][] {
  try {
    const tags = ExifReader.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const taken =
      tags.DateTimeOriginal?.description ?? tags.DateTime?.description ?? tags['Creation Time']?.description;
    const day = /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(taken ?? '');
    return day ? [['taken', day.slice(1, 4).join('-')]] : [];
  } catch {
    // Pictures without such data are the usual case, and damaged data of this kind takes nothing from the picture.
    return [];
  }
}

/**
 * The words in a picture; undefined when `tesseract` is not installed, failed or took too long. One thread: more make it ten
 * times slower on two cores. `env` sets that for the one program, and finds it as a shell would.
 */
function recognise(bytes: Uint8Array, milliseconds: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const run = spawn('env', ['OMP_THREAD_LIMIT=1', 'tesseract', 'stdin', 'stdout'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    run.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A program that ends before it has read the picture is no news: its exit code says what happened.
    run.stdin.on('error', () => {});
    run.on('error', () => resolve(undefined));
    run.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined));
    run.stdin.end(bytes);
  });
}
