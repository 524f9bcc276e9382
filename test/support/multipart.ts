export type Part = { readonly name: string; readonly value: string | Uint8Array; readonly filename?: string };

/** A multipart body as a browser writes one, with the header that goes with it. */
export function multipartBody(parts: readonly Part[]): {
  readonly payload: Buffer;
  readonly headers: { readonly 'content-type': string };
} {
  const boundary = '----perennial-test-boundary';
  const pieces = parts.flatMap(({ name, value, filename }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: application/octet-stream`;
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ];
  });
  return {
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
