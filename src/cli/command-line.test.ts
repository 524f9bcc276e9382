import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFinding, buildGapCheck } from '../../test/support/gap-check-builder.ts';
import { halfWay } from '../../test/support/gap-check-examples.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { CheckOptions } from '../workspace/check-folder.ts';
import { type CommandServices, runCommandLine } from './command-line.ts';
import type { Output } from './output.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line against services that check nothing and answer with `check`; remembers what they were asked. */
async function run(
  args: readonly string[],
  over: Partial<CommandServices> & { readonly check?: GapCheck; readonly bar?: true } = {},
) {
  let out = '';
  let err = '';
  const asked: { folder: string; options: CheckOptions }[] = [];
  const output: Output = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: undefined,
    colour: false,
    showProgress: over.bar === true,
  };
  const services: CommandServices = {
    version: '1.2.3',
    today: () => '2026-11-20',
    now: () => 0,
    checkFolder: async (checked, options, onProgress) => {
      asked.push({ folder: checked, options });
      onProgress({ done: 1, total: 2, path: 'a.md' });
      return { ok: true, check: over.check ?? halfWay() };
    },
    htmlReport: async () => '<!DOCTYPE html>',
    example: { folder: '/examples', profileFile: join(folder, 'none.yaml'), on: '2026-11-20' },
    serve: async () => 0,
    catalogue: async () => 0,
    keeping: async () => 0,
    ...over,
  };
  const code = await runCommandLine(args, output, services);
  return { code, out, err, asked };
}

describe('the command line', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('explains itself when given %o', async (args) => {
    const { code, out } = await run(args);
    expect([code, out.includes('perennial check FOLDER')]).toEqual([0, true]);
  });

  test.each(['check', 'demo', 'serve'])('explains %s on its own', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect([code, out.startsWith(`perennial ${command}`)]).toEqual([0, true]);
  });

  test('tells its version', async () => {
    expect((await run(['--version'])).out).toBe('1.2.3\n');
  });

  test.each([
    [['chek', 'x'], '"chek" is not a command. Did you mean "check"? See perennial --help.\n'],
    [['--verison'], '"--verison" is not an option of perennial. Did you mean "--version"? See perennial --help.\n'],
    [['xyzzy'], '"xyzzy" is not a command. See perennial --help.\n'],
    [['check'], 'Say which folder to check, for example: perennial check ./policies\n'],
    [
      ['check', 'a', 'b'],
      '"b" is one word too many. Give one folder; if its name has spaces, put it in quotation marks.\n',
    ],
    [
      ['check', 'a', '--jsno'],
      '"--jsno" is not an option of perennial check. Did you mean "--json"? See perennial check --help.\n',
    ],
    [['check', 'a', '--html'], '--html needs a value after it. See perennial check --help.\n'],
    [['check', 'a', '--html', '--json'], '--html needs a value after it. See perennial check --help.\n'],
    [['check', 'a', '--json=yes'], '--json takes no value, and "yes" was given.\n'],
    [
      ['check', 'a', '--on', '31/02/2026'],
      '"31/02/2026" is not a day of the calendar. Write --on 2026-11-20 or --on 20/11/2026.\n',
    ],
    [
      ['check', 'a', '--category', '1'],
      '--category must be 2, 3 or 4; "1" was given. Category 1 uses the CAF-aligned toolkit, which is not checked here.\n',
    ],
    [['check', 'a', '--fail-on', 'bad'], '--fail-on must be high, medium, low or never; "bad" was given.\n'],
    [['check', 'a', '--quiet', '--quiet'], '--quiet is given twice. Give it once.\n'],
    [['serve', 'x'], 'perennial serve takes nothing after it; "x" was given.\n'],
  ])('refuses %o in one sentence', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: sentence });
  });

  test('takes escape sequences out of what it repeats', async () => {
    expect((await run(['\u001b[31mred'])).err).not.toContain('\u001b');
  });
});

describe('perennial check', () => {
  test.each(['2026-11-20', '20/11/2026', '20 November 2026', '20 Nov 2026'])(
    'judges on the day written %s',
    async (day) => {
      const { asked } = await run(['check', 'x', '--on', day]);
      expect(asked[0]?.options.on).toBe('2026-11-20');
    },
  );

  test('asks for category 3 of v8 unless told otherwise', async () => {
    const { asked } = await run(['check', 'x']);
    expect(asked[0]?.options).toMatchObject({ category: 3, edition: 'v8', organisation: { facts: {} } });
  });

  test('writes JSON and nothing else to standard output', async () => {
    const { out } = await run(['check', 'x', '--json']);
    expect(JSON.parse(out)).toMatchObject({ perennial: '1.2.3', edition: 'v8' });
  });

  test('writes the reports it is asked for', async () => {
    const html = join(folder, 'report.html');
    const sarif = join(folder, 'findings.sarif');
    await run(['check', 'x', '--html', html, '--sarif', sarif]);
    expect([await readFile(html, 'utf8'), JSON.parse(await readFile(sarif, 'utf8')).version]).toEqual([
      '<!DOCTYPE html>',
      '2.1.0',
    ]);
  });

  test('leaves nothing behind when a report cannot be written', async () => {
    const file = join(folder, 'no-such-folder', 'report.html');
    const { code, err } = await run(['check', 'x', '--html', file]);
    expect([code, err, existsSync(file)]).toEqual([
      2,
      `${file} could not be written: there is no such file or folder.\n`,
      false,
    ]);
  });

  test('repeats why a folder cannot be checked', async () => {
    const checkFolder = async () =>
      ({ ok: false, problem: { type: 'no-folder', message: 'There is no folder "x".' } }) as const;
    expect(await run(['check', 'x'], { checkFolder })).toMatchObject({
      code: 2,
      err: 'There is no folder "x".\n',
      out: '',
    });
  });

  test.each([
    ['high', 'high', 1],
    ['medium', 'high', 0],
    ['medium', 'medium', 1],
    ['high', 'medium', 1],
    ['low', 'low', 1],
    ['high', 'never', 0],
  ] as const)('with a %s finding and --fail-on %s ends with %i', async (severity, failOn, code) => {
    const check = buildGapCheck({ findings: [buildFinding({ severity })] });
    expect((await run(['check', 'x', '--fail-on', failOn], { check })).code).toBe(code);
  });

  test('fails on high findings unless told otherwise', async () => {
    expect(
      (await run(['check', 'x'], { check: buildGapCheck({ findings: [buildFinding({ severity: 'high' })] }) })).code,
    ).toBe(1);
  });

  test('keeps the progress bar to a terminal', async () => {
    expect((await run(['check', 'x'])).err).toBe('');
  });

  test('draws the progress bar on a terminal and wipes it', async () => {
    const { err } = await run(['check', 'x'], { bar: true });
    expect([err.includes('1 of 2 files'), err.endsWith('\r\u001b[2K')]).toEqual([true, true]);
  });

  test('says only the outcome when told to be quiet', async () => {
    const { out } = await run(['check', 'x', '--quiet']);
    expect(out.split('\n').length).toBeLessThan(10);
  });

  test('hands on what the profile says about the organisation', async () => {
    const profile = join(folder, 'profile.yaml');
    await writeFile(profile, 'name: Larkfield Health Software Ltd\nfacts:\n  uses-byod: false\n');
    const { asked } = await run(['check', 'x', '--profile', profile]);
    expect(asked[0]?.options.organisation).toEqual({
      name: 'Larkfield Health Software Ltd',
      facts: { 'uses-byod': false },
    });
  });

  test('says why a profile cannot be read', async () => {
    const { code, err } = await run(['check', 'x', '--profile', join(folder, 'none.yaml')]);
    expect([code, err]).toEqual([
      2,
      `The profile ${join(folder, 'none.yaml')} could not be read: there is no such file or folder.\n`,
    ]);
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe that is given as the profile', async () => {
    const pipe = join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    const { code, err } = await run(['check', 'x', '--profile', pipe]);
    expect([code, err]).toEqual([2, `The profile ${pipe} could not be read: it is a pipe or a device, not a file.\n`]);
  });

  test.each([
    [['--html', 'a', '--sarif', './a'], '--html and --sarif name the same file. Give each its own.\n'],
    [['--html', 'a', '--profile', 'a'], '--html names the profile, which it would overwrite. Give it another file.\n'],
    [
      ['--sarif', 'a', '--profile', 'a'],
      '--sarif names the profile, which it would overwrite. Give it another file.\n',
    ],
  ])('refuses %o, where one file would destroy the other', async (options, sentence) => {
    expect(await run(['check', 'x', ...options])).toMatchObject({ code: 2, err: sentence, asked: [] });
  });
});

describe('perennial demo', () => {
  test('checks the examples with their own profile and day, and ends with 0 whatever it finds', async () => {
    const profile = join(folder, 'example.yaml');
    await writeFile(profile, 'name: Larkmoor Digital Ltd\n');
    const example = { folder: '/examples', profileFile: profile, on: '2026-03-01' };
    const { code, asked } = await run(['demo'], { example });
    expect([code, asked]).toEqual([
      0,
      [
        {
          folder: '/examples',
          options: {
            on: '2026-03-01',
            category: 3,
            edition: 'v8',
            organisation: { name: 'Larkmoor Digital Ltd', facts: {} },
          },
        },
      ],
    ]);
  });

  test('takes no folder', async () => {
    expect((await run(['demo', 'x'])).err).toBe('"x" is one word too many. perennial demo takes no folder.\n');
  });
});
