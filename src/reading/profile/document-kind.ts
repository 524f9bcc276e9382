import type { Content, DocumentKind } from '../../record/document.ts';
import { KIND_BY_TITLE, LOG_COLUMNS, REGISTER_COLUMNS } from './kind-words.ts';

export type KindReading = { readonly kind: DocumentKind; readonly kindReason: string };

/** What sort of document this is, with the reason in words for a person. */
export function documentKind(path: string, title: string, content: Content): KindReading {
  const name = plain(fileName(path));
  if (content.format === 'image') return { kind: 'screenshot', kindReason: 'it is an image' };
  if (content.format === 'eml' || looksLikeMail(content))
    return { kind: 'email', kindReason: 'it has the headers of an e-mail' };
  if (/^(?:readme|index|policies index|contents|licen[cs]e|changelog)$/.test(name) || /\bindex\b/.test(name)) {
    return { kind: 'other', kindReason: `its file name "${fileName(path)}" says it describes other documents` };
  }
  const template = openTemplate(path, title, content);
  if (template !== undefined) return { kind: 'template', kindReason: template };
  const words = plain(title);
  const tabular = content.format === 'csv' || content.format === 'xlsx';
  const byTitle = kindIn(words);
  const byName = kindIn(name);
  const found = byTitle ?? byName;
  if (tabular) {
    const kind = found?.kind;
    if (kind === 'log' || kind === 'register' || kind === 'screenshot' || kind === 'form')
      return reason(found, byTitle === undefined ? 'file name' : 'title');
    if (isExport(content))
      return { kind: 'screenshot', kindReason: 'its opening lines say it was exported from a system' };
    return kindOfRows(content);
  }
  if (looksLikeMinutes(content))
    return { kind: 'minutes', kindReason: 'it lists who was present and what was decided' };
  if (found !== undefined) return reason(found, byTitle === undefined ? 'file name' : 'title');
  return kindOfBody(path, content);
}

function reason(found: { kind: DocumentKind; word: string } | undefined, source: string): KindReading {
  if (found === undefined) return { kind: 'other', kindReason: 'nothing in it tells its kind' };
  return { kind: found.kind, kindReason: `its ${source} says "${found.word}"` };
}

/** The last telling word of a title decides ("incident log review report" is a report), after those that always win. */
function kindIn(words: string): { kind: DocumentKind; word: string } | undefined {
  for (const [kind, pattern] of KIND_BY_TITLE) {
    const word = pattern.exec(words)?.[0];
    if (word !== undefined) return { kind, word };
  }
  return undefined;
}

/** Why a document counts as an openly blank template, if it does. */
function openTemplate(path: string, title: string, content: Content): string | undefined {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  if (folders.some((folder) => /^templates?$/.test(folder))) return 'it lies in a folder of templates';
  if (/\btemplates?\b/.test(plain(title)) || /\btemplates?\b/.test(plain(fileName(path))))
    return 'its title says "template"';
  const opening = content.lines
    .slice(0, 12)
    .find((line) =>
      /\bthis (?:is a|document is a|template)\b.{0,30}\btemplate\b|\bthis template\b|\btemplate (?:version|status)\b/i.test(
        line.text,
      ),
    );
  return opening === undefined ? undefined : 'its opening lines call it a template';
}

function looksLikeMail(content: Content): boolean {
  const head = content.lines.slice(0, 12).map((line) => line.text);
  const headers = head.filter((text) => /^(?:from|to|cc|sent|date|subject)\s*:/i.test(text)).length;
  return headers >= 3 && head.some((text) => /^from\s*:/i.test(text)) && content.format !== 'csv';
}

function looksLikeMinutes(content: Content): boolean {
  const head = content.lines.slice(0, 30);
  const present = head.some((line) =>
    /^(?:present|attendees|attendance|in attendance|those present)\b/i.test(line.text),
  );
  return (
    present &&
    content.lines.some((line) =>
      /^(?:\d+[.)]?\s*)?(?:apologies|actions?|matters arising|minutes of|any other business|aob|next meeting)\b/i.test(
        line.text,
      ),
    )
  );
}

function isExport(content: Content): boolean {
  return content.lines
    .slice(0, 4)
    .some((line) => /\bexport(?:ed)?\b|\bgenerated (?:on|by|at)\b|\breport run\b|\bdownloaded from\b/i.test(line.text));
}

function kindOfRows(content: Content): KindReading {
  const columns = content.tables
    .flatMap((table) => table.columns)
    .join(' | ')
    .toLowerCase();
  const log = columns.match(new RegExp(LOG_COLUMNS, 'g'))?.length ?? 0;
  const register = columns.match(new RegExp(REGISTER_COLUMNS, 'g'))?.length ?? 0;
  if (log > register) return { kind: 'log', kindReason: 'its columns say what happened and when' };
  return { kind: 'register', kindReason: 'it is a table of things held, with one row each' };
}

function kindOfBody(path: string, content: Content): KindReading {
  const text = content.lines
    .slice(0, 60)
    .map((line) => line.text)
    .join('\n')
    .toLowerCase();
  const said =
    /\bthis (policy|procedure|plan|register|log|report|notice|agreement|statement|form|certificate|standard|guide|runbook|contract)\b/.exec(
      text,
    )?.[1];
  if (said !== undefined) {
    const found = kindIn(said);
    if (found !== undefined) return { kind: found.kind, kindReason: `it calls itself "this ${said}"` };
  }
  if (
    /\bcertif(?:y|ies|icate) (?:that|number)\b|\bregistration (?:number|reference)\b/.test(text) &&
    content.lines.length < 60
  ) {
    return { kind: 'certificate', kindReason: 'it certifies something and is short' };
  }
  if (/\bsigned (?:for and )?on behalf of\b|\bbetween\b.{0,200}\bthe parties\b/s.test(text))
    return { kind: 'contract', kindReason: 'it names parties who sign' };
  const rows = content.tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows >= 4 && rows * 2 > content.lines.filter((line) => line.role !== 'heading').length)
    return kindOfRows(content);
  const folder = path.toLowerCase().split('/').at(-2) ?? '';
  const byFolder = /^polic/.test(folder)
    ? 'policy'
    : /^register/.test(folder)
      ? 'register'
      : /^form/.test(folder)
        ? 'form'
        : /^certif/.test(folder)
          ? 'certificate'
          : undefined;
  if (byFolder !== undefined) return { kind: byFolder, kindReason: `it lies in the folder "${folder}"` };
  const rules = text.match(/\b(?:must|shall|may not|should|never|always)\b/g)?.length ?? 0;
  const managed = /\b(?:owner|approved|next review|review(?:ed)? (?:due|every|by)|version)\b/.test(text);
  const steps = content.lines.filter((line) => line.role === 'item').length;
  if (managed && steps >= 3)
    return { kind: 'procedure', kindReason: 'it has an owner or a review date and sets out steps' };
  if (managed && rules >= 2)
    return { kind: 'policy', kindReason: 'it has an owner or a review date and lays down rules' };
  return { kind: 'other', kindReason: 'nothing in it tells its kind' };
}

/** The file's own name without folder and extension. */
export function fileName(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return name.replace(/\.[a-z0-9]{2,5}$/i, '');
}

/** Lower-case words without separators: "04-Incident_Log v3" is "04 incident log v3". */
export function plain(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9.&' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
