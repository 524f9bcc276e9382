import { Document, Packer, Paragraph } from 'docx';
import writeExcelFile from 'write-excel-file/node';
import { bytesOf, type HostileFile, type RawEntry, rawZip } from './hostile-files.ts';
import { xmlBomb } from './hostile-files-text.ts';

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Archives, Word files and workbooks that are broken or made to do harm. */
export async function hostileContainers(): Promise<HostileFile[]> {
  const docx = new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Text')] }] })),
  );
  const xlsx = new Uint8Array(
    await writeExcelFile([
      ['Name', 'Owner'],
      ['Laptop', 'Jane'],
    ]).toBuffer(),
  );
  const zip = rawZip([{ name: 'a.md', data: bytesOf('# Policy') }]);
  const zeros = new Uint8Array(20_000_000);
  const png = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'));
  return [
    { name: 'cut.zip', what: 'an archive cut off', bytes: zip.slice(0, -30), allowed: ['broken'] },
    { name: 'cut.docx', what: 'a Word file cut off', bytes: docx.slice(0, docx.length / 2), allowed: ['broken'] },
    { name: 'cut.xlsx', what: 'a workbook cut off', bytes: xlsx.slice(0, xlsx.length / 2), allowed: ['broken'] },
    {
      name: 'flipped.docx',
      what: 'a Word file with damaged bytes',
      bytes: flipped(docx),
      allowed: ['broken', 'content'],
    },
    {
      name: 'flipped.xlsx',
      what: 'a workbook with damaged bytes',
      bytes: flipped(xlsx),
      allowed: ['broken', 'content'],
    },
    { name: 'empty.zip', what: 'an archive without files', bytes: rawZip([]), allowed: ['empty'] },
    { name: 'header.zip', what: 'four bytes of an archive', bytes: bytesOf('PK\x03\x04'), allowed: ['broken'] },
    { name: 'policy.md', what: 'a Word file named Markdown', bytes: docx, allowed: ['content'] },
    { name: 'register.pdf', what: 'a workbook named PDF', bytes: xlsx, allowed: ['content'] },
    { name: 'scan.pdf', what: 'a picture named PDF', bytes: png, allowed: ['content'] },
    { name: 'cut.png', what: 'a picture cut off', bytes: png.slice(0, 12), allowed: ['broken', 'mislabelled'] },
    {
      name: 'bomb.zip',
      what: 'an archive that unpacks without end',
      bytes: bomb(zeros),
      allowed: ['hostile', 'too-large'],
    },
    {
      name: 'liar.zip',
      what: 'an archive that lies about sizes',
      bytes: rawZip([{ name: 'a.md', data: zeros, claims: { size: 10 } }]),
      allowed: ['broken', 'hostile'],
    },
    { name: 'nested.zip', what: 'archives nested nine deep', bytes: nested(9), allowed: ['hostile'] },
    {
      name: 'escape.zip',
      what: 'paths that lead out of the archive',
      bytes: rawZip([entry('../../etc/passwd.md'), entry('/root/a.md'), entry('C:\\b.md')]),
      allowed: ['hostile'],
    },
    {
      name: 'link.zip',
      what: 'a link in an archive',
      bytes: rawZip([{ name: 'a.md', data: bytesOf('/etc/passwd'), claims: { attributes: 0o120777 } }]),
      allowed: ['not-allowed'],
    },
    {
      name: 'locked.zip',
      what: 'an archive with a password',
      bytes: rawZip([{ ...entry('a.md'), claims: { flags: 0x801 } }]),
      allowed: ['encrypted'],
    },
    {
      name: 'method.zip',
      what: 'an unknown compression',
      bytes: rawZip([{ ...entry('a.md'), claims: { method: 99 } }]),
      allowed: ['broken'],
    },
    {
      name: 'twice.zip',
      what: 'the same name twice',
      bytes: rawZip([entry('a.md'), entry('a.md')]),
      allowed: ['content'],
    },
    {
      name: 'many.zip',
      what: 'six thousand files',
      bytes: rawZip(Array.from({ length: 6_000 }, (_, at) => entry(`${at}.md`))),
      allowed: ['too-large'],
    },
    {
      name: 'junk.zip',
      what: 'an archive of junk alone',
      bytes: rawZip([entry('__MACOSX/._a.md'), entry('.DS_Store')]),
      allowed: ['empty'],
    },
    {
      name: 'bomb.docx',
      what: 'a Word file that unpacks without end',
      bytes: word(zeros),
      allowed: ['hostile', 'too-large'],
    },
    {
      name: 'entities.docx',
      what: 'a Word file whose entities multiply',
      bytes: word(
        bytesOf(xmlBomb('<w:document><w:body><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:body></w:document>')),
      ),
      allowed: ['hostile'],
    },
    {
      name: 'deep.docx',
      what: 'a Word file nested fifty thousand deep',
      bytes: word(bytesOf(`<w:document><w:body>${'<w:sdt>'.repeat(50_000)}`)),
      allowed: ['hostile'],
    },
    {
      name: 'no-text.docx',
      what: 'a Word file without its text',
      bytes: rawZip([
        { name: '[Content_Types].xml', data: bytesOf(TYPES) },
        { name: 'word/styles.xml', data: bytesOf('<a/>') },
      ]),
      allowed: ['broken'],
    },
    {
      name: 'entities.xlsx',
      what: 'a workbook whose entities multiply',
      bytes: workbook(bytesOf(xmlBomb('<worksheet/>'))),
      allowed: ['hostile'],
    },
    {
      name: 'deep.xlsx',
      what: 'a workbook nested fifty thousand deep',
      bytes: workbook(bytesOf('<worksheet>'.repeat(50_000))),
      allowed: ['hostile'],
    },
    {
      name: 'wide.xlsx',
      what: 'a sheet of ten thousand columns',
      bytes: workbook(bytesOf(wideSheet(10_000))),
      allowed: ['content'],
    },
    {
      name: 'long.xlsx',
      what: 'a sheet of two hundred thousand rows',
      bytes: workbook(bytesOf(longSheet(200_000))),
      allowed: ['content'],
    },
    {
      name: 'far.xlsx',
      what: 'a cell in the last row and column',
      bytes: workbook(
        bytesOf(
          '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row></sheetData></worksheet>',
        ),
      ),
      allowed: ['content'],
    },
    {
      name: 'nonsense.xlsx',
      what: 'cell names and numbers that make no sense',
      bytes: workbook(
        bytesOf(
          '<worksheet><sheetData><row r="-5"><c r="!!" t="s"><v>99999999</v></c><c r="ZZZZZZ9" s="9e9"><v>1e999</v></c><c><v>NaN</v></c></row></sheetData></worksheet>',
        ),
      ),
      allowed: ['content', 'empty'],
    },
    {
      name: 'no-sheets.xlsx',
      what: 'a workbook without sheets',
      bytes: rawZip([
        { name: '[Content_Types].xml', data: bytesOf(TYPES) },
        { name: 'xl/workbook.xml', data: bytesOf('<workbook/>') },
      ]),
      allowed: ['empty', 'broken'],
    },
    {
      name: 'locked.docx',
      what: 'a Word file with a password',
      bytes: compound('EncryptedPackage'),
      allowed: ['encrypted'],
    },
    { name: 'old.doc', what: 'an old Word file', bytes: compound('WordDocument'), allowed: ['unsupported'] },
    {
      name: 'slides.pptx',
      what: 'slides',
      bytes: rawZip([
        { name: '[Content_Types].xml', data: bytesOf(TYPES) },
        { name: 'ppt/presentation.xml', data: bytesOf('<a/>') },
      ]),
      allowed: ['unsupported'],
    },
    {
      name: 'tool.xyz',
      what: 'a program under another name',
      bytes: new Uint8Array(Buffer.from(`7f454c46020101${'00'.repeat(2000)}`, 'hex')),
      allowed: ['unsupported'],
    },
  ];
}

function entry(name: string): RawEntry {
  return { name, data: bytesOf('# Policy\n\nText') };
}

function bomb(zeros: Uint8Array): Uint8Array<ArrayBuffer> {
  return rawZip(Array.from({ length: 30 }, (_, at) => ({ name: `${at}.txt`, data: zeros })));
}

function nested(depth: number): Uint8Array<ArrayBuffer> {
  let zip = rawZip([entry('a.md')]);
  for (let at = 0; at < depth; at++) zip = rawZip([{ name: 'inner.zip', data: zip }]);
  return zip;
}

function word(document: Uint8Array): Uint8Array<ArrayBuffer> {
  return rawZip([
    { name: '[Content_Types].xml', data: bytesOf(TYPES) },
    { name: 'word/document.xml', data: document },
  ]);
}

function workbook(sheet: Uint8Array): Uint8Array<ArrayBuffer> {
  const relations = `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
  return rawZip([
    { name: '[Content_Types].xml', data: bytesOf(TYPES) },
    {
      name: 'xl/workbook.xml',
      data: bytesOf('<workbook><sheets><sheet name="Assets" sheetId="1" r:id="r1"/></sheets></workbook>'),
    },
    { name: 'xl/_rels/workbook.xml.rels', data: bytesOf(relations) },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ]);
}

function wideSheet(columns: number): string {
  return `<worksheet><sheetData>${`<row>${'<c t="str"><v>x</v></c>'.repeat(columns)}</row>`.repeat(3)}</sheetData></worksheet>`;
}

function longSheet(rows: number): string {
  return `<worksheet><sheetData>${Array.from({ length: rows }, (_, at) => `<row><c><v>${at}</v></c><c t="str"><v>word ${at}</v></c></row>`).join('')}</sheetData></worksheet>`;
}

function compound(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(1000),
    ]),
  );
}

/** Every five-hundredth byte turned over. */
function flipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.map((byte, at) => (at % 500 === 499 ? byte ^ 0xff : byte));
}
