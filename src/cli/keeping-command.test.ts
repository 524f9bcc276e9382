import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  EXAMPLE_FILES,
  keepExample,
  keepingSettings,
  sha256,
  type TestSettings,
} from '../../test/support/kept-place.ts';
import { runKeepingCommand } from './keeping-command.ts';
import { KEEPING_COMMANDS, KEEPING_HELP, type KeepingCommandName } from './keeping-help.ts';

const leftovers: (() => unknown)[] = [];
afterEach(() => {
  for (const remove of leftovers.splice(0)) remove();
});

function aFolder(): TestSettings {
  const settings = keepingSettings('sqlite');
  leftovers.push(settings.remove);
  return settings;
}

async function ran(settings: TestSettings, command: KeepingCommandName, ...args: string[]) {
  const told = { out: '', err: '' };
  const output = {
    out: (text: string) => {
      told.out += text;
    },
    err: (text: string) => {
      told.err += text;
    },
    columns: 80,
    colour: false,
    showProgress: false,
  };
  const exitCode = await runKeepingCommand(command, args, output, {
    settings,
    milliseconds: () => 0,
    owner: {
      today: () => '2026-11-20',
      random: (bytes) => randomBytes(bytes),
      invitationLink: (token) => `http://127.0.0.1:4173/invitation?token=${token}`,
    },
    lettingIn: {
      random: (bytes) => randomBytes(bytes),
      passwordLink: (token) => `http://127.0.0.1:4173/new-password?token=${token}`,
    },
  });
  return { exitCode, ...told };
}

describe('the commands that look after what is kept', () => {
  it.each(KEEPING_COMMANDS)('explain themselves in lines of at most 80 characters: %s', async (command) => {
    const { exitCode, out } = await ran(aFolder(), command, '--help');
    expect(exitCode).toBe(0);
    expect(out).toBe(KEEPING_HELP[command]);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('carry everything from one folder to another', async () => {
    const home = aFolder();
    const fresh = aFolder();
    await keepExample(home, 'org');
    const file = join(home.dataDir, 'backup.zip');

    const backup = await ran(home, 'backup', file);
    expect(backup).toMatchObject({ exitCode: 0, err: '' });
    expect(backup.out).toContain('Backed up 1 organisation, ');
    const restored = await ran(fresh, 'restore', file);
    expect(restored).toMatchObject({ exitCode: 0, err: '' });
    expect(restored.out).toContain('Every journal ends where it ended then.');
    const [head] = /(?<=head {5})[0-9a-f]{64}/.exec(restored.out) ?? [];
    expect(backup.out).toContain(head);
    expect(await ran(fresh, 'verify', '--expect', head ?? '')).toMatchObject({ exitCode: 0 });
  });

  it('carry one organisation to another folder', async () => {
    const home = aFolder();
    const fresh = aFolder();
    await keepExample(home, 'org');
    const file = join(home.dataDir, 'export.zip');
    expect(await ran(home, 'export', file)).toMatchObject({ exitCode: 0, err: '' });
    const imported = await ran(fresh, 'import', file, '--owner', 'ada@example.org');
    expect(imported).toMatchObject({ exitCode: 0, err: '' });
    expect(imported.out).toContain('Imported as organisation org.');
    expect(imported.out).toContain('http://127.0.0.1:4173/invitation?token=');
    expect(await ran(fresh, 'import', file, '--owner', 'ada@example.org')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('--as-new'),
    });
    expect(await ran(fresh, 'import', file, '--owner', 'ada@example.org', '--as-new')).toMatchObject({ exitCode: 0 });
  });

  it('end with 1 and name the entry when something is broken', async () => {
    const home = aFolder();
    await keepExample(home, 'org');
    const lost = sha256(EXAMPLE_FILES[0]?.[1] ?? '');
    rmSync(join(home.dataDir, 'files', 'org', lost.slice(0, 2), lost));
    const { exitCode, out } = await ran(home, 'verify');
    expect(exitCode).toBe(1);
    expect(out).toContain(`BROKEN   file ${lost},\n           of entry 5: it is missing`);
    expect(await ran(home, 'backup', join(home.dataDir, 'backup.zip'))).toMatchObject({ exitCode: 1 });
  });

  const mistakes: readonly (readonly [KeepingCommandName, readonly string[], RegExp])[] = [
    ['backup', [], /needs the name of a file/],
    ['restore', [], /needs the name of a file/],
    ['let-in', [], /needs an email address/],
    ['let-in', ['ann'], /"ann" is no email address/],
    ['let-in', ['ann@larkmoor.example'], /Nothing is kept here yet/],
    ['verify', ['now'], /"now" is one word too many/],
    ['verify', ['--expect', 'abc'], /--expect takes heads .* "abc" is none/],
    ['verify', ['--expects', 'abc'], /Did you mean "--expect"/],
    ['verify', [], /Nothing is kept here yet/],
    ['backup', ['a.zip'], /Nothing is kept here yet/],
    ['export', ['a.zip'], /Nothing is kept here yet/],
    ['restore', ['no-such-file.zip'], /could not be read: there is no such file/],
    ['import', ['no-such-file.zip'], /needs --owner EMAIL/],
    ['import', ['no-such-file.zip', '--owner', 'ada@example.org'], /could not be read: there is no such file/],
  ];
  it.each(mistakes)('end with 2 and a sentence: %s %s', async (command, args, sentence) => {
    const settings = aFolder();
    const { exitCode, out, err } = await ran(settings, command, ...args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(settings.dataDir)).toEqual([]);
  });
});
