import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { Organisation } from '../record/record.ts';
import { neutralised } from '../report/neutralised.ts';
import { didYouMean, nearest } from './nearest.ts';

/** Facts that switch evidence items off when they are false. Left out, a fact is not known and every item stays on. */
export const ORGANISATION_FACTS = [
  'uses-byod',
  'has-paper-records',
  'uses-mobile-phones',
  'destroys-records-by-third-party',
  'destroys-records-in-house',
  'had-incident-in-last-12-months',
  'had-high-risk-breach-in-last-12-months',
  'uses-unsupported-software',
  'has-own-network-equipment',
  'develops-web-applications',
  'owns-internet-domains',
  'has-medical-devices',
  'has-portable-devices',
  'uses-suppliers-for-personal-data',
  'uses-it-suppliers',
] as const;

export type OrganisationFileResult =
  | { readonly ok: true; readonly organisation: Organisation }
  | { readonly ok: false; readonly problem: { readonly type: 'bad-profile'; readonly message: string } };

const KEYS = ['name', 'tradingNames', 'odsCode', 'facts'];

const name = z.string('must be text').trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');
const fact = z.union([z.boolean(), z.number(), z.string()], 'must be true or false');
const organisationFile = z.strictObject(
  {
    name: name.optional(),
    tradingNames: z.array(name, 'must be a list of names').max(50, 'must hold at most 50 names').optional(),
    odsCode: z
      .string('must be text; put it in quotation marks')
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{3,10}$/, 'must be 3 to 10 letters and digits, such as 8JX41')
      .optional(),
    facts: z.record(z.string(), fact, 'must be a list of facts, each true or false').optional(),
  },
  'must hold name, tradingNames, odsCode or facts',
);

/**
 * What `--profile` names: facts about the organisation as YAML or JSON, with `name`, `tradingNames`, `odsCode` and `facts`,
 * all optional. Every fault is named at once, in one message.
 */
export function parseOrganisationFile(file: string, text: string): OrganisationFileResult {
  const called = neutralised(file);
  const document = parseDocument(text, { prettyErrors: true });
  const broken = document.errors[0];
  if (broken) return refused(`${called} is neither YAML nor JSON: ${neutralised(broken.message.split('\n')[0] ?? '')}`);
  const read = organisationFile.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (!read.success) return refused(`${called}: ${read.error.issues.flatMap(faults).join('; ')}.`);
  const { facts = {}, name: ownName, tradingNames, odsCode } = read.data;
  const wrong = Object.entries(facts).flatMap(([name, value]) => factFaults(name, value));
  if (wrong.length > 0) return refused(`${called}: ${wrong.join('; ')}.`);
  return {
    ok: true,
    organisation: {
      ...(ownName === undefined ? {} : { name: ownName }),
      ...(tradingNames === undefined ? {} : { tradingNames }),
      ...(odsCode === undefined ? {} : { odsCode }),
      facts,
    },
  };
}

/** A fact we know must be true or false; one that looks like a slip for one we know is refused; others are let through. */
function factFaults(name: string, value: boolean | number | string): string[] {
  if (ORGANISATION_FACTS.some((known) => known === name)) {
    return typeof value === 'boolean' ? [] : [`facts → ${name} must be true or false`];
  }
  const meant = nearest(name, ORGANISATION_FACTS);
  return meant === undefined ? [] : [`facts → ${neutralised(name)} is not known; write "${meant}"`];
}

function faults(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      `"${neutralised(key)}" is not known here.${didYouMean(key, KEYS)}`.replace(/\.$/, ''),
    );
  }
  const where = issue.path.map(String).map(neutralised).join(' → ');
  return [where === '' ? `the file ${issue.message}` : `${where} ${issue.message}`];
}

function refused(message: string): OrganisationFileResult {
  return { ok: false, problem: { type: 'bad-profile', message } };
}
