import type { Field } from '../../record/kinds/kind.ts';
import { stem, wordsOf } from '../../record/words.ts';

type Option = NonNullable<Field['options']>[number];

/**
 * Other words that people write for a choice, by the field's name and the value; singular, without case and punctuation. Each
 * says the whole of its choice: what could mean another one as well ("yes" for how MFA is set up, "temporary" for somebody who
 * may be employed) is left out, so that it is asked about.
 */
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  employment: {
    staff: [
      'permanent',
      'perm',
      'full time',
      'part time',
      'fixed term',
      'salaried',
      'apprentice',
      'ft',
      'pt',
      'payroll',
    ],
    director: ['board member', 'founder', 'owner'],
    contractor: ['freelance', 'freelancer', 'self employed', 'agency', 'locum'],
    volunteer: ['unpaid', 'trustee'],
    supplier: ['vendor'],
  },
  type: {
    laptop: ['notebook', 'macbook', 'chromebook', 'ultrabook'],
    desktop: ['pc', 'workstation', 'imac', 'tower'],
    phone: ['mobile', 'mobile phone', 'smartphone', 'iphone', 'ipad', 'android'],
    server: ['virtual machine', 'vm', 'nas'],
    network: ['router', 'switch', 'firewall', 'access point', 'wifi', 'modem'],
    software: ['application', 'app', 'licence', 'program'],
    'cloud-service': ['saas', 'cloud', 'online service', 'web service', 'web app'],
    media: ['usb', 'usb stick', 'memory stick', 'external drive', 'hard drive'],
    other: ['printer', 'monitor'],
  },
  severity: {
    minor: ['not reportable'],
    reportable: ['ico reportable'],
    undecided: ['tbd', 'to be decided', 'under review', 'pending'],
  },
  personalData: {
    none: ['no', 'no personal data', 'not personal'],
    special: [
      'sensitive',
      'health',
      'patient',
      'clinical',
      'special category',
      'medical',
      'yes special category',
      'yes health',
      'yes patient',
    ],
    personal: ['ordinary', 'not special'],
  },
  kind: {
    'cyber-essentials-plus': ['ce plus', 'ce plus certified'],
    'cyber-essentials': ['ce', 'cyber essentials basic', 'ce basic'],
    'iso-27001': [
      'iso27001',
      'iso27001 2013',
      'iso27001 2022',
      'iso 27001 2013',
      'iso iec 27001 2013',
      'iso 27001 certified',
    ],
    'data-security': ['dsp', 'ig', 'information governance', 'data security awareness', 'data security and protection'],
    induction: ['starter', 'new starter', 'onboarding'],
    policy: ['policy read', 'policy'],
    'restore-test': ['backup restore', 'restore of backup', 'test restore'],
    'continuity-exercise': [
      'business continuity exercise',
      'bcp test',
      'tabletop',
      'bcp exercise',
      'continuity test',
      'incident exercise',
      'desktop exercise',
    ],
    'penetration-test': ['pen test', 'pentest'],
    'phishing-test': ['phishing simulation', 'phishing exercise'],
    'access-review': ['user access review', 'user account review'],
    'board-review': ['management review'],
  },
  dsptStatus: {
    exceeded: ['exceeds'],
    approaching: ['action plan'],
    'not-met': ['fail', 'failed', 'not compliant'],
    nothing: ['not published'],
    'not-found': ['not registered', 'no entry'],
  },
  direction: {
    in: ['in', 'inbound', 'incoming', 'received'],
    out: ['out', 'outbound', 'outgoing', 'sent'],
    within: ['internal', 'inside'],
  },
  treatment: {
    treat: ['mitigate', 'control', 'lower'],
    tolerate: ['accepted', 'live with'],
    transfer: ['share', 'insure'],
    terminate: ['avoid', 'end'],
  },
  result: {
    passed: ['pass', 'ok', 'success', 'successful'],
    failed: ['fail', 'unsuccessful'],
    partly: ['partial', 'partially', 'part'],
  },
  mfa: {
    enforced: ['required', 'mandatory', 'everyone', 'all users', 'all staff', 'yes all users', 'yes everyone'],
    available: ['optional'],
    off: ['disabled'],
    'not-offered': ['not available', 'not supported'],
  },
  role: {
    siro: ['senior information risk owner'],
    'caldicott-guardian': ['caldicott'],
    'ig-lead': ['ig', 'ig manager'],
    'it-lead': ['it manager'],
    'cyber-lead': ['ciso'],
  },
};

/** Choices that say what something is and prove nothing: a word or two more or less than the option has is no claim. */
const ONLY_NAMES: ReadonlySet<string> = new Set(['employment', 'type', 'direction', 'treatment', 'ourPart']);

/** Words without which nothing that is said changes. */
const EMPTY = new Set('a an the of is are for to and or our we with as level status training'.split(' '));
const NEGATED = /\b(?:not?|non|never|without)\b/;
/** Words that take something away from what is said beside them: not everyone, not all of it, not now. */
const LIMITING = stemsOf(
  'only except excluding excluded apart but unless until if when where however some sometimes part partly partial ' +
    'partially most mostly majority many several few half limited restricted selected optional soon ' +
    'plan planned pending awaiting waiting due tbc will should would previously formerly was were expired lapsed almost ' +
    'nearly towards trial pilot rollout rolling ongoing working progress',
);
const SOME_PEOPLE = stemsOf('admin administrator manager privileged director senior');
const PART_OF_ALL = /(?<!\b100\s?)%|\d\s*\/\s*\d|\b\d+ (?:out )?of \d/;

/** Whether a cell takes back a part of what it says: "yes, for admins only", "80%", "done?". */
export function isLimited(cell: string): boolean {
  const words = stemsOf(plain(cell));
  return (
    PART_OF_ALL.test(cell) ||
    cell.endsWith('?') ||
    limitsIn(words).length > 0 ||
    [...words].some((word) => SOME_PEOPLE.has(word))
  );
}

function limitsIn(words: ReadonlySet<string>): readonly string[] {
  return [...words].filter((word) => LIMITING.has(word));
}

/**
 * The options that a cell may mean: one when there is no doubt. Case, punctuation and word endings make no difference, nor
 * does a year. What proves something must be said in whole and with nothing besides: other cells are asked about. A choice
 * that only says what something is may be said in more words or fewer, as long as they neither deny nor limit it.
 */
export function optionsMeant({ name, options = [] }: Pick<Field, 'name' | 'options'>, cell: string): readonly Option[] {
  const said = plain(cell);
  if (said === '') return [];
  const called = calledIn(name, options);
  const exactly = called.filter(({ names: [value, label] }) => value === said || label === said);
  if (exactly.length > 0) return exactly.map(({ option }) => option);
  const same = called.filter(({ names }) => names.includes(said));
  if (same.length > 0) return same.map(({ option }) => option);
  if (PART_OF_ALL.test(cell)) return [];
  const words = stemsOf(said.replace(YEARS, ' '));
  if (!ONLY_NAMES.has(name)) {
    const whole = called.filter(({ names }) => saysAllOf(words, said, names));
    if (whole.length > 0) return whole.map(({ option }) => option);
  }
  const near = called
    .map(({ option, names }) => ({ option, score: Math.max(0, ...names.map((one) => nearness(words, said, one))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = near;
  const meant = near.filter(({ score }) => score === best?.score).map(({ option }) => option);
  return ONLY_NAMES.has(name) || meant.length > 1 ? meant : [];
}

/** Such as "2024-25", once it is without punctuation. */
const YEARS = /\b20\d\d(?: \d\d)?\b/g;

/** Whether a cell says all of one of an option's names, and nothing that is in none of them. */
function saysAllOf(words: ReadonlySet<string>, said: string, names: readonly string[]): boolean {
  const known = new Set(names.flatMap((one) => [...stemsOf(one)]));
  return (
    [...words].every((word) => known.has(word)) &&
    names.some((one) => {
      const own = stemsOf(one);
      return own.size > 0 && NEGATED.test(said) === NEGATED.test(one) && [...own].every((word) => words.has(word));
    })
  );
}

type Called = {
  readonly option: Option;
  /** Its value, its label, and the others. */
  readonly names: readonly string[];
};

/** A column of thousands of cells asks for the same options each time. */
const known = new WeakMap<readonly Option[], readonly Called[]>();

function calledIn(name: string, options: readonly Option[]): readonly Called[] {
  const done = known.get(options);
  if (done) return done;
  const called = options.map((option) => ({
    option,
    names: [option.value, option.label, ...(OTHER_WORDS[name]?.[option.value] ?? [])].map(plain),
  }));
  known.set(options, called);
  return called;
}

/** How many words a cell and a name share, when all of one stand in the other and neither is the denial of the other. */
function nearness(words: ReadonlySet<string>, said: string, name: string): number {
  const own = stemsOf(name);
  if (NEGATED.test(said) !== NEGATED.test(name) || words.size === 0 || own.size === 0) return 0;
  if (limitsIn(words).some((word) => !own.has(word))) return 0;
  const both = [...own].filter((word) => words.has(word)).length;
  return both === own.size || both === words.size ? both : 0;
}

function plain(text: string): string {
  return wordsOf(text.replace(/[’']/g, '')).join(' ');
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(' ')
      .filter((word) => word !== '' && !EMPTY.has(word))
      .map(stem),
  );
}
