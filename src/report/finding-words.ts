import type { FindingCode, Severity } from '../record/finding.ts';

export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly label: string; readonly meaning: string }>> = {
  high: { label: 'High', meaning: 'makes an answer untrue, or could stop Standards Met' },
  medium: { label: 'Medium', meaning: 'leaves an answer open to question' },
  low: { label: 'Low', meaning: 'worth tidying before somebody asks' },
};

/** What a kind of finding is called as a heading, and why it matters, in a sentence or two. */
export type FindingWords = { readonly title: string; readonly help: string };

export const FINDING_WORDS: Readonly<Record<FindingCode, FindingWords>> = {
  unanswered: {
    title: 'Nothing speaks to this item',
    help: 'No document or answer was found for something the Toolkit asks. If the practice exists, write it down or add the document that shows it.',
  },
  'no-proof': {
    title: 'Said, but not shown',
    help: 'A document says it is done and nothing dated shows it. A claim without proof is the first thing a reviewer asks about.',
  },
  'stale-proof': {
    title: 'Proof has gone out of date',
    help: 'It was shown once, but longer ago than the Toolkit or good practice allows. Do it again, or add the newer record.',
  },
  'lapses-soon': {
    title: 'Proof lapses soon',
    help: 'What counts today stops counting on a known day unless somebody renews it.',
  },
  'unfilled-placeholder': {
    title: 'Template text left in',
    help: 'Square brackets, dotted lines or sample names were never filled in, so the passage says nothing about your organisation.',
  },
  'future-dated-claim': {
    title: 'Dated in the future',
    help: 'Something is recorded as done on a day that has not come yet. It proves nothing until that day, and it makes a reader doubt the rest.',
  },
  contradiction: {
    title: 'Documents contradict each other',
    help: 'Two places give different answers to the same question. Decide which is right and correct the other.',
  },
  'unsupported-claim': {
    title: 'Claim that nothing supports',
    help: 'A statement says that something is complete, tested or certified, and the record that should stand behind it was not found.',
  },
  'overdue-review': {
    title: 'Review is overdue',
    help: 'The document names its own next review and that day has passed. Review it, or record that it was reviewed.',
  },
  'empty-record': {
    title: 'Log or register without entries',
    help: 'The headings are there and the rows are not. Fill it, or note with a date that there was nothing to record.',
  },
  'broken-reference': {
    title: 'Refers to something that is not there',
    help: 'A document points to another one, or to a section, that was not among the files. A reviewer who follows the reference finds nothing.',
  },
  'outdated-standard': {
    title: 'Outdated law, standard or product name',
    help: 'The text relies on something that has been replaced or withdrawn, which tells a reader when it was last looked at.',
  },
  'no-owner': {
    title: 'Nobody is named as owner',
    help: 'Without a named owner nobody keeps it current. Name a person or a role.',
  },
  'owner-left': {
    title: 'Owner has left',
    help: 'The person named has left or moved on. Name a successor and record the hand-over.',
  },
  'no-deputy': {
    title: 'No deputy',
    help: 'Nobody stands in when the named person is away.',
  },
  'key-person': {
    title: 'One person holds too much',
    help: 'Several items stop counting when the record is assessed without this person. Share the load or name deputies.',
  },
  'conflicting-roles': {
    title: 'Roles that should not be one person',
    help: 'One person both does something and checks it. Separate the roles, or record why that is safe.',
  },
  'supplier-unassured': {
    title: 'Supplier without assurance',
    help: 'A supplier handles data and nothing shows how its security was checked.',
  },
  'supplier-assurance-lapsed': {
    title: 'Supplier assurance has lapsed',
    help: 'The certificate or check behind a supplier has expired. Ask for the current one.',
  },
  'processor-without-contract': {
    title: 'Supplier without a data processing contract',
    help: 'The law asks for a written contract with anyone who processes personal data for you.',
  },
  'training-below-target': {
    title: 'Training below target',
    help: 'The register shows fewer people trained in time than the Toolkit asks for.',
  },
  'leaver-with-access': {
    title: 'Leaver may still have access',
    help: 'Somebody left and nothing shows that the access was removed. Remove it and record the day.',
  },
  'admin-without-agreement': {
    title: 'Administrator without a signed agreement',
    help: 'Somebody with wide access has no signed acceptance of what goes with it.',
  },
  'unsupported-asset': {
    title: 'Product out of support',
    help: 'A system no longer gets security updates from its maker, or soon will not.',
  },
  'unencrypted-device': {
    title: 'Device not shown to be encrypted',
    help: 'A device that can leave the building is not shown to be encrypted.',
  },
  'incident-clock': {
    title: 'Reporting deadline of an incident',
    help: 'An incident that may have to be reported shows no report in time. The law allows 72 hours from becoming aware.',
  },
  'not-approved': {
    title: 'Not approved',
    help: 'The document is a draft or names nobody who approved it and when.',
  },
  'wrong-organisation': {
    title: 'Names another organisation',
    help: 'Text seems to come from another organisation. Correct it, or say what the connection is.',
  },
  'recycled-file': {
    title: 'Same file under two names',
    help: 'The same content is offered twice, or an old file stands in for a new one.',
  },
  'patient-identifiable': {
    title: 'Possible patient data',
    help: 'A number that fits the NHS number check stands beside words about a patient. Take it out of your evidence and look into how it got there.',
  },
  'edition-changed': {
    title: 'The Toolkit asks something else now',
    help: 'The item changed between editions, so last year’s answer may not fit.',
  },
  'impossible-date': {
    title: 'Date that cannot be',
    help: 'A date does not exist, or an order of dates makes no sense, such as approval before writing.',
  },
  'wrong-total': {
    title: 'Total does not add up',
    help: 'A number in the text and the rows it sums up disagree.',
  },
  unsigned: {
    title: 'Signature missing',
    help: 'There is a place for a signature or date and it is empty.',
  },
  'document-control': {
    title: 'Version or status is unclear',
    help: 'Version, status or date in one place disagrees with another place in the same document.',
  },
  'duplicate-rows': {
    title: 'Rows that repeat',
    help: 'Rows look copied, so the register may count more than took place.',
  },
  'undated-proof': {
    title: 'Record without a date',
    help: 'It may well show what is asked, but nobody can tell when. Add the date.',
  },
  unreadable: {
    title: 'File could not be read',
    help: 'Nothing in this file was taken into account. Save it again in another format, or without a password, and check once more.',
  },
  'different-question': {
    title: 'Answers another question',
    help: 'The same item number asks something else in this edition or category.',
  },
};
