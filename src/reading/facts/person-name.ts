import { ROLE_WORDS } from './vocabulary/roles.ts';

const NAME =
  /(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?\s+)?(?<![\p{L}\p{N}_])(\p{Lu}(?:\.|[\p{L}’'-]{1,24})(?:\s+\p{Lu}\.?(?=\s))?(?:\s+(?:van|de|den|der|von|bin|al|el|la|da|dos|di|Mac|Mc|O)){0,2}(?:\s+\p{Lu}[\p{L}’'-]{1,24}){1,2})(?![\p{L}])/gu;

/** Capitalised words that are never part of a person's name in company documents. */
const NOT_A_NAME = new Set(
  (
    'the this that these those our your all any each every no not and or for from with by to in of on at as is if it we us you they he she ' +
    'data information security protection privacy policy policies procedure procedures plan plans register registers log logs record records report reports ' +
    'board committee team teams group company companies organisation organization limited ltd plc llp inc uk nhs england english ico gdpr dspt iso iec cyber essentials plus ' +
    'risk risks incident incidents business continuity disaster recovery backup backups restore test tests testing training awareness access control review reviews audit audits ' +
    'supplier suppliers service services system systems software hardware network server servers cloud platform application database patient patients clinical safety health care ' +
    'document documents version date name role roles title status owner approved approval author reviewed reviewer effective next last issue issued prepared signed signature ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'quarter annual monthly weekly daily new current former previous acting interim deputy senior junior lead leader head chief officer manager director managing executive operations operating ' +
    'technical technology financial finance people human resources hr it ig sales marketing product engineering engineer developer development support customer success office ' +
    'administrator admin analyst assistant associate coordinator consultant contractor partner specialist advisor adviser secretary chair chairman chairperson founder co-founder ' +
    'caldicott guardian siro dpo ciso cto ceo coo cfo md isms owner holder external internal third party parties processor processors controller controllers ' +
    'microsoft google amazon aws azure office windows apple github slack zoom entra teams workspace web express defender bitlocker authenticator exchange sharepoint onedrive ' +
    'critical high medium low yes none tbc tbd todo department legal compliance governance management general act article section appendix annex part table figure step phase stage ' +
    'london manchester leeds bristol birmingham edinburgh glasgow cardiff belfast liverpool sheffield york street road house avenue lane park court building floor ' +
    'trust hospital foundation university college school council royal national digital toolkit standards standard met assured certification certificate certified framework ' +
    'subject request requests breach breaches notification form forms template statement notice agreement contract terms code conduct impact assessment assessments dpia ropa ' +
    'remote working home mobile device devices asset assets password passwords encryption key keys patch management vulnerability penetration multi factor authentication ' +
    'email phone mobile tel telephone address website tbd n/a contact contacts details primary secondary alternate responsible responsibility responsibilities accountable ' +
    'minutes meeting agenda attendees present apologies action actions item items decision decisions matters arising any other purpose scope definitions introduction overview background ' +
    'start here use only members member line managers users owners leads directors officers staff employee employees leaver leavers reviewers approvers auditors auditor developers engineers analysts consultants contractors customers clients partners teams services tools ' +
    'see note notes how what why when who where which before after during while under over within without between across through per via about into onto than then also each both either neither one two three four five six seven eight nine ten first second third ' +
    'key objective objectives target targets goal goals requirement requirements responsible accountable consulted informed scenario severity level priority impact likelihood score total number amount type category class description summary details comments notes response responses recovery point time objective window ' +
    'north south east west central united kingdom states america ireland scotland wales europe european union eu us usa virginia ' +
    'emergency decision making hierarchy succession chain command order escalation path communication communications planning working group sequence ' +
    'approach process purpose strategy structure workflow matrix rota roster list table overview crisis ' +
    'red amber green open closed completed complete pending draft final copy page of confidential restricted public sensitive personal special category'
  ).split(' '),
);

export type NameSeen = { readonly name: string; readonly at: number; readonly end: number };

/** The person names in a text: two or three capitalised words, none of which belongs to a title, a role or a product. */
export function namesIn(text: string): NameSeen[] {
  const found: NameSeen[] = [];
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match !== null; match = NAME.exec(text)) {
    const full = match[1] ?? '';
    const words = full.split(/\s+/);
    // A title or role in front ("Director Jane Smith") is dropped; one behind ends the name.
    let first = 0;
    while (first < words.length && isNoName(words[first] ?? '')) first += 1;
    let last = first;
    while (last < words.length && !isNoName(words[last] ?? '')) last += 1;
    if (last - first >= 2) {
      const name = words.slice(first, last).join(' ');
      const at = match.index + match[0].indexOf(name);
      found.push({ name, at, end: at + name.length });
    }
    if (first >= words.length || last - first < 2) {
      // A name may begin at the second word of a rejected run.
      const second = match.index + match[0].length - (words[words.length - 1]?.length ?? 0);
      if (second > match.index && words.length > 1) NAME.lastIndex = second;
    }
  }
  return found;
}

/** Endings of English nouns that no surname shares: "Decision", "Procurement", "Emergency". */
const NOUN = /(?:[a-z]{3}(?:tion|(?<!hes)sion|logy|ility)|(?<!cle)ments?|[girtu]ency|encies)$/;

function isNoName(word: string): boolean {
  const lower = word.toLowerCase().replace(/['’]s$/, '');
  return (
    NOT_A_NAME.has(lower) ||
    NOUN.test(lower) ||
    // "Decision-Making", unlike "Smith-Jones", is made of words.
    (lower.includes('-') && lower.split('-').some((part) => NOT_A_NAME.has(part) || NOUN.test(part))) ||
    ROLE_WORDS.has(lower) ||
    (lower.length > 4 && lower.endsWith('s') && NOT_A_NAME.has(lower.slice(0, -1))) ||
    (word.length > 3 && word === word.toUpperCase())
  );
}

/** The person at the beginning of a cell or value, such as `Jane Smith (Director), jane@example.org`. */
export function nameAtStart(text: string): string | undefined {
  const first = namesIn(text)[0];
  return first !== undefined &&
    /^[\s"'*]*(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?\s+)?$/i.test(text.slice(0, first.at))
    ? first.name
    : undefined;
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\.?\s+/i;
const WORD = /^\p{L}[\p{L}\p{M}.’'-]*$/u;

/**
 * The person in a cell of a column that is known to name people. There a name may be written in any case, with the surname
 * first ("Smith, Jane") or of up to four words: whoever is passed over would be counted by nobody.
 */
export function nameInCell(text: string): string | undefined {
  const [before = '', after, ...more] = text.replace(TITLE, '').split(',');
  const turned = after === undefined ? before : `${after} ${before}`;
  const words = turned.split(/\s+/).filter((word) => word !== '');
  const isName =
    more.length === 0 &&
    words.length >= 2 &&
    words.length <= 4 &&
    words.every(
      (word) => WORD.test(word) && !NOT_A_NAME.has(word.toLowerCase()) && !ROLE_WORDS.has(word.toLowerCase()),
    );
  return nameAtStart(text) ?? (isName ? words.join(' ') : undefined);
}

/** A name for comparison: lower case, no middle names or marks: `Jane A. O’Neil` is `jane oneil`. */
export function personKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.’']/g, '')
    .toLowerCase()
    .replace(/^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\s+/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  return words.length > 1 ? `${first} ${last}` : first;
}
