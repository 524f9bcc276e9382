const DEEPEST = 32;

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  /** One sentence for the caller. */
  | { readonly ok: false; readonly sentence: string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * JSON as a body may bring it. Refused besides what is not JSON: text that is not UTF-8, a key that stands twice in one object
 * (readers differ in which of the two they take), the key `__proto__`, and nesting deeper than 32.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refused('The body is not UTF-8. Send JSON as UTF-8.');
  }
  if (text.trim() === '') return refused('The body is empty. Send a JSON object.');
  const trouble = whatIsWrong(text);
  if (trouble) return refused(trouble);
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const where = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return refused(`The body is not JSON${where === undefined ? '' : `: it goes wrong at character ${where}`}.`);
  }
}

/** Walks once over the text, before anything is built from it. Of text that is not JSON it may see nothing wrong. */
function whatIsWrong(text: string): string | undefined {
  // One a level: the keys seen in an object, undefined for an array.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '{' || mark === '[') {
      open.push(mark === '{' ? new Set() : undefined);
      if (open.length > DEEPEST) return `The body is nested deeper than ${DEEPEST} levels.`;
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === '"') {
      const end = endOfString(text, at);
      const key = isColonAfter(text, end) ? keyIn(text.slice(at, end)) : undefined;
      at = end - 1;
      if (key === undefined) continue;
      if (key === '__proto__') return 'The body has the key "__proto__", which is never taken.';
      const seen = open.at(-1);
      if (seen?.has(key)) return `The body has the key ${JSON.stringify(key.slice(0, 100))} twice in one object.`;
      seen?.add(key);
    }
  }
  return undefined;
}

/** Where the text goes on after a string that begins at a quotation mark. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function isColonAfter(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}

function keyIn(literal: string): string | undefined {
  try {
    const key: unknown = JSON.parse(literal);
    return typeof key === 'string' ? key : undefined;
  } catch {
    return undefined;
  }
}

function refused(sentence: string): ReadJson {
  return { ok: false, sentence };
}
