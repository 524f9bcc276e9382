import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { buildAssets } from '../../../scripts/assets.mjs';
import {
  GAP_CHECKS,
  halfWay,
  hostileNames,
  manyFindings,
  nothingFound,
} from '../../../test/support/gap-check-examples.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { standaloneReport } from './standalone-report.tsx';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the report as one file', () => {
  let folder: string;
  let css: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perennial-css-'));
    await buildAssets(ROOT, folder);
    css = await readFile(join(folder, 'assets', 'report.css'), 'utf8');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const report = (check: GapCheck) => standaloneReport(check, { css, version: '1.2.3' });

  describe.each(Object.entries(GAP_CHECKS))('of %s', (_name, example) => {
    test('has no script, no handler, no inline style and no address to fetch from', () => {
      expect(report(example())).not.toMatch(
        /<script|<[^>]+\son\w+=|<[^>]+\sstyle=|<[^>]+\ssrc=|@import|url\(["']?(?:https?:)?\/\//i,
      );
    });

    test('gives every id once', () => {
      const ids = [...report(example()).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
      expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    });

    test('has no link that leads nowhere', () => {
      const html = report(example());
      const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
      const targets = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
      expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    });
  });

  test('escapes names and quotes from files', () => {
    const html = report(hostileNames());
    expect([
      html.includes('<b>Evil'),
      html.includes('&lt;b&gt;Evil &amp; Sons&lt;/b&gt;'),
      html.includes('\u202e'),
    ]).toEqual([false, true, false]);
  });

  test('shows every mandatory item as a tile', () => {
    expect(report(halfWay()).match(/<a [^>]*class="app-tile /g)).toHaveLength(45);
  });

  test('names each item as the Toolkit does', () => {
    expect(report(halfWay())).toContain('DSPT v8 evidence item 7.3.4, mandatory');
  });

  test('says what to know before relying on it', () => {
    expect(report(halfWay())).toMatch(/Version 9[^<]*in force/);
  });

  test('does not call met what a person is still to check', () => {
    const html = report(halfWay());
    const check = html.match(/<li class="app-check app-check--to-check">.*?<\/li>/)?.[0] ?? '';
    expect(check).toContain('<strong>Met as far as we can tell, check it too:</strong>');
    expect(check).toContain('Check that its scope covers the whole organisation.');
    expect(check).not.toContain('Met:');
  });

  test('stays light with a hundred documents', () => {
    const check = manyFindings();
    const usual = { ...check, assessment: { ...check.assessment, findings: check.assessment.findings.slice(0, 100) } };
    expect(report(usual).length).toBeLessThan(600_000);
  });

  test('has a style for every class of NHS.UK that its markup uses and the NHS stylesheet knows', async () => {
    const whole = await readFile(join(ROOT, 'node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css'), 'utf8');
    const used = new Set(
      [...report(halfWay()).matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1]?.split(' ') ?? []),
    );
    const lost = [...used].filter(
      (name) => name.startsWith('nhsuk-') && whole.includes(`.${name}`) && !css.includes(`.${name}`),
    );
    expect(lost).toEqual([]);
  });

  test('asks for no font of the NHS', () => {
    expect(css).not.toMatch(/frutiger|@font-face/i);
  });

  test('refuses a stylesheet that would end its own element', () => {
    expect(() => standaloneReport(nothingFound(), { css: '</style><script>', version: '1' })).toThrow(
      'end its own style element',
    );
  });
});
