import type { Readable } from 'node:stream';

/** A file on its way to a person's computer. The headers say that it is to be saved, and never to be shown or run by the browser. */
export type Download = {
  readonly stream: Readable;
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
};

export function downloadHeaders(path: string, bytes: number): Readonly<Record<string, string>> {
  return {
    'content-disposition': contentDisposition(path),
    'content-length': String(bytes),
    // Never the file's own type: what somebody uploaded must not become a page of ours.
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  };
}

/** `attachment` with the last step of a path as the file's name: in ASCII for old programs (RFC 6266), and as it is in UTF-8 (RFC 8187). */
export function contentDisposition(path: string): string {
  const name = path.split('/').at(-1)?.trim().toWellFormed() || 'document';
  // Only what every program can be trusted to leave as it is; percent signs are taken for encoding by some.
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()&,+-]/g, '_')
    .replace(/^\.+/, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`;
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
