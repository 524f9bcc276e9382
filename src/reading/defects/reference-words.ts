/** Nouns that end the title of a company document. */
export const DOCUMENT_NOUN =
  '(?:Polic(?:y|ies)|Procedures?|Plan|Register|Log|Runbook|Playbook|Charter|Handbook|Standards?|Guide|Guidelines?|Protocol|Schedule|Matrix|Statement|Notice|Framework|Checklist|Form|Template|Agreement|Strategy|Manual|SOP|Inventory|Methodology|Assessment|Report|Code of Conduct|Terms of Reference|Tracker|Roadmap|List)';

/** Short forms companies use in references, with what they stand for. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  bcp: 'business continuity plan',
  bcdr: 'business continuity disaster recovery',
  drp: 'disaster recovery plan',
  dr: 'disaster recovery',
  isp: 'information security policy',
  isms: 'information security management',
  aup: 'acceptable use policy',
  irp: 'incident response plan',
  ropa: 'record processing activity',
  dpia: 'data protection impact assessment',
  dpa: 'data processing agreement',
  byod: 'bring own device',
  soa: 'statement applicability',
  hr: 'human resource',
  it: 'it',
  mfa: 'multi factor authentication',
  capa: 'corrective preventive action',
  pam: 'privileged access management',
  mdm: 'mobile device management',
  dlp: 'data loss prevention',
  bia: 'business impact analysis',
  nda: 'non disclosure agreement',
  sop: 'standard operating procedure',
  sla: 'service level agreement',
  iar: 'information asset register',
};

/** Words that do not tell one title from another. */
export const WEAK_WORDS = new Set(
  `the our a an of and for to in on at by with company organisation organization policy policies procedure procedures plan register log
  document documents version final draft v copy new current this your their its or from standard standards guide guideline guidelines
  protocol template form statement notice list matrix handbook manual framework schedule checklist report md csv docx pdf xlsx txt dcc level
  alignment ltd limited management`.split(/\s+/),
);

/** Titles of laws, public standards and other people's papers: naming them needs no file in the folder. */
export const OUTSIDE_TITLE =
  /\b(?:International Data Transfer|Standard Contractual|NHS|ISO|IEC|PCI|NCSC|ICO|Government|GOV|HM|UK|EU|National|DSPT|Toolkit|OWASP|CIS|NIST|Act|Regulations?|GDPR|Code of Practice|Cyber Essentials|Caldicott|DTAC|DCB|MHRA|CQC|SOC|AWS|Amazon|Microsoft|Azure|Google|GitHub|Apple|Cloudflare|Annex|Highway|MOD|DEF STAN|HIPAA|CSA|Secretary|Parliament|Companies House|World Health|Public)\b/;

/** Words shortly before a title by which it belongs to somebody else or need not exist. */
export const OTHERS_BEFORE =
  /\b(?:their|his|her|suppliers?['’]?s?|vendors?['’]?s?|customers?['’]?s?|clients?['’]?s?|trusts?['’]s?|providers?['’]?s?|processors?['’]?s?|third[- ]part(?:y|ies)['’]?s?|own|any|each|every|a|an|no|if (?:there is|it exists)|where (?:there is|one exists)|for example|e\.g\.?|such as|new|draft|future|proposed|planned|Trust['’]s|Hospital['’]s|partner['’]s)\s+(?:\w+\s+)?$/i;
