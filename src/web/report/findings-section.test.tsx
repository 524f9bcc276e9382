import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { buildDocument, buildFinding, buildGapCheck } from '../../../test/support/gap-check-builder.ts';
import { FindingsSection } from './findings-section.tsx';
import { reportLinks } from './report-links.ts';

test('findings that say the same of several documents stand together, each with its place and day, and say once what is next', () => {
  const paths = ['access.md', 'backup.md'];
  const findings = paths.map((file, at) =>
    buildFinding({
      subject: file,
      seen: [{ file, line: 3 }],
      message: `Its own next review, ${at + 3} March 2026, has passed.`,
      next: 'Review it.',
    }),
  );
  const check = buildGapCheck({ findings, documents: paths.map((path) => buildDocument(path)) });
  const body = renderToStaticMarkup(<FindingsSection check={check} links={reportLinks(check)} />);
  expect(body.match(/href="#document-\d"/g)).toEqual(['href="#document-1"', 'href="#document-2"']);
  expect(body.match(/\d March 2026/g)).toEqual(['3 March 2026', '4 March 2026']);
  expect(body.match(/Review it\./g)).toHaveLength(1);
  expect(body).toContain('2 findings of this sort');
});
