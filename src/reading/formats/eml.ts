import PostalMime, { type Address } from 'postal-mime';
import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { draftContent } from './content-draft.ts';
import { readHtmlPart } from './html.ts';
import { addPlainText } from './text.ts';
import { UnreadableError } from './unreadable-error.ts';

export type Mail = {
  readonly content: Content;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
};

/**
 * Reads a mail: its headers are properties and the first lines, then its text. `line` counts the lines as a mail program shows
 * them, headers first. Pictures of the signature are left out of the attachments.
 */
export async function readMail(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Mail> {
  const draft = draftContent('eml', limits);
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: 50,
    maxHeadersSize: 1_000_000,
    maxRfc822NestingDepth: 3,
  }).catch((error: unknown) => {
    const deep = error instanceof Error && /nesting/i.test(error.message);
    throw new UnreadableError(
      deep ? 'hostile' : 'broken',
      deep ? 'Its parts are nested too deeply for a real mail.' : 'It is damaged, so it cannot be read as a mail.',
      { cause: error },
    );
  });
  const headers: readonly (readonly [string, string])[] = [
    ['From', addresses(mail.from ? [mail.from] : [])],
    ['To', addresses(mail.to)],
    ['Cc', addresses(mail.cc)],
    ['Date', mail.date ?? ''],
    ['Subject', mail.subject ?? ''],
  ];
  draft.title(mail.subject);
  let line = 0;
  const block = draft.newBlock();
  for (const [name, value] of headers) {
    if (value === '') continue;
    draft.property(name, value);
    draft.line(`${name}: ${name === 'Date' ? value.slice(0, 10) : value}`, { line: ++line }, { block });
  }
  if (mail.text?.trim()) addPlainText(draft, mail.text.replace(/\r\n?/g, '\n').split('\n'), line + 1);
  else if (mail.html) readHtmlPart(draft, mail.html, () => ({ line: ++line }), limits);
  const attachments = mail.attachments
    .filter(
      ({ mimeType, disposition, contentId }) =>
        !(mimeType.startsWith('image/') && (disposition === 'inline' || contentId)),
    )
    .map(({ filename, content, mimeType }, at) => ({
      name: filename || unnamed(mimeType, at),
      bytes: bytesOf(content),
    }));
  return { content: draft.finish(), attachments };
}

function addresses(list: readonly Address[] | undefined): string {
  return (list ?? [])
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => (name && address && name !== address ? `${name} <${address}>` : (address ?? name)))
    .join(', ');
}

function unnamed(mimeType: string, at: number): string {
  return mimeType === 'message/rfc822' ? `attached-mail-${at + 1}.eml` : `attachment-${at + 1}`;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
