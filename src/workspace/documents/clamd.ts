import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Instant } from '../../record/holdings.ts';
import type { Scan, Scanner } from './malware-scan.ts';

export type ClamdSettings = {
  /** `host:port`, or the path of a unix socket. */
  readonly where: string;
  readonly now: () => Instant;
  /** Longest wait for a sign of life. */
  readonly milliseconds?: number;
  /** Definitions older than that find too little to call a file clean. */
  readonly oldestDays?: number;
};

const MILLISECONDS = 30_000;
const OLDEST_DAYS = 7;

/**
 * ClamAV over the protocol of clamd: each file is sent to it (INSTREAM), and its definitions are asked for (VERSION). A find
 * counts whatever the definitions; nothing found only counts with definitions of the last days.
 */
export function createClamd(settings: ClamdSettings): Scanner {
  return async (stream) => {
    const found = scanOf(await sendStream(stream, settings));
    if (found.result !== 'clean') return found;
    const doubt = await doubtAboutDefinitions(settings);
    return doubt === undefined ? found : { result: 'not-scanned', reason: doubt };
  };
}

/** Sends a file in pieces, each after its length in four bytes; a length of nothing ends it. */
async function sendStream(stream: Readable, { where, milliseconds = MILLISECONDS }: ClamdSettings): Promise<Answer> {
  const talk = converse(where, milliseconds);
  try {
    await talk.send('zINSTREAM\0');
    // A stream of a file store yields bytes.
    for await (const bytes of stream as AsyncIterable<Uint8Array>) {
      if (talk.isOver()) break;
      await talk.send(lengthOf(bytes.length));
      await talk.send(bytes);
    }
    await talk.send(lengthOf(0));
    return await talk.answer;
  } catch {
    talk.hangUp();
    return { ok: false, reason: 'the file could not be read again' };
  }
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** An answer of clamd, or why there is none. */
type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** The answer to a file: `stream: OK`, `stream: NAME FOUND` or `… ERROR`. */
function scanOf(answer: Answer): Scan {
  if (!answer.ok) {
    // Its answer about a file that is too large may be lost, when it hangs up while more is on the way to it.
    const cause = answer.reason === HUNG_UP ? ', as it does on a file larger than StreamMaxLength of clamd' : '';
    return { result: 'not-scanned', reason: `${answer.reason}${cause}` };
  }
  const [, name] = /^stream: (.{1,200}) FOUND$/.exec(answer.text) ?? [];
  if (name !== undefined) return { result: 'infected', name };
  if (answer.text === 'stream: OK') return { result: 'clean' };
  if (/size limit exceeded/i.test(answer.text))
    return { result: 'not-scanned', reason: 'it is larger than the malware scanner takes (StreamMaxLength of clamd)' };
  return { result: 'not-scanned', reason: `the malware scanner answered "${shown(answer.text)}"` };
}

/** `ClamAV 1.4.3/27401/Fri Nov 20 08:24:01 2026`: program, definitions, their date. Without definitions the last two are missing. */
async function doubtAboutDefinitions({
  where,
  now,
  milliseconds = MILLISECONDS,
  oldestDays = OLDEST_DAYS,
}: ClamdSettings): Promise<string | undefined> {
  const talk = converse(where, milliseconds);
  await talk.send('zVERSION\0');
  const answer = await talk.answer;
  if (!answer.ok) return answer.reason;
  const [, definitions, dated] = answer.text.split('/');
  const at = Date.parse(`${dated ?? ''} UTC`);
  if (!definitions || !/^\d+$/.test(definitions) || Number.isNaN(at)) return 'the malware scanner has no definitions';
  const days = Math.floor((Date.parse(now()) - at) / 86_400_000);
  return days > oldestDays ? `the definitions of the malware scanner are ${days} days old` : undefined;
}

type Conversation = {
  /** Resolves once there is room for more; never rejects. What cannot be sent any more is dropped. */
  readonly send: (bytes: Uint8Array | string) => Promise<void>;
  /** All that was answered up to the first NUL. */
  readonly answer: Promise<Answer>;
  readonly isOver: () => boolean;
  readonly hangUp: () => void;
};

const HUNG_UP = 'the malware scanner hung up';
const LONGEST_ANSWER = 4_096;

function converse(where: string, milliseconds: number): Conversation {
  const socket = open(where);
  let text = '';
  let wake = () => {};
  const answer = new Promise<Answer>((resolve) => {
    const settle = (settled: Answer) => {
      resolve(settled);
      socket.destroy();
      wake();
    };
    const seconds = Math.ceil(milliseconds / 1000);
    socket.setTimeout(milliseconds, () =>
      settle({
        ok: false,
        reason: `the malware scanner said nothing for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
      }),
    );
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      if (text.includes('\0')) settle({ ok: true, text: text.slice(0, text.indexOf('\0')).trim() });
      else if (text.length > LONGEST_ANSWER)
        settle({ ok: false, reason: 'the malware scanner answered something else than an answer' });
    });
    socket.on('drain', () => wake());
    socket.on('error', (error: Error & { code?: string }) => settle(lostBy(text, error.code)));
    socket.on('close', () => settle(lostBy(text, undefined)));
  });
  return {
    send: async (bytes) => {
      if (socket.destroyed || socket.write(bytes)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    },
    answer,
    isOver: () => socket.destroyed,
    hangUp: () => void socket.destroy(),
  };
}

/** A scanner past its size limit may answer and hang up while it is still being sent to. */
function lostBy(text: string, code: string | undefined): Answer {
  if (text.trim() !== '') return { ok: true, text: text.trim() };
  return {
    ok: false,
    reason:
      code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'EACCES' || code === 'ENOTFOUND'
        ? `the malware scanner could not be reached (${code})`
        : HUNG_UP,
  };
}

function open(where: string): Socket {
  if (where.startsWith('/')) return connect({ path: where });
  const colon = where.lastIndexOf(':');
  return connect({ host: where.slice(0, colon), port: Number(where.slice(colon + 1)) });
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
