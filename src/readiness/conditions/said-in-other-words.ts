import { contentStems, stem } from '../../record/words.ts';

/**
 * Words that stand for one another in this field. A rule asks for "phone"; a list is headed "Telephone". Each line is one
 * group; a word may be in several.
 */
const GROUPS = [
  'phone telephone mobile tel landline',
  'email mail',
  'kept held stored located retained safe kept where location',
  'checked tested verified compared reviewed inspected examined sampled validated',
  'reviewer reviewed checker checked by auditor',
  'approver approved signed authorised agreed',
  'approves approval approved authorises',
  'owner responsible owned lead accountable custodian',
  'covered covers scope included applies across',
  'devices device laptop computer desktop phone tablet machine endpoint hardware',
  'systems system service application platform server database',
  'staff employees people colleagues team everyone personnel',
  'person name individual holder who',
  'supplier vendor provider processor third-party contractor',
  'contact telephone email phone address',
  'success succeeded successful passed ok completed result complete',
  'failure failed error unsuccessful missed',
  'result outcome passed failed successful status',
  'update updated definitions signature patch latest version',
  'updates patches patching upgrades',
  'findings finding issues observation weakness found',
  'actions action remedy fix task follow-up',
  'due target deadline by',
  'often daily weekly monthly nightly hourly quarterly annually yearly frequency every',
  'method how erased shredded wiped destroyed by',
  'wiping erasure erased wipe sanitised',
  'deletion delete deleted erased removal return',
  'reporting report told raise tell',
  'told informed notified notify reported',
  'lost loss stolen theft missing',
  'lock locked pin passcode biometric fingerprint',
  'remote locate wipe erase',
  'period period range covering months from',
  'severity critical high medium low priority',
  'status open closed complete state progress',
  'registered registration entry',
  'expiry expires expire valid until renewal',
  'organisation company ltd limited',
  'rights right access rectification erasure object',
  'retention retained keep kept years',
  'shared share recipients disclose',
  'contract agreement terms schedule',
  'parties between party',
  'instructions instruction instructed',
  'confidentiality confidential',
  'exceptions exception exempt excluded except',
  'minimum least',
  'length characters character',
  'standard standards policy certificate',
  'offline immutable air-gapped locked object',
  'credentials account separate admin',
  'printed paper print copy hard',
  'lessons lesson learned learnt improve improvements',
  'scenario exercise simulated ransomware incident outage',
  'hacking cyber ransomware attack malware',
  'premises office building site',
  'power electricity internet connectivity outage',
  'customers customer client trust',
  'test tested testing restore exercise',
] as const;

const equivalents = new Map<string, Set<string>>();
for (const group of GROUPS) {
  const stems = contentStems(group);
  for (const one of stems) {
    const known = equivalents.get(one) ?? new Set<string>();
    for (const other of stems) known.add(other);
    equivalents.set(one, known);
  }
}

/**
 * Share, from 0 to 1, of the content words of `phrase` that a text says, in these or other words. `hasDate` tells that the
 * text states a date somewhere, which is all that a phrase such as "date" or "review date" asks of it.
 */
export function shareSaid(phrase: string, stems: ReadonlySet<string>, hasDate: boolean): number {
  const wanted = new Set(contentStems(phrase));
  if (wanted.size === 0) return 1;
  let said = 0;
  for (const one of wanted) {
    if (
      stems.has(one) ||
      (one === DATE && hasDate) ||
      [...(equivalents.get(one) ?? [])].some((other) => stems.has(other))
    )
      said += 1;
  }
  return said / wanted.size;
}

const DATE = stem('date');
