import type { Field } from '../../record/kinds/kind.ts';
import { stem, wordsOf } from '../../record/words.ts';

type Option = NonNullable<Field['options']>[number];

/** Other words that people write for a choice, by the field's name and the value; singular, without case and punctuation. */
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
    director: ['partner', 'board member', 'founder', 'owner'],
    contractor: [
      'freelance',
      'freelancer',
      'consultant',
      'self employed',
      'temp',
      'temporary',
      'agency',
      'associate',
      'locum',
    ],
    volunteer: ['unpaid', 'trustee'],
    supplier: ['third party', 'vendor'],
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
    'near-miss': ['nearly'],
    minor: ['low', 'not reportable', 'insignificant'],
    reportable: ['reported', 'ico reportable', 'serious'],
    undecided: ['tbd', 'to be decided', 'under review', 'pending'],
  },
  personalData: {
    none: ['no', 'no personal data', 'not personal'],
    special: ['sensitive', 'health', 'patient', 'clinical', 'special category', 'medical'],
    personal: ['yes', 'basic', 'ordinary'],
  },
  kind: {
    'data-security': [
      'dsp',
      'ig',
      'information governance',
      'data security awareness',
      'data protection',
      'annual',
      'cyber awareness',
    ],
    induction: ['starter', 'new starter', 'onboarding'],
    policy: ['policy read', 'policy'],
    'restore-test': ['backup test', 'backup restore', 'restore'],
    'continuity-exercise': ['bcp test', 'tabletop', 'bcp exercise', 'incident exercise', 'desktop exercise'],
    'penetration-test': ['pen test', 'pentest'],
    'phishing-test': ['phishing', 'phishing simulation'],
    'access-review': ['user access review', 'account review'],
  },
  dsptStatus: {
    met: ['compliant', 'pass', 'passed'],
    exceeded: ['exceeds'],
    approaching: ['in progress', 'action plan'],
    'not-met': ['fail', 'failed', 'not compliant'],
    nothing: ['not published', 'none', 'not started'],
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
    passed: ['pass', 'ok', 'success', 'successful', 'yes'],
    failed: ['fail', 'no', 'unsuccessful'],
    partly: ['partial', 'partially', 'part'],
  },
  mfa: {
    enforced: ['yes', 'on', 'enabled', 'required', 'mandatory', 'all users'],
    available: ['optional'],
    off: ['no', 'disabled'],
    'not-offered': ['n a', 'not available', 'not supported'],
  },
  role: {
    siro: ['information risk owner'],
    dpo: ['data protection lead'],
    'ig-lead': ['ig', 'ig manager'],
    'it-lead': ['it manager'],
    'cyber-lead': ['cyber', 'ciso'],
  },
};

/** Words without which nothing that is said changes. */
const EMPTY = new Set('a an the of is are for to and or our we with as level status'.split(' '));
const NEGATED = /\b(?:not?|non|never|without)\b/;

/**
 * The options that a cell may mean: one when there is no doubt. Case, punctuation and word endings make no difference; a
 * cell may say more than the option ("Standards Met 2024-25") or less of it, as long as neither denies what the other says.
 */
export function optionsMeant({ name, options = [] }: Pick<Field, 'name' | 'options'>, cell: string): readonly Option[] {
  const said = plain(cell);
  if (said === '') return [];
  const called = calledIn(name, options);
  const exactly = called.filter(({ names: [value, label] }) => value === said || label === said);
  if (exactly.length > 0) return exactly.map(({ option }) => option);
  const same = called.filter(({ names }) => names.includes(said));
  if (same.length > 0) return same.map(({ option }) => option);
  const words = stemsOf(said);
  const near = called
    .map(({ option, names }) => ({ option, score: Math.max(0, ...names.map((one) => nearness(words, said, one))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = near;
  return near.filter(({ score }) => score === best?.score).map(({ option }) => option);
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
      .filter((word) => !EMPTY.has(word))
      .map(stem),
  );
}
