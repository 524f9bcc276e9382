/** What a column of a register or log holds, told from its name. A column may hold several meanings. */
export type ColumnMeaning =
  | 'done-date'
  | 'plain-date'
  | 'due-date'
  | 'next-review'
  | 'review-date'
  | 'planned-date'
  | 'result'
  | 'status'
  | 'person'
  | 'owner'
  | 'serial'
  | 'certificate'
  | 'id'
  | 'opened'
  | 'closed'
  | 'found'
  | 'happened'
  | 'told'
  | 'aware'
  | 'ico-told'
  | 'left'
  | 'access-removed'
  | 'access-state'
  | 'encryption'
  | 'assurance-expiry'
  | 'assurance'
  | 'personal-data'
  | 'contract'
  | 'likelihood'
  | 'impact'
  | 'score'
  | 'percent'
  | 'training-date'
  | 'course'
  | 'version'
  | 'product'
  | 'supplier'
  | 'agreement'
  | 'signature'
  | 'device'
  | 'training-state';

const NOT_DONE =
  /\b(?:next|due|plan(?:ned)?|expected|target|deadline|expir\w*|renew\w*|until|end|scheduled|proposed|retention|destroy by|by when|review date|valid|support|eol|contract|birth|dob|refresher|to be|forecast|warranty|termination|leaving|joined|start)\b/;

export const COLUMN_MEANINGS: readonly (readonly [ColumnMeaning, RegExp, RegExp?])[] = [
  [
    'done-date',
    /\b(?:date (?:\w+ )?(?:completed|tested|done|held|reviewed|approved|signed|performed|carried out|restored|passed|closed|resolved|raised|reported|detected|checked|issued|returned|removed|disabled|destroyed|disposed|trained|verified|taken|started|opened|found|of (?:test|exercise|training|incident|disposal|destruction|check|review|meeting|restore|completion|audit|look ?up))|(?:completed|tested|done|held|reviewed|approved|signed|performed|restored|closed|resolved|raised|reported|detected|checked|looked up|issued|returned|removed|destroyed|disposed|trained|verified|fixed|opened|found)(?: (?:on|date|at|when))?|(?:completion|test|exercise|training|incident|disposal|destruction|check|restore|closure|resolution|approval|signature|audit|detection|assessment|last \w+)(?: \w+)? date|last (?:\w+ )?(?:reviewed|review|tested|test|checked|check|updated|audit|assessed|assessment|verified|patched|seen|scan|restore)(?: \w+)?|when (?:done|completed|tested|happened|held))\b/,
    NOT_DONE,
  ],
  [
    'plain-date',
    /^(?:date|when|day|date and time|date\/time|date time|month|period|date of entry|entry date|log date|logged)$/,
  ],
  ['due-date', /\b(?:due|deadline|target|by when|complete by|needed by)\b/, /\breview\b/],
  [
    'next-review',
    /\bnext\b.*\b(?:review|test|audit|assessment|check|due|training|refresher|restore|exercise|date|scan|look|meeting)\b|\breview (?:due|by|next)\b|\bdue for review\b|\bre-?test (?:due|by)\b|\breview due\b|\brefresher due\b|\bnext reviewed\b/,
    /\bmeeting\b/,
  ],
  ['review-date', /^(?:review date|date for review|review)$/],
  ['planned-date', /\b(?:planned|scheduled|proposed|booked)\b/],
  [
    'result',
    /\b(?:result|outcome|passed|pass|conclusion|success\w*|verdict|pass\/fail|how (?:it|did it) (?:went|go)|worked|went)\b/,
    /\bexpected\b|\bdesired\b|\btarget\b|\bscore\b/,
  ],
  [
    'status',
    /\b(?:status|state|progress|stage|disposition)\b/,
    /\bsupport|encrypt|contract|training|access|account|mfa|approval\b/,
  ],
  [
    'person',
    /^(?:name|full name|person|employee(?: name)?|staff(?: name| member)?|member of staff|user(?: name)?|who|attendee|trainee|colleague|leaver|starter|team member|individual|holder|learner|issued to|assigned to|user|display name|account)$/,
  ],
  [
    'owner',
    /^(?:(?:asset|risk|action|data|information|system|process|control|document|business|service|iao|information asset) )?owner(?: name)?$|^owned by$|^responsible(?: person| owner)?$|^action by$|^accountable(?: person)?$/,
  ],
  ['serial', /\bserial\b|^imei$|\bservice tag\b|\bs\/n\b/],
  ['certificate', /\bcert(?:ificate)?(?:\s+(?:no|number|ref|reference|id|#))\b|\bcert(?:ificate)? ?#|^certificate$/],
  ['id', /^(?:[\w ]{0,20}\b)?(?:id|ref|reference|no|number|tag|asset tag)$/],
  [
    'opened',
    /\b(?:opened|raised|reported|logged|discovered|detected|date (?:of )?(?:incident|occurrence)|happened|occurred|identified|received|start(?:ed)?|found|created)\b/,
    /\bby\b|\bto\b|\bhow\b|\bdue\b|\bico\b/,
  ],
  [
    'closed',
    /\b(?:closed|resolved|resolution date|closure|completed|fixed|completion date|date resolved|response date|responded|finished)\b/,
    /\bby\b|\bdue\b|\btarget\b|\bhow\b/,
  ],
  ['happened', /\b(?:happened|occurred|date of (?:incident|event|occurrence)|incident date|occurrence date)\b/],
  ['found', /\b(?:found|discovered|detected|detection)\b/, /\bby\b|\bmethod\b|\bhow\b/],
  ['told', /\b(?:told|notified|informed|notification)\b/, /\bby\b|\brequired\b|\?|\by\/n\b/],
  [
    'aware',
    /\b(?:aware|awareness|discovered|detected|detection|found|known|identified|date reported|reported to us)\b/,
    /\bby\b|\bmethod\b|\bhow\b/,
  ],
  [
    'ico-told',
    /\b(?:ico|information commissioner|regulator|supervisory authority)\b.*\b(?:told|notified|informed|reported|date|on|when|notification)\b|\b(?:reported|told|notified|notification)\b.*\b(?:ico|regulator)\b|^ico$/,
    /\brequired\b|\bref(?:erence)?\b|\by\/n\b/,
  ],
  [
    'left',
    /\b(?:left|leaving(?: date)?|leave date|last day|last working day|termination date|end date|date left|left on|leaver date|finish date|employment end)\b/,
    /\bcontract\b|\blicen[cs]e\b|\bsupport\b|\bwarranty\b/,
  ],
  [
    'access-removed',
    /\b(?:(?:access|account|login|mailbox|accounts?|permissions?)\b.*\b(?:removed|revoked|disabled|closed|deleted|ended|off)|(?:removed|revoked|disabled|deprovisioned|deactivated|closed)(?: on| date)?$|date (?:access )?(?:removed|revoked|disabled))\b/,
  ],
  [
    'access-state',
    /^(?:access|account|account status|access status|login|state of access|accounts?|system access|enabled|active|account state|account enabled|status)$|\baccess (?:now|state|status)\b/,
  ],
  [
    'encryption',
    /\b(?:encrypt(?:ed|ion)|bitlocker|filevault|disk protection|full disk)\b/,
    /\bkey\b|\bdate\b|\bmethod\b|\bchecked\b|\brecovery\b|\bin transit\b/,
  ],
  [
    'assurance-expiry',
    /\b(?:expir\w*|valid (?:to|until)|renewal(?: date)?|runs out|end date|ends|until|lapses)\b/,
    /\b(?:training|refresher|licen[cs]e|warranty|password)\b/,
  ],
  [
    'assurance',
    /\b(?:assurance|certificat\w*|cyber essentials|iso ?27001|dspt|evidence|accreditation|standard held|proof)\b/,
  ],
  [
    'personal-data',
    /\b(?:personal|patient|confidential)(?: \w+)? (?:data|information)\b|^personal data|\bhandles (?:personal|patient)\b|\bdata (?:handled|processed|shared|held)\b|\bprocess(?:es|or)?\b.*\bdata\b|\bpii\b|\b(?:whose|what|which|types? of|kinds? of) data\b|\bdata (?:subjects?|types?|categories)\b|^data$/,
  ],
  [
    'contract',
    /\b(?:dpa|data processing (?:agreement|contract)|data agreement|processor (?:contract|agreement|terms)|article 28|contract or (?:data )?agreement|(?:data )?agreement or contract|contract in place|agreement in place|data contract|contract signed|agreement signed|data protection (?:agreement|terms|clauses)|(?:contract|agreement) (?:with|has|includes|holds) (?:\w+ )?(?:terms|clauses)|data terms|gdpr (?:terms|clauses|contract|agreement)|written contract|contract held)\b/,
    /\bexpir|\bstart\b|\bend\b|\bvalue\b|\bdate\b/,
  ],
  ['likelihood', /\b(?:likelihood|probability|prob)\b|^l$/, /\bresidual|\btarget|\bafter|\bpost\b/],
  ['impact', /\b(?:impact|severity|consequence)\b|^(?:i|s)$/, /\bresidual|\btarget|\bafter|\bpost\b/],
  [
    'score',
    /^(?:(?:inherent |risk |total |raw |gross |current )*(?:score|rating|risk level|risk rating|risk score|l ?x ?i|lxi|l×i|total))(?: \(.*\))?$/,
    /\bresidual|\btarget|\bafter|\bpost|\btest\b/,
  ],
  ['percent', /%|\bper ?cent(?:age)?\b/],
  [
    'training-date',
    /\b(?:(?:date )?(?:completed|passed|finished|trained)(?: on| date)?|training date|completion date|date of training|last trained|date taken|course date|date)\b|^when$/,
    /\bdue|next|expir|birth|start|join|left/,
  ],
  ['course', /\b(?:course|module|training|programme|subject|topic)\b/, /\bdate|due|status|id\b|type|provider|need/],
  [
    'training-state',
    /\b(?:completion status|training status|completed|complete|done|finished|passed|pass|result|status)\b/,
    /\bdate\b|\bon\b/,
  ],
  ['version', /\b(?:version|os version|release|build)\b/],
  [
    'product',
    /\b(?:product|software|operating system|os|component|application|platform|runtime|model|package|name|system|asset)\b/,
  ],
  [
    'supplier',
    /\b(?:supplier|vendor|provider|company|processor|third party|partner)(?: name)?\b/,
    /\btype|contact|manager|risk\b/,
  ],
  [
    'agreement',
    /\b(?:agreement|acceptable use|admin (?:terms|promise)|promise|terms)\b.*\b(?:signed|date|on)\b|\bsigned\b|\bagreement\b/,
    /\bby\b|\bdata\b|\bdpa\b/,
  ],
  [
    'signature',
    /\b(?:signature|signed|sign)\b/,
    /\bdate\b|\bby\b|\bagreement\b|\bdpa\b|\bcontract\b|\bterms\b|\bnda\b|\bsign[- ]?in\b/,
  ],
  ['device', /\b(?:device|laptop|asset|machine|equipment|hostname|computer|phone|tablet)\b/],
];
