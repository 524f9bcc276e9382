import { SaxesParser } from 'saxes';
import { WorkbookRefusal } from './workbook-archive.ts';

type XmlHandlers = {
  readonly open?: (tag: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (tag: string) => void;
};

/** Streams a part through `handlers`, with namespace prefixes cut off names. Refuses document types, and with them all entities. */
export function parseXml(xml: Buffer, name: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new WorkbookRefusal('broken', `its part "${name}" declares a document type, which no workbook needs`);
  });
  parser.on('error', (error) => {
    throw new WorkbookRefusal('broken', `its part "${name}" is not well-formed XML`, error);
  });
  parser.on('opentag', (tag) => {
    const byName = new Map(Object.entries(tag.attributes).map(([key, value]) => [local(key), value]));
    handlers.open?.(local(tag.name), (wanted) => byName.get(wanted));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  parser.write(xml.toString('utf8').replace(/^\uFEFF/, '')).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
