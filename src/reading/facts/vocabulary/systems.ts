/**
 * Kinds of system a rule or target can be about. The first that matches names the scope; a text that names none speaks of
 * everything. More special ones stand before more general ones.
 */
export const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  [
    'test environment',
    /\b(?:dev|development|staging|test(?:ing)?|UAT|pre-?prod(?:uction)?|sandbox|demo)(?:\s?[/,&]\s?\w+| (?:and|or) \w+)*[ -](?:environments?|systems?|servers?|instances?)\b/i,
  ],
  ['phones', /\b(?:telephony|phone system|telephones?|voip|call handling|switchboard)\b/i],
  [
    'email',
    /\b(?:e-?mail|mailbox(?:es)?|microsoft 365|office 365|m365|google workspace|exchange online|outlook|gmail)\b/i,
  ],
  [
    'file storage',
    /\b(?:sharepoint|onedrive|file ?(?:store|share|server|storage)s?|shared drives?|google drive|document storage|s3 buckets?|s3|object storage|blob storage|documents and files|uploaded files)\b/i,
  ],
  [
    'source code',
    /\b(?:source code|git(?:hub|lab)?|bitbucket|code repositor(?:y|ies)|repositor(?:y|ies)|terraform (?:\w+ )?state|infrastructure (?:state|code|as code)|(?:application|infrastructure) configuration)\b/i,
  ],
  ['website', /\b(?:website|web site|marketing site|brochure site)\b/i],
  ['finance', /\b(?:finance|payroll|accounts? package|accounting|xero|quickbooks|sage|invoicing|billing)\b/i],
  ['hr', /\b(?:hr system|hr records system|breathehr|bamboohr|people system)\b/i],
  ['help desk', /\b(?:help ?desk|ticketing|service desk|support desk|zendesk|freshdesk|jira)\b/i],
  ['call recordings', /\b(?:call recordings?|voice recordings?)\b/i],
  ['logs', /\b(?:audit logs?|log data|logs|logging|siem)\b/i],
  ['database', /\b(?:database|rds|aurora|postgres(?:ql)?|mysql|mariadb|sql server|databases|db|dynamodb|mongodb)\b/i],
  ['portal', /\bportal\b/i],
  ['laptops', /\b(?:laptops?|workstations?|desktops?|end ?points?|end[- ]user devices?|pcs?)\b/i],
  ['mobile', /\b(?:mobiles?|mobile phones?|smartphones?|tablets?|mobile devices?|byod)\b/i],
  ['network', /\b(?:firewalls?|routers?|switches|wi-?fi|network devices?|network equipment|firmware)\b/i],
  [
    'application',
    /\b(?:applications?|app|platform|product|software as a service|saas|live service|core service|production)\b/i,
  ],
  ['servers', /\b(?:servers?|virtual machines?|vms?|ec2|instances?|hosts?)\b/i],
  ['internet', /\b(?:internet|broadband|connectivity)\b/i],
];

/** Importance tiers of services, incidents and records. */
export const TIERS: readonly (readonly [string, RegExp])[] = [
  ['not critical', /\b(?:non[- ]critical|not critical|non[- ]essential|desirable|tier 3|priority 3|p3)\b/i],
  ['important', /\b(?:important|essential|tier 2|priority 2|p2)\b/i],
  ['critical', /\b(?:critical|vital|core|key|tier 1|priority 1|p1|tier one)\b/i],
];

/** Severities of vulnerabilities, patches and incidents. */
export const SEVERITY_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'zero-day',
    /\b(?:zero[- ]days?|actively exploited|known exploited|exploited in the wild|emergency|out[- ]of[- ]band)\b/i,
  ],
  ['critical', /\b(?:critical|sev(?:erity)?[- ]?1|p1|severe)\b/i],
  ['high', /\b(?:high(?:[- ]risk|[- ]severity)?|sev(?:erity)?[- ]?2|p2|major)\b/i],
  ['medium', /\b(?:medium|moderate|sev(?:erity)?[- ]?3|p3)\b/i],
  ['low', /\b(?:low|minor|routine|sev(?:erity)?[- ]?4|p4|informational)\b/i],
];

/** The name of the first entry whose pattern occurs in the text. */
export function firstOf(vocabulary: readonly (readonly [string, RegExp])[], text: string): string | undefined {
  return vocabulary.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The names of all entries whose pattern occurs in the text. */
export function allOf(vocabulary: readonly (readonly [string, RegExp])[], text: string): string[] {
  return vocabulary.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
