import mammoth from 'mammoth';
import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, draftContent } from './content-draft.ts';
import { readHtmlPart } from './html.ts';
import { type OfficePackage, openOfficePackage, readOfficeProperties, relationsOf } from './office-package.ts';
import { UnreadableError } from './unreadable-error.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => ',
];

/**
 * Reads a Word document: headings, lists, tables, tick boxes and notes in the text; headers and footers as furniture; tracked
 * changes, comments and hidden text as marks. Deleted text is left out and inserted text kept, as if all changes were accepted.
 *
 * Word has no lines to count, and where its pages end depends on the printer. So `line` is the place in reading order: the n-th
 * paragraph, list item or table row of the body that holds text.
 */
export async function readDocx(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Content> {
  const draft = draftContent('docx', limits);
  const office = await openOfficePackage(bytes, limits);
  await readOfficeProperties(office, draft);
  const main = await mainPart(office);
  await readMarks(office, main, draft);
  await refuseDoctypes(office);
  await addFurniture(office, main, 'header', draft);
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  let line = 0;
  readHtmlPart(draft, html, () => ({ line: ++line }), limits);
  await addFurniture(office, main, 'footer', draft);
  return draft.finish();
}

async function mainPart(office: OfficePackage): Promise<string> {
  const relations = [...(await relationsOf(office, '')).values()];
  const part = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (!office.names.includes(part)) throw new UnreadableError('broken', 'It is damaged: its text is missing.');
  return part;
}

/** Marks that a plain reading of the text would not show. The pass also refuses what would overwhelm the converter. */
async function readMarks(office: OfficePackage, main: string, draft: ContentDraft): Promise<void> {
  let changes = 0;
  let hidden = 0;
  let comments = 0;
  await office.scan(main, {
    open(name) {
      if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom' || name === 'w:moveTo') changes++;
      else if (name === 'w:vanish') hidden++;
    },
  });
  await office.scan('word/comments.xml', {
    open(name) {
      if (name === 'w:comment') comments++;
    },
  });
  if (changes > 0) draft.mark('trackedChanges', changes);
  if (hidden > 0) draft.mark('hiddenText', hidden);
  if (comments > 0) draft.mark('comments', comments);
}

/** The converter reads these parts with a parser of its own: entities are kept from it, and each part is unpacked within the limits first. */
async function refuseDoctypes(office: OfficePackage): Promise<void> {
  for (const name of office.names) {
    if (!/\.(?:xml|rels)$/.test(name) || name.startsWith('docProps/')) continue;
    const part = await office.part(name);
    if (part && Buffer.from(part.buffer).includes('<!DOCTYPE')) {
      throw new UnreadableError(
        'hostile',
        'It declares XML entities of its own, which documents of this kind never do.',
      );
    }
  }
}

async function addFurniture(
  office: OfficePackage,
  main: string,
  kind: 'header' | 'footer',
  draft: ContentDraft,
): Promise<void> {
  const seen = new Set<string>();
  for (const { type, target } of (await relationsOf(office, main)).values()) {
    if (type !== kind) continue;
    let paragraph = '';
    let inText = false;
    await office.scan(target, {
      open(name) {
        if (name === 'w:t') inText = true;
        else if (name === 'w:tab' || name === 'w:br') paragraph += ' ';
      },
      text(text) {
        if (inText) paragraph += text;
      },
      close(name) {
        if (name === 'w:t') inText = false;
        if (name !== 'w:p') return;
        const text = paragraph.trim();
        if (!seen.has(text)) draft.line(text, {}, { role: 'furniture' });
        seen.add(text);
        paragraph = '';
      },
    });
  }
}
