import { stems } from './stems.ts';

/** Words that name the form of a document rather than its subject: they tell a log from a policy, but say little alone. */
export const FORM_WORDS: ReadonlySet<string> = new Set(
  stems(
    'policy procedure process plan register log record list report form template checklist schedule statement standard guide guidance guideline ' +
      'framework strategy programme notes minutes meeting paper summary overview certificate letter notice email document documentation file sheet tracker ' +
      'inventory export review management system systems security information data approach handbook manual pack map diagram status dspt toolkit nhs',
  ),
);

/** Words of titles and file names, as they stand, that say neither subject nor form: `updated` is noise where `update` is a subject. */
export const NOISE_WORDS: ReadonlySet<string> = new Set(
  (
    'final draft version copy updated current latest annual year month quarter january february march april may june july august september october ' +
    'november december spring summer autumn winter jan feb mar apr jun jul aug sept oct nov dec company ltd limited fw fwd re ref docx pdf our the evidence sop wi frm rec pln std pol con doc qms qf v1 v2 v3 q1 q2 q3 q4 uk'
  ).split(' '),
);

/** Words whose number is part of the name, as in Article 28, ISO 27001, SOC 2 or Windows 10; any other number of a title is noise. */
export const NAMED_BY_NUMBER: ReadonlySet<string> = new Set(stems('article iso soc windows microsoft office'));

/** Headings that stand in documents of every subject: nothing is read out of a heading made of these words alone. */
export const EVERYDAY_HEADINGS: ReadonlySet<string> = new Set(
  stems(
    'purpose scope introduction background aim objective objectives definition definitions term terms role roles responsibility responsibilities review reviews revision history version ' +
      'document documents control approval approvals owner related reference references policy policies statement statements procedure procedures process overview summary compliance enforcement exceptions exception ' +
      'contact contacts appendix annex contents table monitoring training awareness general principles principle requirements requirement applicability distribution glossary conclusion next steps step details note notes ' +
      'legal regulatory framework standards standard audience who how what why when measure measures effectiveness management date maintenance communication implementation',
  ),
);

/** Words that any document of a company may hold: alone they say next to nothing about its subject, however few items use them. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  stems(
    'change information director owner version report require requirement support manage control team update approve approval action role before include employee staff people person ' +
      'process evidence provide party set description tool track find found user year month week day date hour follow decision internal maintain history window scope third resource ensure ' +
      'verify apply issue ask complete completion right base result cover use used check checked senior address activity key new minimum duty business organisation material name professional lead ' +
      'write written hold sign signed single operate failure necessary essential plus responsible responsibility daily weekly monthly yearly annual receive accept relevant need achieve time regular work request ' +
      'appropriate reference share shared area detail public first formal contact level last location call run identify see current specific rule post subject group start sensitive read copy job ' +
      'available step event full back period two three project return state open mandatory link point individual cause conduct assign outside keep kept officer exist term consider contain show ' +
      'customer service company system data form list place thing way part board meeting one take taken tell told make made get give given know known good well long high low main office ' +
      'certificate security critical travel often gap rest valid effect touch timescale twice switch welcome forward design plan decide hear soon goes reason bad gone closed close night morning turn play table bought sold retire retired let label deliver joined clinical clinic ward patient trust practice surgery hospital nhs maker product appointment monitor maintenance care health clean contact company fixed done present completed posted mail message messages paper phone telephone card wrong whether once nothing everything everyone anyone because cannot again much little too second between about many few cause found ' +
      'happen happened else thing without still after until since leave left put hand move under next number type measure standard important present progress number real look come came ' +
      'item line file page book question answer sure send sent talk say said great small big each able enough already rate allow agree agreed agreement believe begin end ready always never',
  ),
);

/**
 * Names of standards, laws and schemes that documents of this field invoke whatever they are about. They count as words of a subject
 * in a title, a heading or a table, but little in running text.
 */
export const INVOKED_EVERYWHERE: ReadonlySet<string> = new Set(
  [
    'ISO 27001',
    'ISO/IEC 27001:2022',
    'ISO',
    'IEC',
    '27001',
    'Cyber Essentials',
    'Cyber Essentials Plus',
    'CE+',
    'SOC 2',
    'GDPR',
    'UK GDPR',
    'Data Protection Act 2018',
    'DSPT',
    'NCSC',
    'ICO',
    "Information Commissioner's Office",
    'essential',
    'NHS',
    'CIS',
    'review date',
    'approved by',
    'version control',
    'least privilege',
    'roles and responsibilities',
    'CIS benchmark',
    'CIS benchmarks',
    'information security policy',
    'data protection policy',
    'information security',
    'confidentiality, integrity and availability',
    'confidentiality integrity and availability',
    'CIA',
    'National Cyber Security Centre',
    'mandatory training',
    'disciplinary',
    'compliance',
    'document control',
    'board level',
    'overall responsibility',
  ].map((name) => stems(name).join(' ')),
);
