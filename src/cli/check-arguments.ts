import { type Category, parseCategory } from '../catalogue/catalogue.ts';
import { parseEditionName } from '../catalogue/edition.ts';
import { DEFAULT_EDITION } from '../catalogue/shipped-catalogues.ts';
import type { Day } from '../record/day.ts';
import { SEVERITIES, type Severity } from '../record/finding.ts';
import { neutralised } from '../report/neutralised.ts';
import { parseJudgementDay } from '../workspace/judgement-day.ts';
import { type OptionShapes, readOptions } from './read-options.ts';

export type CheckArguments = {
  readonly help: boolean;
  /** The folder to check; absent for `demo`, which brings its own. */
  readonly folder: string | undefined;
  /** Absent: today. */
  readonly on: Day | undefined;
  readonly category: Category;
  readonly edition: string;
  readonly profileFile: string | undefined;
  readonly htmlFile: string | undefined;
  readonly sarifFile: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly failOn: Severity | 'never';
};

export type CheckArgumentsResult =
  | { readonly ok: true; readonly value: CheckArguments }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-arguments'; readonly message: string } };

const SHAPES: OptionShapes = {
  on: { takes: 'value' },
  category: { takes: 'value' },
  edition: { takes: 'value' },
  profile: { takes: 'value' },
  html: { takes: 'value' },
  json: { takes: 'nothing' },
  sarif: { takes: 'value' },
  'fail-on': { takes: 'value' },
  quiet: { takes: 'nothing' },
};

/** The arguments of `perennial check`, or of `perennial demo`, which takes the same ones and no folder. */
export function parseCheckArguments(command: 'check' | 'demo', args: readonly string[]): CheckArgumentsResult {
  const read = readOptions(command, args, SHAPES);
  if (!read.ok) return refused(read.problem.message);
  const { values, given, words } = read.options;
  const help = given.has('help');

  const [folder, extra] = words;
  if (command === 'check' && folder === undefined && !help) {
    return refused('Say which folder to check, for example: perennial check ./policies');
  }
  const surplus = command === 'demo' ? folder : extra;
  if (surplus !== undefined) {
    const advice =
      command === 'demo'
        ? 'perennial demo takes no folder'
        : 'Give one folder; if its name has spaces, put it in quotation marks';
    return refused(`"${neutralised(surplus)}" is one word too many. ${advice}.`);
  }

  const on = parseOn(values.get('on'));
  if (on === null) {
    return refused(
      `"${neutralised(values.get('on') ?? '')}" is not a day of the calendar. Write --on 2026-11-20 or --on 20/11/2026.`,
    );
  }
  const category = parseCategory(values.get('category') ?? '3');
  if (category === undefined) {
    const why =
      values.get('category') === '1' ? ' Category 1 uses the CAF-aligned toolkit, which is not checked here.' : '';
    return refused(`--category must be 2, 3 or 4; "${neutralised(values.get('category') ?? '')}" was given.${why}`);
  }
  const failOn = parseFailOn(values.get('fail-on') ?? (command === 'demo' ? 'never' : 'high'));
  if (failOn === undefined) {
    return refused(
      `--fail-on must be high, medium, low or never; "${neutralised(values.get('fail-on') ?? '')}" was given.`,
    );
  }
  const edition = parseEditionName(values.get('edition') ?? DEFAULT_EDITION);
  if (edition === undefined) {
    return refused(`--edition must look like v8; "${neutralised(values.get('edition') ?? '')}" was given.`);
  }
  return {
    ok: true,
    value: {
      help,
      folder,
      on,
      category,
      edition,
      profileFile: values.get('profile'),
      htmlFile: values.get('html'),
      sarifFile: values.get('sarif'),
      json: given.has('json'),
      quiet: given.has('quiet'),
      failOn,
    },
  };
}

/** A whole day in ISO or British writing; undefined when none was given, null when it is not one. */
function parseOn(text: string | undefined): Day | undefined | null {
  if (text === undefined) return undefined;
  return parseJudgementDay(text) ?? null;
}

function parseFailOn(text: string): Severity | 'never' | undefined {
  return text === 'never' ? 'never' : SEVERITIES.find((severity) => severity === text);
}

function refused(message: string): CheckArgumentsResult {
  return { ok: false, problem: { type: 'bad-arguments', message } };
}
