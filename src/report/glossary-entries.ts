/**
 * A word that somebody new need not know. `forms` are the ways in which it is written on pages where it has to be explained;
 * an entry without them is a plain word that we use in one sense, and stands in the glossary alone. All in our own words.
 */
export type GlossaryEntry = {
  /** Its anchor on the page of the glossary. */
  readonly id: string;
  readonly word: string;
  readonly forms?: readonly string[];
  /** Whose word it is: of the Toolkit and the law around it, or of Perennial. */
  readonly of: 'toolkit' | 'perennial';
  /** One or two short sentences. */
  readonly meaning: string;
};

export const GLOSSARY_ENTRIES = [
  {
    id: 'toolkit',
    word: 'Toolkit (DSPT)',
    forms: ['Data Security and Protection Toolkit', 'DSPT', 'Toolkit'],
    of: 'toolkit',
    meaning:
      'The NHS Data Security and Protection Toolkit: questions about how you look after patient data. You answer them online once a year, and NHS buyers see the result.',
  },
  {
    id: 'edition',
    word: 'edition',
    forms: ['edition', 'editions'],
    of: 'toolkit',
    meaning: 'One year’s version of the Toolkit: v8 is for 2025-26. Questions and wording change between editions.',
  },
  {
    id: 'category',
    word: 'category',
    forms: ['category'],
    of: 'toolkit',
    meaning:
      'Which list of questions you answer. Most small suppliers are in category 3, large IT suppliers in category 2 and GP practices in category 4.',
  },
  {
    id: 'standard',
    word: 'standard',
    of: 'toolkit',
    meaning: 'One of the ten headings of the Toolkit, numbered 1 to 10.',
  },
  {
    id: 'assertion',
    word: 'assertion',
    forms: ['assertion', 'assertions'],
    of: 'toolkit',
    meaning:
      'A statement under a standard, such as 7.3. You confirm it once you have answered its mandatory evidence items.',
  },
  {
    id: 'evidence-item',
    word: 'evidence item',
    forms: ['evidence item', 'evidence items'],
    of: 'toolkit',
    meaning: 'One question of the Toolkit, such as 7.3.4. You answer it with a tick, a text, a date or a document.',
  },
  {
    id: 'mandatory',
    word: 'mandatory',
    forms: ['mandatory'],
    of: 'toolkit',
    meaning: 'You must answer it to reach Standards Met.',
  },
  {
    id: 'standards-met',
    word: 'Standards Met',
    forms: ['Standards Met'],
    of: 'toolkit',
    meaning:
      'The level that NHS buyers look for. You reach it when you have answered every mandatory evidence item and confirmed every assertion.',
  },
  {
    id: 'standards-exceeded',
    word: 'Standards Exceeded',
    forms: ['Standards Exceeded'],
    of: 'toolkit',
    meaning: 'Standards Met, and a current Cyber Essentials Plus certificate as well.',
  },
  {
    id: 'approaching-standards',
    word: 'Approaching Standards',
    forms: ['Approaching Standards'],
    of: 'toolkit',
    meaning:
      'A lower level that some kinds of organisation may publish once. We do not know whether a small supplier may.',
  },
  {
    id: 'publish',
    word: 'publish',
    of: 'toolkit',
    meaning: 'To send in your answers to the Toolkit, so that NHS buyers can see your level.',
  },
  {
    id: 'self-assessment',
    word: 'self-assessment',
    of: 'toolkit',
    meaning: 'An organisation answers questions about itself.',
  },
  {
    id: 'nhs-england',
    word: 'NHS England',
    of: 'toolkit',
    meaning: 'The body that leads the NHS in England. It runs the Toolkit.',
  },
  {
    id: 'ncsc',
    word: 'NCSC',
    forms: ['NCSC', 'National Cyber Security Centre'],
    of: 'toolkit',
    meaning: 'National Cyber Security Centre: the part of government that helps to keep computers safe from attack.',
  },
  {
    id: 'caf',
    word: 'CAF',
    forms: ['CAF', 'CAF-aligned', 'Cyber Assessment Framework'],
    of: 'toolkit',
    meaning:
      'Cyber Assessment Framework, made by the NCSC. NHS trusts and other large bodies (category 1) answer a Toolkit of their own that follows it.',
  },
  {
    id: 'siro',
    word: 'SIRO',
    forms: ['SIRO', 'Senior Information Risk Owner'],
    of: 'toolkit',
    meaning:
      'Senior Information Risk Owner: the senior person who answers for the risks to your information. Often a director.',
  },
  {
    id: 'caldicott-guardian',
    word: 'Caldicott Guardian',
    forms: ['Caldicott Guardian'],
    of: 'toolkit',
    meaning:
      'The senior person who keeps people’s health and care information confidential. Not every small supplier needs one.',
  },
  {
    id: 'dpo',
    word: 'DPO',
    forms: ['DPO', 'Data Protection Officer'],
    of: 'toolkit',
    meaning: 'Data Protection Officer: advises you on data protection law, and is the person the ICO talks to.',
  },
  {
    id: 'ig-lead',
    word: 'IG lead',
    forms: ['IG lead', 'Information governance lead'],
    of: 'toolkit',
    meaning: 'Information governance lead: looks after data security and protection from day to day.',
  },
  {
    id: 'information-governance',
    word: 'information governance (IG)',
    forms: ['information governance', 'IG'],
    of: 'toolkit',
    meaning: 'How an organisation looks after the information it holds about people.',
  },
  {
    id: 'it-lead',
    word: 'IT lead',
    of: 'toolkit',
    meaning: 'Looks after computers, accounts and networks. It may be somebody at an outside firm.',
  },
  {
    id: 'clinical-safety-officer',
    word: 'Clinical Safety Officer',
    forms: ['Clinical Safety Officer'],
    of: 'toolkit',
    meaning: 'The clinician who makes sure that an IT product for health care does patients no harm.',
  },
  {
    id: 'ods-code',
    word: 'ODS code',
    forms: ['ODS code', 'ODS'],
    of: 'toolkit',
    meaning:
      'The short code that an organisation has in the NHS’s own list, which the Organisation Data Service (ODS) keeps.',
  },
  {
    id: 'ico',
    word: 'ICO',
    forms: ['ICO', 'Information Commissioner’s Office', 'Information Commissioner'],
    of: 'toolkit',
    meaning:
      'Information Commissioner’s Office: the public body that makes sure everyone keeps to data protection law in the UK.',
  },
  {
    id: 'uk-gdpr',
    word: 'UK GDPR',
    forms: ['UK GDPR', 'GDPR'],
    of: 'toolkit',
    meaning: 'The UK’s main law on data protection. The letters stand for General Data Protection Regulation.',
  },
  {
    id: 'personal-data',
    word: 'personal data',
    forms: ['personal data'],
    of: 'toolkit',
    meaning: 'Facts about a living person who is named in them, or whom others could work out.',
  },
  {
    id: 'special-category-data',
    word: 'special category data',
    forms: ['special category data', 'special category', 'special categories'],
    of: 'toolkit',
    meaning: 'Personal data that the law protects more strongly, such as data about health, race or religion.',
  },
  {
    id: 'controller',
    word: 'controller',
    forms: ['controller', 'controllers', 'data controller'],
    of: 'toolkit',
    meaning:
      'The organisation that decides why and how it uses personal data. For patient data this is often your NHS customer.',
  },
  {
    id: 'processor',
    word: 'processor',
    forms: ['processor', 'processors', 'data processor', 'data processors'],
    of: 'toolkit',
    meaning:
      'An organisation that uses personal data only as a controller tells it to. Many suppliers to the NHS are processors.',
  },
  {
    id: 'sub-processor',
    word: 'sub-processor',
    forms: ['sub-processor', 'sub-processors'],
    of: 'toolkit',
    meaning: 'A firm that a processor brings in to handle the same personal data, such as a hosting company.',
  },
  {
    id: 'data-subject',
    word: 'data subject',
    forms: ['data subject', 'data subjects'],
    of: 'toolkit',
    meaning: 'The person whom personal data is about.',
  },
  {
    id: 'lawful-basis',
    word: 'lawful basis',
    forms: ['lawful basis', 'lawful bases'],
    of: 'toolkit',
    meaning: 'The reason in law that lets you use personal data, such as a contract or consent.',
  },
  {
    id: 'idta',
    word: 'IDTA',
    forms: ['International Data Transfer Agreement', 'IDTA'],
    of: 'toolkit',
    meaning:
      'International Data Transfer Agreement: a contract made by the ICO. With it you may send personal data to many countries outside the UK.',
  },
  {
    id: 'privacy-notice',
    word: 'privacy notice',
    forms: ['privacy notice', 'privacy notices'],
    of: 'toolkit',
    meaning: 'Tells people what you do with their personal data.',
  },
  {
    id: 'privacy-by-design',
    word: 'privacy by design',
    forms: ['privacy by design', 'privacy by design and default'],
    of: 'toolkit',
    meaning: 'You think of people’s privacy from the start of a project, and choose the most private settings first.',
  },
  {
    id: 'ropa',
    word: 'ROPA',
    forms: ['ROPA', 'record of processing activities'],
    of: 'toolkit',
    meaning:
      'Record of processing activities: your list of what you do with personal data, why, and whom you share it with.',
  },
  {
    id: 'dpia',
    word: 'DPIA',
    forms: ['DPIA', 'DPIAs', 'data protection impact assessment', 'data protection impact assessments'],
    of: 'toolkit',
    meaning:
      'Data protection impact assessment: before you use data in a new way, you write down the risks to people and what you do about them.',
  },
  {
    id: 'cyber-essentials',
    word: 'Cyber Essentials',
    forms: ['Cyber Essentials'],
    of: 'toolkit',
    meaning:
      'A certificate that the government backs. It shows that you have the basic protections against attacks on computers.',
  },
  {
    id: 'ce-plus',
    word: 'Cyber Essentials Plus (CE+)',
    forms: ['Cyber Essentials Plus', 'CE+'],
    of: 'toolkit',
    meaning: 'Cyber Essentials with a test: somebody from outside tries out your protections.',
  },
  {
    id: 'iso-27001',
    word: 'ISO 27001',
    forms: ['ISO 27001', 'ISO/IEC 27001', 'ISO/IEC 27001:2022'],
    of: 'toolkit',
    meaning:
      'Rules for keeping information safe that the whole world uses. An outside body can certify that you follow them.',
  },
  {
    id: 'psn',
    word: 'PSN',
    forms: ['PSN'],
    of: 'toolkit',
    meaning: 'Public Services Network: a network that public bodies share. You need a certificate to connect to it.',
  },
  {
    id: 'penetration-test',
    word: 'penetration test',
    forms: ['penetration test', 'penetration tests', 'pen test'],
    of: 'toolkit',
    meaning: 'Somebody you trust attacks your systems to find the weak spots before others do.',
  },
  {
    id: 'vulnerability-scan',
    word: 'vulnerability scan',
    forms: ['vulnerability scan', 'vulnerability scans'],
    of: 'toolkit',
    meaning: 'A program looks for known weak spots in your systems.',
  },
  {
    id: 'mfa',
    word: 'MFA',
    forms: ['MFA', 'multi-factor authentication'],
    of: 'toolkit',
    meaning: 'Multi-factor authentication: you sign in with a password and a second factor.',
  },
  {
    id: 'vpn',
    word: 'VPN',
    forms: ['VPN'],
    of: 'toolkit',
    meaning: 'Virtual private network: a protected way over the internet to your own systems.',
  },
  {
    id: 'byod',
    word: 'BYOD',
    forms: ['BYOD'],
    of: 'toolkit',
    meaning: 'Bring your own device: people use their own phones or computers for work.',
  },
  {
    id: 'ransomware',
    word: 'ransomware',
    forms: ['ransomware'],
    of: 'toolkit',
    meaning: 'A program that locks your data. The attackers ask for money to unlock it.',
  },
  {
    id: 'phishing',
    word: 'phishing',
    forms: ['phishing'],
    of: 'toolkit',
    meaning: 'Messages that trick people into giving away passwords or money.',
  },
  {
    id: 'malware',
    word: 'malware',
    forms: ['malware'],
    of: 'toolkit',
    meaning: 'Programs made to do harm, such as viruses.',
  },
  {
    id: 'encryption',
    word: 'encryption',
    of: 'toolkit',
    meaning: 'Data is scrambled, so that only somebody with the key can read it.',
  },
  {
    id: 'breach',
    word: 'breach',
    forms: ['breach', 'breaches', 'data breach', 'personal data breach', 'personal data breaches'],
    of: 'toolkit',
    meaning: 'Personal data is lost, changed by mistake, or seen by somebody who should not see it.',
  },
  {
    id: 'incident',
    word: 'incident',
    of: 'toolkit',
    meaning: 'Something that went wrong with data or systems, or nearly did.',
  },
  {
    id: 'claimed',
    word: 'claimed',
    forms: ['claimed'],
    of: 'perennial',
    meaning: 'You say that it is in place, whether or not anything shows it.',
  },
  {
    id: 'defensible',
    word: 'defensible',
    forms: ['defensible'],
    of: 'perennial',
    meaning: 'You could show it to somebody who asks: there is proof, it is in date, and nothing speaks against it.',
  },
  {
    id: 'standing',
    word: 'standing',
    forms: ['standing', 'standings'],
    of: 'perennial',
    meaning: 'How far you are with an evidence item on a day: proven, claimed, out of date and so on.',
  },
  {
    id: 'proof',
    word: 'proof',
    of: 'perennial',
    meaning: 'Something with a date that shows an answer is true: a document, a log, a test.',
  },
  {
    id: 'proof-rule',
    word: 'proof rule',
    forms: ['proof rule', 'proof rules'],
    of: 'perennial',
    meaning: 'What has to be there before an evidence item counts as proven.',
  },
  {
    id: 'proven',
    word: 'proven',
    of: 'perennial',
    meaning: 'Something in your record shows it, in date, and nothing speaks against it.',
  },
  { id: 'contradicted', word: 'contradicted', of: 'perennial', meaning: 'Something in your record speaks against it.' },
  {
    id: 'out-of-date',
    word: 'out of date',
    of: 'perennial',
    meaning: 'Something showed it once, too long ago to count.',
  },
  {
    id: 'carried-over',
    word: 'carried over',
    of: 'perennial',
    meaning: 'You copied the answer from last year, and have not confirmed it again.',
  },
  {
    id: 'exempt',
    word: 'exempt',
    of: 'perennial',
    meaning: 'A valid certificate probably covers it, so that you need not prove it yourself.',
  },
  {
    id: 'finding',
    word: 'finding',
    of: 'perennial',
    meaning: 'Something in your documents that you should know, such as a review that is overdue.',
  },
  {
    id: 'impact',
    word: 'impact',
    of: 'perennial',
    meaning:
      'How much harm a risk does if it happens, from 1 to 5. At 1 you hardly notice it; at 5 people or your business come to serious harm.',
  },
  {
    id: 'likelihood',
    word: 'likelihood',
    of: 'perennial',
    meaning:
      'How likely it is that a risk happens, from 1 to 5. At 1 it hardly ever happens; at 5 it is almost certain.',
  },
  {
    id: 'lapse',
    word: 'lapse',
    forms: ['lapse', 'lapses', 'lapsed'],
    of: 'perennial',
    meaning: 'To stop counting because too much time has passed.',
  },
  {
    id: 'gap-check',
    word: 'gap check',
    forms: ['gap check'],
    of: 'perennial',
    meaning: 'We read your documents once, and tell you what they show and what is missing.',
  },
  {
    id: 'record',
    word: 'record',
    of: 'perennial',
    meaning: 'Everything that your organisation keeps in Perennial: documents, answers and registers.',
  },
  {
    id: 'register',
    word: 'register',
    of: 'perennial',
    meaning: 'A list that you keep up to date, with a row for each person, supplier, risk or other thing.',
  },
  {
    id: 'journal',
    word: 'journal',
    of: 'perennial',
    meaning: 'The list of every change to your record. Nobody can change the list itself.',
  },
  {
    id: 'plan',
    word: 'plan',
    of: 'perennial',
    meaning: 'What to do to reach Standards Met, step by step, in the order to do it.',
  },
  {
    id: 'action',
    word: 'action',
    of: 'perennial',
    meaning: 'Something to do that is kept in your record, with a person and a day.',
  },
  {
    id: 'activity',
    word: 'activity',
    of: 'perennial',
    meaning: 'Something that you do on a day and record, such as a restore test or a spot check.',
  },
  {
    id: 'restore-test',
    word: 'restore test',
    of: 'perennial',
    meaning: 'You bring data back from a backup to see that it works.',
  },
  {
    id: 'spot-check',
    word: 'spot check',
    of: 'perennial',
    meaning: 'You look, without notice, whether people do what the policies say.',
  },
  {
    id: 'quick-win',
    word: 'quick win',
    forms: ['quick win', 'quick wins'],
    of: 'perennial',
    meaning: 'A step of the plan that takes little work and little waiting.',
  },
  {
    id: 'lead-time',
    word: 'lead time',
    forms: ['lead time', 'lead times'],
    of: 'perennial',
    meaning: 'The days that you must wait for others before a step is done.',
  },
  {
    id: 'function',
    word: 'function',
    of: 'perennial',
    meaning: 'The part of your organisation that a step falls to, such as IT, or people and HR.',
  },
  {
    id: 'held-back',
    word: 'held back',
    of: 'perennial',
    meaning: 'Nobody may read or use the document until somebody has decided about it.',
  },
  {
    id: 'second-factor',
    word: 'second factor',
    forms: ['second factor'],
    of: 'perennial',
    meaning: 'What you give besides your password when you sign in: a code from an app, a recovery code or a passkey.',
  },
  {
    id: 'passkey',
    word: 'passkey',
    forms: ['passkey', 'passkeys'],
    of: 'perennial',
    meaning: 'A way to sign in with your fingerprint, your face or the code of your device in place of a password.',
  },
  {
    id: 'recovery-code',
    word: 'recovery code',
    of: 'perennial',
    meaning: 'A code that lets you sign in once when you have lost your phone.',
  },
  {
    id: 'csv',
    word: 'CSV',
    of: 'perennial',
    meaning: 'A simple file of rows and columns. Every spreadsheet program can open it.',
  },
  {
    id: 'markdown',
    word: 'Markdown',
    forms: ['Markdown'],
    of: 'perennial',
    meaning: 'Plain text with simple marks for headings and lists.',
  },
] as const satisfies readonly GlossaryEntry[];
