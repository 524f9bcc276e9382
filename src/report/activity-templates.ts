import type { OrganisationFunction } from '../catalogue/catalogue.ts';
import type { activity } from '../record/kinds/activity.ts';
import type { DataOf } from '../record/kinds/kind.ts';

export type ActivityKind = DataOf<typeof activity>['kind'];

/** What helps to do and record one kind of activity. Everything in it is our own words and judgement. */
export type ActivityTemplate = {
  readonly name: string;
  /** One sentence. */
  readonly why: string;
  /** How long it takes to do, in words. */
  readonly takes: string;
  readonly function: OrganisationFunction;
  /** The name by which proof rules ask for it; absent where none does. */
  readonly rule?: string;
  /** Items whose proof rule names, in its `basis`, a source for how often. For the others the interval is judgement. */
  readonly sourced: readonly string[];
  /** Items that it helps with although no rule asks for it by name. */
  readonly helps: readonly string[];
  /** What is tested or looked at, as a hint for a form. */
  readonly subject: string;
  /** What counts as passed, as a hint for a form. */
  readonly passed: string;
  /** What to look at: the question, and the few words that are kept when somebody did. */
  readonly look: readonly { readonly ask: string; readonly covers: string }[];
};

/** One for every kind of activity but "other", about which nothing can be said beforehand. */
export const ACTIVITY_TEMPLATES: Readonly<Record<Exclude<ActivityKind, 'other'>, ActivityTemplate>> = {
  'restore-test': {
    name: 'Restore test',
    why: 'A backup that was never restored is only a hope.',
    takes: '1 to 2 hours',
    function: 'it',
    rule: 'restore-test',
    sourced: ['7.3.4'],
    helps: [],
    subject: 'What was restored, such as the customer database',
    passed: 'Passed means that the data came back whole and could be used.',
    look: [
      { ask: 'Which backup did you take, and from which day?', covers: 'which backup' },
      { ask: 'Did you restore it somewhere other than over the live data?', covers: 'a safe place to restore to' },
      { ask: 'Did you count or open records to see that they are whole?', covers: 'whether the data is whole' },
      { ask: 'How long did it take, and is that soon enough for your customers?', covers: 'time taken' },
      { ask: 'Could somebody else have done it from your written steps?', covers: 'the written steps' },
    ],
  },
  'continuity-exercise': {
    name: 'Continuity or incident exercise',
    why: 'Talking through a bad day once shows which numbers, backups and deputies are missing.',
    takes: '1 to 2 hours, with everyone who has a part in the plan',
    function: 'operations',
    rule: 'continuity-exercise',
    sourced: ['7.2.1'],
    helps: [],
    subject: 'What you pretended had happened, such as ransomware on the file store',
    passed: 'Passed means that the plan would have worked as written.',
    look: [
      { ask: 'Was what happened a data or cyber event?', covers: 'a data or cyber event' },
      { ask: 'Did everyone know whom to call, without the usual systems?', covers: 'whom to call' },
      { ask: 'Who decides whether to report it, and by when?', covers: 'reporting' },
      { ask: 'What do customers hear, and from whom?', covers: 'telling customers' },
      { ask: 'How do you work until systems are back?', covers: 'working without systems' },
      { ask: 'What needs fixing, who does it and by when?', covers: 'what to fix' },
    ],
  },
  'spot-check': {
    name: 'Spot check',
    why: 'It shows whether people do what the policies say while nobody is asking.',
    takes: 'About 1 hour',
    function: 'information-governance',
    rule: 'spot-check',
    sourced: ['1.3.2'],
    helps: [],
    subject: 'Where or what you checked, such as desks and screens in the office',
    passed: 'Passed means that you found nothing that needs fixing.',
    look: [
      { ask: 'Are screens locked and papers put away?', covers: 'locked screens and clear desks' },
      { ask: 'Are doors, visitors and cupboards looked after?', covers: 'doors and visitors' },
      { ask: 'Are laptops and phones up to date and locked with a code?', covers: 'devices' },
      { ask: 'Is personal data only where it belongs?', covers: 'where personal data lies' },
      { ask: 'Do people know how to report something that went wrong?', covers: 'reporting incidents' },
    ],
  },
  'access-review': {
    name: 'Access review',
    why: 'Accounts of leavers and rights nobody needs any more are the easiest way in.',
    takes: '1 to 2 hours for each important system',
    function: 'it',
    rule: 'access-review',
    sourced: [],
    helps: ['4.4.1'],
    subject: 'Which system, such as the hosting console',
    passed: 'Passed means that nothing had to be taken away, or that it has been.',
    look: [
      { ask: 'Does every account belong to somebody who works here today?', covers: 'accounts of leavers' },
      { ask: 'Does everyone still need the rights they have?', covers: 'rights nobody needs' },
      { ask: 'Who are the administrators, and are there too many?', covers: 'administrators' },
      { ask: 'Who can open shared mailboxes and shared passwords?', covers: 'shared mailboxes and passwords' },
      { ask: 'Are the accounts of suppliers and programs known?', covers: 'accounts of suppliers and programs' },
      { ask: 'Is the staff list right, with leavers and new people?', covers: 'the staff list' },
    ],
  },
  'penetration-test': {
    name: 'Penetration test',
    why: 'Somebody who attacks for a living finds what those who built it do not see.',
    takes: 'Half a day of your time; weeks of notice for the tester',
    function: 'it',
    rule: 'penetration-test',
    sourced: ['9.2.1'],
    helps: [],
    subject: 'What was attacked, such as the web application and its API',
    passed: 'Passed means that nothing serious was found, or that it was fixed and tested again.',
    look: [
      { ask: 'Did you agree in writing what would be tested?', covers: 'the agreed scope' },
      { ask: 'Were all systems with health and care data in it?', covers: 'systems with health and care data' },
      { ask: 'Did it include a scan for known weaknesses?', covers: 'a scan for known weaknesses' },
      { ask: 'Were the passwords of network equipment looked at?', covers: 'passwords of network equipment' },
      { ask: 'Has somebody read it and planned what to fix?', covers: 'what to fix' },
    ],
  },
  'vulnerability-scan': {
    name: 'Vulnerability scan',
    why: 'New weaknesses become known every week, and a scan says which of them you have.',
    takes: 'About 30 minutes once it is set up',
    function: 'it',
    rule: 'vulnerability-scan',
    sourced: [],
    helps: [],
    subject: 'What was scanned, such as the servers and the libraries of the product',
    passed: 'Passed means that nothing serious is left open.',
    look: [
      { ask: 'Are all servers and addresses that face the internet in it?', covers: 'what faces the internet' },
      { ask: 'Are the libraries of your own software in it?', covers: 'libraries of our software' },
      { ask: 'Which findings are serious, and who fixes them and by when?', covers: 'serious findings' },
      { ask: 'Were the serious findings of last time closed?', covers: 'findings of last time' },
    ],
  },
  'board-review': {
    name: 'Board or management review',
    why: 'Those at the top answer for data security, and a note of what they discussed shows that they look.',
    takes: 'About 30 minutes of a meeting',
    function: 'leadership',
    rule: 'board-review',
    sourced: ['5.2.1'],
    helps: [],
    subject: 'Which meeting, such as the directors’ meeting of the second quarter',
    passed: 'Most meetings have no result as such.',
    look: [
      { ask: 'What are the biggest data and cyber risks, and is enough done?', covers: 'the biggest risks' },
      { ask: 'What happened since last time, near misses included?', covers: 'incidents and near misses' },
      { ask: 'Which actions are late, and why?', covers: 'actions' },
      { ask: 'Does everyone named as responsible still do it?', covers: 'who is responsible' },
      { ask: 'Is anything in use that is no longer supported, and is the risk accepted?', covers: 'unsupported items' },
    ],
  },
  'risk-review': {
    name: 'Risk review',
    why: 'Risks change with every new system, supplier and weakness that is found.',
    takes: 'About 1 hour',
    function: 'leadership',
    rule: 'risk-review',
    sourced: [],
    helps: ['1.3.6'],
    subject: 'Which risks, such as the whole register',
    passed: 'Most reviews have no result as such.',
    look: [
      { ask: 'Which risks are new, and which are gone?', covers: 'new and past risks' },
      { ask: 'Do the scores still fit?', covers: 'scores' },
      { ask: 'Does each risk have an owner and an action with a date?', covers: 'owners and actions' },
      { ask: 'Are weaknesses that tests found ranked and fixed in time?', covers: 'weaknesses that tests found' },
    ],
  },
  'policy-review': {
    name: 'Policy review',
    why: 'A policy that describes how you worked three years ago protects nobody.',
    takes: 'About 30 minutes for each policy',
    function: 'information-governance',
    sourced: [],
    helps: ['1.3.1'],
    subject: 'Which policies, such as the data protection policy',
    passed: 'Passed means that it still fits. A new version is a new document.',
    look: [
      { ask: 'Does it say what you really do?', covers: 'whether it fits what we do' },
      { ask: 'Are the people, systems and laws in it the ones of today?', covers: 'people, systems and laws named' },
      { ask: 'Does it carry a version, an approver and a next review date?', covers: 'version, approval and dates' },
      { ask: 'Have staff been told what changed?', covers: 'telling staff' },
    ],
  },
  'process-review': {
    name: 'Process review',
    why: 'What went wrong once will go wrong again until the way of working changes.',
    takes: 'About 1 hour',
    function: 'information-governance',
    rule: 'process-review',
    sourced: ['5.1.1'],
    helps: [],
    subject: 'Which way of working, such as how referrals are sent',
    passed: 'Most reviews have no result as such.',
    look: [
      { ask: 'What let it happen, or nearly happen?', covers: 'the cause' },
      { ask: 'Do people work around the process, and why?', covers: 'workarounds' },
      { ask: 'How is consent asked for and recorded, where you rely on it?', covers: 'consent' },
      { ask: 'What changes, who does it and by when?', covers: 'what changes' },
    ],
  },
  'supplier-review': {
    name: 'Supplier review',
    why: 'A supplier’s breach is your breach to report, so know what each one holds and how well.',
    takes: 'About 20 minutes for each supplier',
    function: 'procurement',
    sourced: [],
    helps: ['10.1.2', '10.2.2'],
    subject: 'Which suppliers, such as the hosting provider',
    passed: 'Passed means that you would choose them again today.',
    look: [
      { ask: 'Is every supplier that handles personal data on the list?', covers: 'the list of suppliers' },
      { ask: 'Are their certificates and Toolkit status still in date?', covers: 'certificates and status' },
      { ask: 'Did they have a breach, and did they tell you?', covers: 'breaches' },
      { ask: 'Do they use others, or other countries, for your data?', covers: 'their own suppliers and countries' },
    ],
  },
  'contract-review': {
    name: 'Contract review',
    why: 'A contract signed years ago often lacks the data protection terms that the law asks for now.',
    takes: 'About 30 minutes for each contract',
    function: 'procurement',
    rule: 'contract-review',
    sourced: ['1.4.2'],
    helps: [],
    subject: 'Which contracts, such as hosting and the shredding service',
    passed: 'Passed means that the terms you need are in it.',
    look: [
      { ask: 'Is it signed, and in force today?', covers: 'signature and dates' },
      { ask: 'Are the data protection terms in it?', covers: 'data protection terms' },
      { ask: 'May you audit, and how soon do they tell you of a breach?', covers: 'audit and notice of breaches' },
      { ask: 'What happens to your data and old equipment at the end?', covers: 'return and destruction' },
    ],
  },
  'asset-review': {
    name: 'Asset review',
    why: 'Nobody can protect or update a laptop or a program that is on no list.',
    takes: '1 to 2 hours',
    function: 'it',
    rule: 'asset-review',
    sourced: ['7.1.1'],
    helps: [],
    subject: 'What was counted, such as laptops, phones and cloud services',
    passed: 'Passed means that the list and what you found agree.',
    look: [
      { ask: 'Is every laptop, phone and memory stick on the list, with who has it?', covers: 'devices and holders' },
      { ask: 'Is every program and cloud service on it?', covers: 'programs and cloud services' },
      { ask: 'Has anything been lost, sold or thrown away?', covers: 'what is gone' },
      { ask: 'Is anything near the end of its support?', covers: 'end of support' },
      { ask: 'Do the lists say what data you keep, who owns it and where it goes?', covers: 'data and where it goes' },
    ],
  },
  'phishing-test': {
    name: 'Phishing test',
    why: 'Most break-ins begin with an email, and practice makes people report it instead of clicking.',
    takes: 'About 1 hour',
    function: 'it',
    rule: 'phishing-exercise',
    sourced: [],
    helps: [],
    subject: 'Which email you sent, and to whom',
    passed: 'Passed means that enough people reported it; say how many below.',
    look: [
      { ask: 'How many got it, how many clicked and how many reported it?', covers: 'who clicked and who reported' },
      { ask: 'How soon did the first report come?', covers: 'time to the first report' },
      { ask: 'What did you tell people afterwards, without blame?', covers: 'what people were told' },
    ],
  },
  'training-needs-analysis': {
    name: 'Training needs analysis',
    why: 'A developer, a director and a support desk each need to know different things.',
    takes: '1 to 2 hours',
    function: 'people',
    rule: 'training-needs-analysis',
    sourced: ['3.1.1'],
    helps: [],
    subject: 'Whose needs, such as all roles',
    passed: 'Most analyses have no result as such.',
    look: [
      { ask: 'Is every role in it, directors and contractors too?', covers: 'every role' },
      { ask: 'What does each role need, and how often?', covers: 'what each role needs' },
      { ask: 'Who has more to learn, such as administrators?', covers: 'roles that need more' },
      { ask: 'Who approved it, and when?', covers: 'approval' },
      { ask: 'Does the training log show what each person has done?', covers: 'the training log' },
    ],
  },
  audit: {
    name: 'Audit',
    why: 'A second pair of eyes, your own or from outside, sees what habit hides.',
    takes: 'Half a day to several days',
    function: 'information-governance',
    sourced: [],
    helps: ['1.3.2'],
    subject: 'What was audited, such as data protection in the whole company',
    passed: 'Passed means that nothing serious was found.',
    look: [
      { ask: 'What was looked at, and what was left out?', covers: 'what was left out' },
      { ask: 'What was found, and how serious is each finding?', covers: 'findings and how serious' },
      { ask: 'Who mends what by when?', covers: 'who mends what' },
      { ask: 'Were the findings of the last audit closed?', covers: 'findings of last time' },
    ],
  },
};

export type TemplateKind = keyof typeof ACTIVITY_TEMPLATES;

/** Whether there is a template for a kind of activity, or for what an address says. */
export function isTemplateKind(kind: string): kind is TemplateKind {
  return Object.hasOwn(ACTIVITY_TEMPLATES, kind);
}
