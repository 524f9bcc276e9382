import { isContentWord, stem, wordsOf } from '../record/words.ts';

/**
 * Pairs of words that are also written as one, so that `back-up`, `back up` and `backup` meet. The light stem of the record cannot
 * know this: the hyphen parts words there, and rightly so for `three-year`.
 */
const ONE_WORD: Readonly<Record<string, readonly string[]>> = {
  back: ['up', 'ups'],
  wi: ['fi'],
  anti: ['virus', 'malware', 'viruses'],
  e: ['mail', 'mails', 'learning'],
  pen: ['test', 'tests', 'tester', 'testing', 'testers'],
  off: ['site', 'boarding', 'line'],
  on: ['boarding', 'boarded'],
  opt: ['out', 'outs'],
  sub: ['processor', 'processors', 'contractor'],
  table: ['top'],
  post: ['mortem'],
  life: ['cycle'],
  air: ['gap', 'gapped'],
  multi: ['factor'],
  time: ['table'],
  look: ['back'],
  home: ['working'],
  log: ['on'],
  re: ['test', 'tested'],
  pass: ['phrase', 'phrases'],
  data: ['base'],
  hot: ['spot', 'spots'],
  work: ['around', 'arounds'],
};

/** Further forms and spellings of one thing in this field, from the stem as it is to the one that stands for all. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // The noun and its verb
    encryption: 'encrypt',
    destruction: 'destroy',
    disposal: 'dispos',
    restoration: 'restor',
    notification: 'notify',
    assessment: 'assess',
    approval: 'approv',
    retention: 'retain',
    deletion: 'delet',
    removal: 'remov',
    authentication: 'authenticat',
    configuration: 'configur',
    classification: 'classify',
    acceptanc: 'accept',
    collection: 'collect',
    inspection: 'inspect',
    escalation: 'escalat',
    exploitation: 'exploit',
    sanitisation: 'sanitis',
    induct: 'induction',
    pseudonymisation: 'pseudonymis',
    anonymisation: 'anonymis',
    minimisation: 'minimis',
    decommission: 'decommission',
    revocation: 'revok',
    termination: 'terminat',
    analysi: 'analys',
    analysis: 'analys',
    investigation: 'investigat',
    installation: 'install',
    appointment: 'appoint',
    confidentiality: 'confidential',
    criticality: 'critical',
    dependenc: 'dependency',
    dependent: 'dependency',
    exercis: 'exercis',
    rehears: 'rehearsal',
    certification: 'certificat',
    vulnerable: 'vulnerability',
    vulnerabl: 'vulnerability',
    registrat: 'registration',
    recover: 'recovery',
    privileg: 'privileg',
    isolation: 'isolat',
    monitor: 'monitor',
    withdrawal: 'withdraw',
    archiv: 'archiv',
    erasur: 'eras',
    // One thing, several spellings
    organization: 'organisation',
    pentesting: 'pentest',
    pentester: 'pentest',
    teleworking: 'homework',
    telework: 'homework',
    homeworker: 'homework',
    learnt: 'learn',
    proc: 'procedure',
    procedur: 'procedure',
    datum: 'data',
    cybersecurity: 'cyber',
    phishing: 'phish',
    telephone: 'phone',
    telephon: 'phone',
    tel: 'phone',
    info: 'information',
    mgmt: 'management',
    mgt: 'management',
    config: 'configur',
    vuln: 'vulnerability',
    mins: 'minut',
    reg: 'register',
    registry: 'register',
    db: 'database',
    admin: 'administrator',
    admins: 'administrator',
    sysadmin: 'administrator',
    app: 'application',
    minimization: 'minimis',
    auth: 'authenticat',
    hdd: 'disk',
    vendor: 'supplier',
    notebook: 'laptop',
    macbook: 'laptop',
    wireless: 'wifi',
    wlan: 'wifi',
  }),
);

/**
 * Little words that say nothing even in a title. The others do there: `Who to ring`, `Papers out of the office`, `IT assets`.
 */
const EMPTY_IN_TITLES = new Set(
  'a an and as at be for of on or our so the their this that these those we with'.split(' '),
);

/** Little words of titles that help a pattern, but are no subject. */
export function isLittleWord(stem: string): boolean {
  return !isContentWord(stem);
}

/** What is known of a word: its stem in the matcher's spelling, whether it carries a subject, and what it may be joined to. */
type Known = { readonly stem: string; readonly subject: boolean; readonly joins: readonly string[] | undefined };

const known = new Map<string, Known>();

function lookUp(word: string): Known {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const bare = stem(word);
  const joins = Object.hasOwn(ONE_WORD, word) ? ONE_WORD[word] : undefined;
  const result = { stem: SAME.get(word) ?? SAME.get(bare) ?? bare, subject: isContentWord(word), joins };
  if (known.size > 50_000) known.clear();
  known.set(word, result);
  return result;
}

/** A word of a text: its stem and the form it stands in. */
export type Stemmed = { readonly stem: string; readonly word: string };

/** The words of a title, a heading or a column name in order; little words such as `who` and `out` are kept. */
export function titleStems(text: string): Stemmed[] {
  const found: Stemmed[] = [];
  eachWord(text, ({ stem }, word) => {
    if (!EMPTY_IN_TITLES.has(word)) found.push({ stem, word });
  });
  return found;
}

/** The words of a text that carry a subject, in order, each with the form it stands in. */
export function subjectWords(text: string): Stemmed[] {
  const found: Stemmed[] = [];
  eachWord(text, ({ stem, subject }, word) => {
    if (subject) found.push({ stem, word });
  });
  return found;
}

/** The stems of the words of a text that carry a subject, in order. */
export function stems(text: string): string[] {
  const found: string[] = [];
  eachWord(text, ({ stem, subject }) => {
    if (subject) found.push(stem);
  });
  return found;
}

function eachWord(text: string, take: (known: Known, word: string) => void): void {
  const words = wordsOf(text);
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const one = lookUp(word);
    const next = words[i + 1];
    if (one.joins !== undefined && next !== undefined && one.joins.includes(next)) {
      take(lookUp(word + next), `${word} ${next}`);
      i += 1;
    } else take(one, word);
  }
}
