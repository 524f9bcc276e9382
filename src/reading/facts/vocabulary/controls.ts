/**
 * Safeguards that are either there or not yet there. `words` are the cues by which a statement is offered at all; `refs` the
 * evidence items that lean on the safeguard.
 */
export type Control = {
  readonly id: string;
  readonly words: readonly string[];
  readonly pattern: RegExp;
  /** A text in which the words mean something else. */
  readonly unless?: RegExp;
};

export const CONTROLS: readonly Control[] = [
  {
    id: 'immutable backups',
    words: ['immutable', 'immutability', 'lock', 'worm', 'offline', 'gapped'],
    pattern:
      /\b(?:immutab(?:le|ility)(?! (?:infrastructure|containers?|images?|instances?|logs?|audit|tags?|deploy\w*|servers?|records?))|object[- ]lock|vault lock|write[- ]once|air[- ]gapped|off-?line (?:cop(?:y|ies)|back-?ups?))\b/i,
    unless:
      /^(?!.*\b(?:back-?ups?|cop(?:y|ies)|vault|snapshots?)\b).*\b(?:logs?|logging|(?:cloud)?trails?|audit|evidence|records)\b/i,
  },
  { id: 'NCSC Early Warning', words: ['warning'], pattern: /\b(?:NCSC(?:'s)? )?early[- ]warning\b/i },
  {
    id: 'mobile device management',
    words: ['intune', 'mdm', 'jamf', 'mobile'],
    pattern: /\b(?:intune|jamf|MDM|mobile (?:device )?management)\b/i,
  },
  {
    id: 'data loss prevention',
    words: ['dlp', 'loss', 'leakage'],
    pattern: /\b(?:DLP|data (?:loss|leakage|leak) prevention)\b/i,
  },
  {
    id: 'Microsoft Purview',
    words: ['purview'],
    pattern: /\b(?:microsoft )?purview\b/i,
  },
  {
    id: 'Microsoft Defender for Endpoint',
    words: ['defender'],
    pattern: /\bdefender for (?:endpoint|office(?: 365)?|business|cloud)\b|\bmicrosoft defender (?:for|add-?ons?)\b/i,
  },
  {
    id: 'central log monitoring (SIEM)',
    words: ['siem', 'sentinel', 'splunk'],
    pattern: /\b(?:SIEM|security information and event management|microsoft sentinel|splunk)\b/i,
  },
  {
    id: 'endpoint detection (EDR)',
    words: ['edr', 'xdr', 'endpoint'],
    pattern: /\b(?:EDR|XDR|endpoint detection(?: and response)?)\b/i,
  },
  {
    id: 'network segmentation',
    words: ['segmentation', 'segregation', 'segmented', 'segments', 'vlans', 'vlan'],
    pattern: /\b(?:(?:network|micro)[- ]?segment(?:ation|s|ed)|segregation of networks|network segregation|VLANs?)\b/i,
  },
  {
    id: 'web application firewall',
    words: ['waf', 'firewall'],
    pattern: /\b(?:WAF|web application firewalls?)\b/i,
  },
  {
    id: 'threat detection',
    words: ['guardduty', 'intrusion', 'threat'],
    pattern: /\b(?:guardduty|intrusion (?:detection|prevention)(?: system)?|threat detection|IDS\/IPS)\b/i,
  },
  { id: 'AWS Security Hub', words: ['hub'], pattern: /\bsecurity hub\b/i },
  { id: 'AWS CloudTrail', words: ['cloudtrail'], pattern: /\bcloudtrail\b(?! lake\b)/i },
  { id: 'network flow logs', words: ['flow'], pattern: /\b(?:VPC )?flow logs?\b/i },
  { id: 'conditional access', words: ['conditional'], pattern: /\bconditional access\b/i },
  {
    id: 'phishing-resistant sign-in',
    words: ['fido2', 'fido', 'passkeys', 'passkey', 'passwordless', 'phishing'],
    pattern: /\b(?:FIDO2?|passkeys?|passwordless|phishing[- ]resistant)\b/i,
  },
  {
    id: 'scanning of uploaded files',
    words: ['upload', 'uploads', 'uploaded', 'malware'],
    pattern: /\b(?:upload(?:ed|s)?(?: \w+){0,2} (?:is |are )?scann(?:ing|ed)|(?:malware|virus|antivirus) scanning)\b/i,
  },
  {
    id: 'web and DNS filtering',
    words: ['filtering', 'pdns', 'protective'],
    pattern: /\b(?:web filter(?:ing)?|DNS filter(?:ing)?|protective DNS|PDNS|url filtering)\b/i,
  },
  { id: 'DMARC', words: ['dmarc'], pattern: /\bDMARC\b/i },
  {
    id: 'automated deployment',
    words: ['ci', 'pipeline', 'pipelines', 'codepipeline'],
    pattern: /\b(?:CI\/CD|deployment pipelines?|codepipeline)\b/i,
  },
  {
    id: 'single sign-on',
    words: ['sso', 'single'],
    pattern: /\b(?:SSO|single sign[- ]?on)\b/i,
  },
  {
    id: 'vulnerability scanning',
    words: ['vulnerability', 'scanner', 'nessus', 'qualys'],
    pattern: /\b(?:vulnerability scann(?:ing|ers?)|nessus|qualys)\b/i,
  },
  {
    id: 'configuration monitoring',
    words: ['cspm', 'posture', 'baseline', 'baselines', 'drift'],
    pattern:
      /\b(?:CSPM|cloud security posture management|(?:configuration|config) (?:baseline )?(?:checks?|automation|monitoring|drift))\b/i,
  },
  {
    id: 'sensitivity labels',
    words: ['labels', 'labelling'],
    pattern: /\bsensitivity label(?:s|ling)\b/i,
  },
  {
    id: 'alerts on failed backups',
    words: ['alarm', 'alarms', 'alert', 'alerts', 'failures', 'failure'],
    pattern:
      /\b(?:alarms?|alerts?|notifications?)\b[^.;]{0,20}\b(?:for|on|of|when|about)\b[^.;]{0,20}\bback-?ups?\b[^.;]{0,12}\bfail\w*|\bback-?up failures? (?:trigger|alert|alarm|notif)\w*/i,
  },
  { id: 'CCTV', words: ['cctv'], pattern: /\bCCTV\b/i },
  {
    id: 'privileged access management',
    words: ['pam', 'pim', 'privileged'],
    pattern: /\b(?:PAM|PIM|privileged (?:access|identity) management)\b/,
  },
  { id: 'remote wipe', words: ['wipe', 'wiped'], pattern: /\bremote(?:ly)?[- ]wip(?:e|ed|ing)\b/i },
  {
    id: 'round-the-clock monitoring',
    words: ['24', 'soc'],
    pattern: /\b24\s?[x/]\s?7 (?:monitoring|SOC|security)\b|\bsecurity operations cent(?:re|er)\b/i,
  },
  { id: 'password manager', words: ['password'], pattern: /\bpassword (?:manager|vault)\b/i },
  { id: 'cyber insurance', words: ['insurance'], pattern: /\bcyber (?:liability )?insurance\b/i },
];

/** Practices that are either allowed or not. `seen` marks a row or remark that shows one in use. */
export type Practice = {
  readonly id: string;
  readonly words: readonly string[];
  readonly pattern: RegExp;
  /** Banned in so many words, when the practice's own words carry the ban. */
  readonly banned?: RegExp;
  readonly allowed?: RegExp;
  readonly seen?: RegExp;
};

export const PRACTICES: readonly Practice[] = [
  {
    id: 'personal devices',
    words: ['byod', 'personal', 'personally', 'own'],
    pattern:
      /\b(?:BYOD|bring your own device|personal(?:ly[- ]owned)? (?:mobile )?(?:devices?|phones?|telephones?|laptops?|computers?|equipment|tablets?|smartphones?)|(?:their|your|his or her) own (?:devices?|phones?|telephones?|laptops?|computers?|tablets?|equipment))\b/i,
  },
  {
    id: 'removable media',
    words: ['removable', 'usb', 'memory', 'sticks'],
    pattern:
      /\b(?:removable (?:storage )?media|removable storage|USB (?:sticks?|drives?|storage|devices?|keys?|memory)|memory sticks?|flash drives?|portable (?:hard )?drives?)\b/i,
    banned: /\b(?:do(?:es)? not issue|no (?:removable|USB)|ports? (?:are|is) (?:blocked|disabled)|not issued)\b/i,
    seen: /^(?=.*\b(?:USB (?:stick|drive|key|memory)|memory stick|flash drive|removable (?:media|drive)|portable drive)\b)(?!.*\b(?:destroyed|disposed|wiped and returned|returned|retired|lost|shredd\w+)\b)/i,
  },
  {
    id: 'working from home',
    words: ['home', 'remote', 'remotely', 'homeworking', 'office', 'hybrid'],
    pattern:
      /\b(?:work(?:s|ing)? (?:from|at) home|home[- ]?working|hybrid working|work(?:s|ing)? remotely|remote(?:ly)? working|remote access|work only (?:at|in|from) (?:our|the))\b/i,
    banned:
      /\b(?:work(?:s)? only (?:at|in|from) (?:our|the)\b[^.]{0,40}(?:office|site|premises)|remote access is (?:closed|not (?:allowed|provided|available)|disabled)|(?:nobody|no one|no staff|none of us) works? (?:from home|remotely))\b/i,
    allowed:
      /\b(?:(?:staff|everyone|everybody|people|employees|we|team) (?:all |mostly |normally |usually |may |can )?work (?:from home|remotely)|hybrid working)\b/i,
  },
  {
    id: 'public Wi-Fi',
    words: ['wifi', 'wi', 'hotspots'],
    pattern: /\b(?:public|open|caf[eé]|hotel|unsecured|free) (?:\w+ )?(?:wi-?fi|wireless|hotspots?)(?: networks?)?\b/i,
  },
  {
    id: 'personal e-mail for work',
    words: ['email', 'mail', 'webmail', 'mailboxes'],
    pattern: /\b(?:personal|private|own) (?:web)?e?-?mail(?: accounts?| address(?:es)?)?\b|\bpersonal webmail\b/i,
  },
  {
    id: 'shared accounts',
    words: ['shared', 'generic', 'sharing', 'share', 'shares', 'login', 'account', 'sign'],
    pattern:
      /\b(?:shared|generic|group|same|shar(?:e|es|ing)(?: of)?) (?:(?:or|and) \w+ |an? |the |their |any |user )*(?:accounts?|log-?ins?|log-?ons?|sign-?ins?|passwords?|credentials)\b(?<!is not a shared account)|\b(?:accounts?|log-?ins?|log-?ons?|sign-?ins?|passwords?|credentials) (?:are|is|may|must|can)\b[^.;,]{0,14}\bshared\b/i,
    seen: /\b(?:signs? in|logs? (?:in|on)|use|uses|using|work|works) (?:with |to |on |through |by )?(?:an?|the|one) (?:shared|generic|same|group) (?:accounts?|log-?ins?|log-?ons?|sign-?ins?)\b/i,
  },
  {
    id: 'servers of our own',
    words: ['server', 'servers', 'premises', 'prem', 'cloud', 'comms'],
    pattern:
      /\b(?:(?:owns?|have|has|run|runs|operates?|keeps?|hold) (?:no|any) (?:\w+ )?servers?|no (?:on[- ]?premises?|on[- ]site|local|physical|own) (?:\w+ )?(?:servers?|infrastructure)|(?:entirely|wholly|fully|100%|completely) (?:in the )?cloud(?:[- ]based|[- ]hosted)?|server (?:room|cupboard|rack|cabinet)|comms (?:room|cupboard|cabinet)|file server|on[- ]prem(?:ises)? (?:\w+ )?servers?|domain controller)\b/i,
    banned:
      /\b(?:(?:owns?|have|has|run|runs|operates?|keeps?|hold) no (?:\w+ )?servers?|do(?:es)? not (?:own|have|run|operate) (?:any )?(?:\w+ )?servers?|no (?:on[- ]?premises?|on[- ]site|local|physical|own) (?:\w+ )?(?:servers?|infrastructure)|(?:entirely|wholly|fully|100%|completely) (?:in the )?cloud)\b/i,
    seen: /\b(?:server (?:room|cupboard|rack|cabinet)|comms (?:room|cupboard|cabinet)|file server|on[- ]prem(?:ises)? (?:\w+ )?servers?)\b/i,
  },
];
