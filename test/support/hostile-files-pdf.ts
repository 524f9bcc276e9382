import PDFDocument from 'pdfkit';
import { bytesOf, type HostileFile } from './hostile-files.ts';

/** PDFs that are broken, locked, without text or made to do harm. */
export async function hostilePdfs(): Promise<HostileFile[]> {
  const good = await pdf({}, 'Access policy');
  const blank = await pdf({}, undefined);
  return [
    {
      name: 'cut.pdf',
      what: 'a PDF cut off',
      bytes: good.slice(0, good.length / 2),
      allowed: ['broken', 'no-text', 'content'],
    },
    { name: 'head.pdf', what: 'the first line of a PDF', bytes: bytesOf('%PDF-1.7\n'), allowed: ['broken'] },
    {
      name: 'flipped.pdf',
      what: 'a PDF with damaged bytes',
      bytes: good.map((byte, at) => (at % 300 === 299 ? byte ^ 0xff : byte)),
      allowed: ['broken', 'no-text', 'content'],
    },
    {
      name: 'locked.pdf',
      what: 'a PDF with a password',
      bytes: await pdf({ userPassword: 'secret' }, 'Access policy'),
      allowed: ['encrypted'],
    },
    {
      name: 'owner.pdf',
      what: 'a PDF that only forbids printing',
      bytes: await pdf({ ownerPassword: 'secret' }, 'Access policy'),
      allowed: ['content'],
    },
    { name: 'scan-only.pdf', what: 'a PDF without text', bytes: blank, allowed: ['no-text'] },
    {
      name: 'loop.pdf',
      what: 'a PDF whose pages hold themselves',
      bytes: objects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>']),
      allowed: ['broken', 'no-text', 'hostile', 'too-slow'],
    },
    {
      name: 'count.pdf',
      what: 'a PDF that claims a thousand million pages',
      bytes: objects([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>',
        '<</Type/Page/Parent 2 0 R>>',
      ]),
      allowed: ['broken', 'no-text', 'too-slow'],
    },
    {
      name: 'parent.pdf',
      what: 'a PDF whose objects refer in a ring',
      bytes: objects(['<</Type/Catalog/Pages 3 0 R>>', '3 0 R', '2 0 R']),
      allowed: ['broken', 'no-text'],
    },
    {
      name: 'deep.pdf',
      what: 'a PDF with arrays nested a hundred thousand deep',
      bytes: objects(['<</Type/Catalog/Pages 2 0 R>>', '['.repeat(100_000)]),
      allowed: ['broken', 'no-text', 'hostile'],
    },
    {
      name: 'trailing.pdf',
      what: 'a PDF behind other bytes',
      bytes: new Uint8Array(Buffer.concat([Buffer.from('junk\n'), good])),
      allowed: ['content', 'broken'],
    },
  ];
}

function pdf(options: PDFKit.PDFDocumentOptions, text: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve) => {
    const document = new PDFDocument(options);
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    if (text === undefined) document.rect(50, 50, 200, 200).fill('grey');
    else document.text(text);
    document.end();
  });
}

/** A PDF of the given objects, the first of which is its catalogue. */
function objects(bodies: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return bytesOf(
    `${text}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
  );
}
