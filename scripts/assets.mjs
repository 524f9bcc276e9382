// Makes what pages and reports need to look right: two stylesheets and the script of the upload page.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * Writes `report.css` (goes into the report file), `pages.css` (for the web page, the report within it included) and
 * `upload.js` into `dist/assets`. Both stylesheets are our own CSS and the parts of nhsuk-frontend that our markup uses.
 */
export async function buildAssets(root, dist) {
  const { build: bundle, transform } = await import('esbuild');
  const assets = join(dist, 'assets');
  mkdirSync(assets, { recursive: true });

  const nhsuk = readFileSync(join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css'), 'utf8');
  const own = (...names) => names.map((name) => readFileSync(join(root, 'public/css', name), 'utf8')).join('\n');
  const minified = async (css) => (await transform(css, { loader: 'css', minify: true, legalComments: 'none' })).code;
  writeFileSync(
    join(assets, 'report.css'),
    await minified(subset(nhsuk, REPORT_BLOCKS) + own('frame.css', 'report.css')),
  );
  writeFileSync(
    join(assets, 'pages.css'),
    await minified(
      subset(nhsuk, [...REPORT_BLOCKS, ...PAGE_BLOCKS]) +
        own(
          'frame.css',
          'report.css',
          'looking.css',
          'pages.css',
          'header.css',
          'record.css',
          'people.css',
          'scope.css',
          'incidents.css',
          'risks.css',
          'documents.css',
          'example.css',
          'glossary.css',
          'tables.css',
          'start.css',
          'today.css',
          'alarm.css',
          'print.css',
        ),
    ),
  );

  await bundle({
    absWorkingDir: root,
    entryPoints: ['public/browser/upload.ts', 'public/browser/passkey.ts'],
    outdir: assets,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });

  // Sent as they are: compressing at each request would cost more than it saves. They hold nothing secret.
  for (const name of readdirSync(assets).filter((one) => !/\.(?:br|gz)$/.test(one))) {
    const bytes = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** Blocks of nhsuk-frontend that the report uses: the part of a class name before `__` or `--`. */
const REPORT_BLOCKS = [
  'nhsuk-body',
  'nhsuk-caption-l',
  'nhsuk-details',
  'nhsuk-expander',
  'nhsuk-main-wrapper',
  'nhsuk-skip-link',
  'nhsuk-table',
  'nhsuk-table-container',
  'nhsuk-table-responsive',
  'nhsuk-tag',
  'nhsuk-u-visually-hidden',
  'nhsuk-width-container',
];

/** And those that only the pages around it use. */
const PAGE_BLOCKS = [
  'nhsuk-back-link',
  'nhsuk-button',
  'nhsuk-button-group',
  'nhsuk-card',
  'nhsuk-checkboxes',
  'nhsuk-date-input',
  'nhsuk-error-message',
  'nhsuk-error-summary',
  'nhsuk-fieldset',
  'nhsuk-file-upload',
  'nhsuk-form-group',
  'nhsuk-frontend-supported',
  'nhsuk-grid-column-two-thirds',
  'nhsuk-grid-row',
  'nhsuk-hint',
  'nhsuk-input',
  'nhsuk-input-wrapper',
  'nhsuk-inset-text',
  'nhsuk-label',
  'nhsuk-list',
  'nhsuk-notification-banner',
  'nhsuk-pagination',
  'nhsuk-radios',
  'nhsuk-select',
  'nhsuk-summary-list',
  'nhsuk-task-list',
  'nhsuk-textarea',
  'nhsuk-warning-callout',
];

/**
 * The rules of a minified stylesheet whose every class belongs to one of `blocks`, without the web font, which would be
 * fetched from a host of the NHS and is not ours to use.
 */
export function subset(css, blocks) {
  const kept = filterRules(css.replace(/\/\*[\s\S]*?\*\//g, ''), new Set(blocks));
  return kept.replace(/Frutiger W01,\s*/g, '');
}

/** Rules that fetch a picture, which we do not serve: the browser has a sign of its own. */
const NEEDS_PICTURE = /::-webkit-search-cancel-button/;

function filterRules(css, blocks) {
  let kept = '';
  for (const { head, body } of rulesOf(css)) {
    if (body === undefined) {
      if (!head.startsWith('@charset') && !head.startsWith('@import')) kept += `${head};`;
    } else if (/^@(media|supports|layer|container)\b/.test(head)) {
      const inner = filterRules(body, blocks);
      if (inner !== '') kept += `${head}{${inner}}`;
    } else if (head.startsWith('@')) {
      if (!head.startsWith('@font-face')) kept += `${head}{${body}}`;
    } else {
      const selectors = splitSelectors(head).filter(
        (selector) => classesOf(selector).every((name) => blocks.has(blockOf(name))) && !NEEDS_PICTURE.test(selector),
      );
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

/** Top-level rules: `head{body}`, or `head;` without a body. Braces inside strings do not count. */
function* rulesOf(css) {
  let start = 0;
  let open = -1;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < css.length; i += 1) {
    const c = css[i];
    if (quote !== '') {
      if (c === '\\') i += 1;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '{') {
      if (depth === 0) open = i;
      depth += 1;
    } else if (c === '}') {
      depth -= 1;
      if (depth !== 0) continue;
      yield { head: css.slice(start, open).trim(), body: css.slice(open + 1, i) };
      start = i + 1;
    } else if (c === ';' && depth === 0) {
      const head = css.slice(start, i).trim();
      if (head !== '') yield { head };
      start = i + 1;
    }
  }
}

/** A selector list taken apart at the commas that stand outside brackets. */
function splitSelectors(list) {
  const selectors = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i += 1) {
    if (list[i] === '(' || list[i] === '[') depth += 1;
    else if (list[i] === ')' || list[i] === ']') depth -= 1;
    else if (list[i] === ',' && depth === 0) {
      selectors.push(list.slice(start, i));
      start = i + 1;
    }
  }
  return [...selectors, list.slice(start)];
}

/** Classes an element must have; those it must not have (`:not`) say nothing about use. */
function classesOf(selector) {
  return [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.((?:[\w-]|\\.)+)/g)].map((match) =>
    match[1].replaceAll('\\', ''),
  );
}

function blockOf(name) {
  return name.split(/__|--/, 1)[0];
}
