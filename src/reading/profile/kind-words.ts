import type { DocumentKind } from '../../record/document.ts';

/**
 * Words of a title or file name that tell the kind, most telling first: the first that fits decides, so "risk register
 * template" is a template and "incident response plan" a plan, not a log of incidents.
 */
export const KIND_BY_TITLE: readonly (readonly [DocumentKind, RegExp])[] = [
  ['template', /\btemplates?\b|\bspecimen\b|\bpro[- ]?forma\b|\bboilerplate\b/],
  ['minutes', /\bminutes\b|\bmins\b|\bmeeting notes?\b|\bnotes of (?:the )?meeting\b/],
  ['screenshot', /\bscreen ?shots?\b|\bscreen ?grab\b|\b(?:export|extract) (?:from|of)\b|\bexport$/],
  ['certificate', /\bcertificates?\b|\bcert\b|\bcertification of\b|\bico registration\b|\bregistration certificate\b/],
  ['log', /\breviews? log\b/],
  [
    'contract',
    /\b(?:agreement|contract|dpa|nda|mou|terms (?:and conditions|of (?:service|business|employment))|addendum|msa|sla|data processing agreement|clause|confidentiality (?:agreement|undertaking)|schedule of processing)\b/,
  ],
  [
    'notice',
    /\b(?:privacy|fair processing|cookie|transparency) (?:notice|statement|information)\b|^(?:website |our |patient |staff )?(?:privacy|cookies?) policy\b|\bnotice\b/,
  ],
  ['minutes', /\bagenda\b/],
  [
    'form',
    /\b(?:form|questionnaire|checklist|check ?list|declaration|acknowledge?ment|sign[- ]?off sheet|induction record)\b/,
  ],
  ['policy', /\bpolic(?:y|ies)\b|\bcode of conduct\b|\bhandbook\b|\brules\b/],
  [
    'log',
    /\b(?:log|logs|logbook|audit trail|journal|history of|(?:incidents?|tests?|training|restore|disposal|destruction|visitor|breach|exercise) records?|record of (?:tests|incidents|training|checks)|actions|look ?ups|counts)\b/,
  ],
  [
    'register',
    /\b(?:register|inventory|asset list|list|matrix|ropa|record of processing(?: activities)?|directory|catalogue|contacts?|call (?:tree|sheet)|schedule|timetable|retention schedule|org(?:anisation)? chart|staff list|map)\b/,
  ],
  [
    'procedure',
    /\b(?:procedures?|proc|sop|standard operating|runbook|playbook|process|how[- ]to|work instructions?|instructions?|guide|guidance|guidelines?|standard|method(?:ology)?|baseline|setup|protocol)\b/,
  ],
  ['plan', /\b(?:plan|bcp|drp|bcdr|strategy|roadmap|programme|program|business continuity|disaster recovery)\b/],
  [
    'report',
    /\b(?:report|audit|assessment|review|findings|results|summary|analysis|lookback|look[- ]back|lessons|evaluation|pen(?:etration)?[- ]?test|scan|survey|dpia|tna|spot check|exercise|debrief|test)\b|\bpaper$/,
  ],
  ['register', /\brecords?\b/],
  [
    'statement',
    /\b(?:statement|scope|position|roles|appointments?|objectives|letter|overview|assurance|confirmation|responsibilities|principles|charter|terms of reference)\b/,
  ],
];

/** Words among the column names that make a table of rows a log (things that happened) rather than a register (things held). */
export const LOG_COLUMNS =
  /\b(?:date (?:of|reported|raised|tested|completed|detected|time|held)|when|happened|occurred|reported|incident|event|result|outcome|completed|tested|detected|raised|opened|closed|resolution|score|attended|time)\b/;
export const REGISTER_COLUMNS =
  /\b(?:asset|owner|supplier|serial|location|classification|risk|likelihood|retention|lawful basis|system|device|contact|role|contract|licen[cs]e|version|support|address)\b/;
