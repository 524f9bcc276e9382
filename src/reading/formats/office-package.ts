import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Limits } from '../limits.ts';
import type { ContentDraft } from './content-draft.ts';
import { UnreadableError } from './unreadable-error.ts';
import { openZip, type ZipEntry } from './zip-archive.ts';

export type XmlHandlers = {
  /** Names are as written, with their prefix. Return false to stop reading the part. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers return nothing.
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => boolean | void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** The parts of a DOCX or XLSX file, read one at a time within the limits. */
export type OfficePackage = {
  readonly names: readonly string[];
  readonly part: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Runs through an XML part; false when the package has no such part. */
  readonly scan: (name: string, handlers: XmlHandlers) => Promise<boolean>;
};

const CHUNK = 1 << 16;

export async function openOfficePackage(bytes: Uint8Array, limits: Limits): Promise<OfficePackage> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of await openZip(bytes, limits, { left: limits.expandedBytes })) {
    if (!entries.has(entry.name)) entries.set(entry.name, entry);
  }
  const part = async (name: string) => {
    const entry = entries.get(name);
    if (entry?.encrypted)
      throw new UnreadableError('encrypted', 'It is protected by a password. Save it without one and read it again.');
    return entry?.read();
  };
  return {
    names: [...entries.keys()],
    part,
    async scan(name, handlers) {
      const xml = await part(name);
      if (!xml) return false;
      scanXml(xml, handlers, limits);
      return true;
    },
  };
}

/**
 * Runs through XML without building a tree. A document type is refused, since office files have none and entities can expand
 * without end; so is nesting beyond the limit. Throws `UnreadableError`.
 */
function scanXml(xml: Uint8Array, handlers: XmlHandlers, limits: Limits): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let stopped = false;
  parser.on('doctype', () => {
    throw new UnreadableError('hostile', 'It declares XML entities of its own, which documents of this kind never do.');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > limits.depth)
      throw new UnreadableError('hostile', `Its XML is nested more than ${limits.depth} levels deep.`);
    if (!stopped && handlers.open?.(tag.name, tag.attributes) === false) stopped = true;
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    if (!stopped) handlers.close?.(tag.name);
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', (words) => void (stopped || text(words)));
    parser.on('cdata', (words) => void (stopped || text(words)));
  }
  const decoder = new TextDecoder(xml[0] === 0xff && xml[1] === 0xfe ? 'utf-16le' : 'utf-8');
  try {
    for (let at = 0; at < xml.length && !stopped; at += CHUNK) {
      parser.write(decoder.decode(xml.subarray(at, at + CHUNK), { stream: true }));
    }
    if (!stopped) parser.close();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(
      'broken',
      'Its contents are damaged. Open it in the program that made it and save it again.',
      { cause: error },
    );
  }
}

/** Targets of a part's relationships by their id, resolved to part names where they lie inside the package. */
export async function relationsOf(
  office: OfficePackage,
  part: string,
): Promise<Map<string, { target: string; type: string }>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, { target: string; type: string }>();
  await office.scan(`${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, attributes) {
      const { Id: id, Target: target, TargetMode: mode, Type: type = '' } = attributes;
      if (!name.endsWith('Relationship') || !id || target === undefined) return;
      found.set(id, {
        target: mode === 'External' ? target : resolvePart(folder, target),
        type: type.slice(type.lastIndexOf('/') + 1),
      });
    },
  });
  return found;
}

function resolvePart(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const PROPERTIES: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'dc:description': 'description',
  'cp:keywords': 'keywords',
  'cp:category': 'category',
  'cp:contentStatus': 'status',
  'cp:version': 'version',
  'cp:revision': 'revision',
  'cp:lastModifiedBy': 'last modified by',
  'cp:lastPrinted': 'last printed',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
  Company: 'company',
  Manager: 'manager',
};

/** Adds what the file says about itself: title, author, created, modified, company … */
export async function readOfficeProperties(office: OfficePackage, draft: ContentDraft): Promise<void> {
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    let key: string | undefined;
    let value = '';
    await office.scan(part, {
      open(name) {
        key = PROPERTIES[name];
        value = '';
      },
      text(text) {
        value += text;
      },
      close() {
        if (key === 'title') draft.title(value);
        if (key) draft.property(key, value);
        key = undefined;
      },
    });
  }
}
