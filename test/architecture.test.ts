import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '..', 'src');

/** Which rooms a room may know, itself apart. The picture is in docs/architecture.md. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  record: [],
  catalogue: ['record'],
  readiness: ['record', 'catalogue'],
  matching: ['record', 'catalogue'],
  reading: ['record'],
  report: ['record', 'catalogue', 'readiness'],
  exchange: ['record', 'catalogue', 'readiness', 'report'],
  storage: ['record'],
  workspace: ['record', 'catalogue', 'readiness', 'matching', 'reading', 'exchange', 'storage'],
  api: ['record', 'catalogue', 'readiness', 'report', 'exchange', 'workspace'],
  web: ['record', 'catalogue', 'readiness', 'report', 'exchange', 'workspace', 'api'],
  cli: ['record', 'catalogue', 'readiness', 'report', 'exchange', 'workspace'],
};

/** Rooms, or parts of them, that do no input or output: same arguments, same result. */
const PURE = [
  'record/',
  'readiness/',
  'matching/',
  'report/',
  'reading/dates/',
  'reading/profile/',
  'reading/facts/',
  'reading/defects/',
  'reading/analyse-documents.ts',
  'catalogue/ask-of.ts',
  'catalogue/asked-facts.ts',
  'catalogue/catalogue',
  'catalogue/category-facts.ts',
  'catalogue/compare-editions.ts',
  'catalogue/decide-category.ts',
  'catalogue/edition.ts',
  'catalogue/find-item.ts',
  'catalogue/parse-catalogue.ts',
  'catalogue/same-question.ts',
  'catalogue/shipped-catalogues.ts',
  'exchange/check-json.ts',
  'exchange/official-workbook.ts',
  'exchange/official-workbook-adopt.ts',
  'exchange/official-workbook-columns.ts',
  'exchange/official-workbook-marks.ts',
  'exchange/official-workbook-rows.ts',
  'exchange/official-workbook-table.ts',
];
const PURE_PACKAGES = ['temporal-polyfill', 'zod', 'yaml', 'canonicalize'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b[^'";]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  );
  return [...statements].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

/** The room a file stands in; files at the front are rooms of their own. */
function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

describe('the rooms', () => {
  it('are all named in the list of arrows', () => {
    expect([...new Set(files.map(roomOf).filter((room) => room !== ''))].filter((room) => !(room in MAY_KNOW))).toEqual(
      [],
    );
  });

  it('stand, with the rooms within them, in the picture of the tree', () => {
    const tree = readFileSync(resolve(src, '..', 'docs', 'architecture.md'), 'utf8').split('## The arrows')[0] ?? '';
    const rooms = new Set(files.flatMap((file) => dirname(file).split('/')).filter((room) => room !== '.'));
    expect([...rooms].filter((room) => !new RegExp(`(?<![\\w-])${room}/`).test(tree))).toEqual([]);
  });

  it('know only those that the arrows allow', () => {
    const wrong = files
      .filter((file) => roomOf(file) !== '')
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .flatMap((name) => {
            const target = roomOf(relative(src, resolve(src, dirname(file), name)));
            const room = roomOf(file);
            return target === room || MAY_KNOW[room]?.includes(target) || (room === 'web' && name === '../config.ts')
              ? []
              : [`${file} → ${name}`];
          }),
      );
    expect(wrong).toEqual([]);
  });

  it('do no input or output where they are pure', () => {
    const wrong = files
      .filter((file) => PURE.some((prefix) => file.startsWith(prefix)))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => !name.startsWith('.') && !PURE_PACKAGES.includes(name))
          .map((name) => `${file} → ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it('read the clock and the environment nowhere but at the front', () => {
    const wrong = files
      .filter((file) => !['main.ts', 'config.ts', 'settings.ts', 'services.ts'].includes(file))
      .filter((file) => {
        const text = readFileSync(join(src, file), 'utf8');
        return /\bDate\.now\(\)|\bnew Date\(\)|Temporal\.Now|\bprocess\.(?:env|argv)\b/.test(text);
      });
    expect(wrong).toEqual([]);
  });

  it('keep their files to a length that two screens show, or give a reason here', () => {
    const reasons: Readonly<Record<string, string>> = {
      'reading/defects/outdated-standards.ts': 'a table, one entry a standard',
      'report/activity-templates.ts': 'a table, one entry a kind of activity',
      'report/glossary-entries.ts': 'a table, one entry a word',
      'workspace/registers/column-headings.samples.ts': 'a table, one entry a heading',
      'workspace/standing/register-tables.ts': 'a table, one entry a register',
      'workspace/registers/field-headings.ts': 'a table, one entry a field',
    };
    const long = files.filter(
      (file) => readFileSync(join(src, file), 'utf8').split('\n').length > 300 && !(file in reasons),
    );
    expect(long).toEqual([]);
  });
});
