import { KEEPING_COMMANDS, KEEPING_HELP } from './keeping-help.ts';

export const COMMANDS = ['check', 'serve', 'demo', 'catalogue', ...KEEPING_COMMANDS, 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** The help of one command, or of the whole program. */
export function helpFor(command?: CommandName): string {
  switch (command) {
    case 'check':
      return CHECK;
    case 'demo':
      return DEMO;
    case 'serve':
      return SERVE;
    case 'verify':
    case 'backup':
    case 'restore':
    case 'export':
    case 'import':
    case 'let-in':
      return KEEPING_HELP[command];
    default:
      return GENERAL;
  }
}

const GENERAL = `Perennial reads your documents and says where you stand on the NHS Data Security
and Protection Toolkit (DSPT), with a line behind every verdict.

  perennial check FOLDER     check a folder of documents
  perennial demo             check the example documents that come with it
  perennial serve            keep the record, as web pages and an API (npm start does the same)
  perennial catalogue        see and import what the Toolkit asks

  perennial verify           prove that nothing kept was lost or changed
  perennial backup FILE      write everything that is kept into one file
  perennial restore FILE     fill an empty place from a backup
  perennial export FILE      write one organisation in an open format
  perennial import FILE      take in an organisation that was exported
  perennial let-in EMAIL     make a link for somebody who lost their password

  perennial COMMAND --help   more about one command
  perennial --version        the version

Everything runs on this computer. Nothing is sent anywhere.
`;

const OPTIONS = `  --on DATE          judge as of this day: 2026-11-20 or 20/11/2026; today if left out
  --category N       2 (large IT suppliers), 3 (everyone else) or 4 (GP practices); 3
  --edition v8       edition of the Toolkit
  --profile FILE     facts about your organisation, as YAML or JSON
  --html FILE        also write the full report as one web page to keep or send
  --json             write JSON, and nothing else, to standard output
  --sarif FILE       also write SARIF, so that code hosting shows findings in place
  --fail-on LEVEL    end with 1 on findings this bad or worse: high, medium, low, never
  --quiet            only the outcome, in a few lines
`;

const CHECK = `perennial check FOLDER [options]

Reads every document in FOLDER and says which evidence items of the DSPT they
show, which they only claim, what speaks against them, and what to fix first.

${OPTIONS}
Ends with 0 when nothing at or above --fail-on was found (high if left out), 1 when
something was, and 2 when the check could not be made.

A profile, for --profile:

  name: Larkfield Health Software Ltd
  tradingNames: [Larkfield]
  odsCode: 8JX41
  facts:
    uses-byod: false
    has-paper-records: false
`;

const DEMO = `perennial demo [options]

Checks the example documents that come with Perennial, with the example's own
profile and as of 20 November 2026, the day they were written for. Takes the
options of perennial check; ends with 0 unless --fail-on is given.

${OPTIONS.replace('today if left out', 'that day if left out')}`;

const SERVE = `perennial serve

Keeps the record of your organisation and serves its pages and API, on
http://localhost:4173 unless told otherwise. The first start prints a link to set it up.

  PORT=8080                  another port
  PERENNIAL_DATA=/srv/data   where everything is kept

docs/operations.md lists every setting, and what to do before others reach it.
`;
