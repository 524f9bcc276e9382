import type { DateMeaning } from '../../record/document.ts';

/** What a field of a document's control block is about. `review-date` may be the last review or the next one. */
export type ControlMeaning =
  | DateMeaning
  | 'version'
  | 'status'
  | 'owner'
  | 'author'
  | 'approver'
  | 'review-cycle'
  | 'title'
  | 'review-date';

const LABELS: Readonly<Record<ControlMeaning, string>> = {
  version:
    'version, version number, version no, issue, issue number, issue no, revision, revision number, rev, ver, edition',
  status: 'status, state, approval status, current status',
  owner:
    'owner, document owner, owned by, lead, policy lead, responsible owner, responsible person, accountable person, accountable owner, maintained by, maintainer, kept by, owner role, responsible, responsible manager, responsible director, information owner, custodian, owner name, held by, looked after by, sponsor, document lead, policy owner and lead, process owner',
  author:
    'author, authors, prepared by, written by, created by, produced by, drafted by, author name, compiled by, originator',
  approver:
    'approved by, approver, authorised, authorised by, signed off by, sign off by, approving body, approval authority, ratified by, agreed by, approver name, approval body, authoriser, approval, approved, accepted by, signed for approval, authorised signatory, approved for issue by, approved for use by',
  approved:
    'approval date, date approved, approved on, date of approval, ratified on, date ratified, sign off date, signed off, signed off on, approved date, date agreed, agreed on, adopted, date adopted, ratified',
  effective:
    'effective, effective date, effective from, in force from, date effective, valid from, commencement date, implementation date, from',
  reviewed:
    'last reviewed, last review, reviewed, reviewed on, date reviewed, last review date, date of last review, last updated, updated, last revised, date last reviewed, last checked, checked, looked at, last looked at, last checked on, date of review, revised, last update, date updated, last amended, reviewed date, previous review, last looked through, looked through, gone through, last gone through, read through, last read through, last checked by, checked on, last confirmed',
  'next-review':
    'next review, next review date, review due, due for review, next review due, review by, date of next review, review due date, next review by, next check, next check due, next reviewed, review again, to be reviewed, review is due, next due, due again, renewal review, next due for review, next scheduled review, next look, date for review, next revision, review due by',
  'review-date': 'review date, review, date for next review or last review',
  'review-cycle':
    'review cycle, review frequency, review period, reviewed every, frequency of review, review interval, review schedule, cycle',
  created:
    'created, date created, creation date, created on, date written, written, first issued, date of creation, drafted, first written, date of draft, draft date, written on, date prepared, prepared on, date of report, date compiled, date-written, initial issue',
  issued:
    'issued, issue date, date of issue, date issued, published, publication date, published on, date of certification, certified on, release date, released, certificate issued, certificate issue date, registration date, date registered, registered, registered on, certified since, certified from, certification date, date awarded, awarded, awarded on, date of award, original certification, original registration, initial certification date, certificate date, date of registration, registration start, start of registration, published date, report issued, date of publication, certificate start date, report date, registration valid from, certificate valid from, first registered',
  expires:
    'expires, expiry, expiry date, valid until, valid to, certificate expiry, expires on, expiration date, date of expiry, end date, renewal date, valid through, renewal due, certificate expires, certificate expiry date, certificate valid until, certificate valid to, registration expires, registration expiry, registration expiry date, registration end date, renewal, recertification due, recertification date, re-certification date, valid till, expiration, valid up to, expires at midnight on, good until, good to, certificate end date, expiry of certificate, date of expiration, fee expires, fee due, renewal on',
  event:
    'date of meeting, meeting date, date of test, test date, date held, held on, held, date of exercise, exercise date, date of incident, incident date, date completed, completed on, date of training, training date, date of visit, assessment date, date of assessment, date of audit, audit date, test window, testing dates, date of check, check date, date performed, completed, date taken, date of review meeting, carried out on, date carried out, tested on, test dates, meeting, exercise held, test held, date and time, period covered, testing window, fieldwork, visit date, export date, exported, exported on, taken, taken on, date of export, run on, run date, date run, scan date, date of scan, report date range, extracted, extracted on, captured, captured on',
  stated: 'date, dated, as at, as of',
  title: 'document title, title of document, name of document, document name, policy title, policy name',
};

const MEANING_BY_LABEL: ReadonlyMap<string, ControlMeaning> = new Map(
  // Object.keys loses the key type; the record above lists exactly the meanings.
  (Object.keys(LABELS) as ControlMeaning[]).flatMap((meaning) =>
    LABELS[meaning].split(', ').map((label): [string, ControlMeaning] => [label, meaning]),
  ),
);

const SUBJECT_WORDS =
  /^(?:the |this |our |current )?(?:(?:document|policy|plan|procedure|register|record|log|report|notice|statement|certificate|template|sop|standard|guide|doc|form|file|risk register) )?/;

/** What a label such as "Policy owner:" or "Next review date" stands for; undefined for labels that are none of ours. */
export function controlMeaning(label: string): ControlMeaning | undefined {
  if (label.length > 45) return undefined;
  const words = label
    .toLowerCase()
    .replace(/[:*.#]/g, ' ')
    .replace(/[-_/]/g, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return MEANING_BY_LABEL.get(words) ?? MEANING_BY_LABEL.get(words.replace(SUBJECT_WORDS, ''));
}

/** What the words just before a date make it; the first that fits. Only what stands in the same clause is looked at. */
export const MEANING_BEFORE_DATE: readonly (readonly [DateMeaning, RegExp])[] = [
  [
    'next-review',
    /\b(?:next|due for|to be|will be|must be|shall be|should be|is|again|for)\b[^.;]{0,30}\b(?:re-?)?(?:review(?:ed)?|look(?:ed at)?|check(?:ed)?|refresh(?:ed)?|revis(?:ed|ion))\b[^.;]{0,25}$/i,
  ],
  [
    'next-review',
    /\breview(?:\s+\w+)?\s+(?:is\s+)?due\b[^.;]{0,15}$|\breview (?:by|before|again|no later than)\b[^.;]{0,10}$|\bnext (?:due|one|time)\b[^.;]{0,12}$/i,
  ],
  [
    'expires',
    /\b(?:expir(?:es|y|ing|ed)|valid (?:until|to|through)|runs? (?:out|until|to)|ends?|renew(?:al|s|ed)?)\b[^.;]{0,20}$/i,
  ],
  ['approved', /\b(?:approved|ratified|signed off|adopted|agreed|endorsed|authorised)\b[^.;]{0,70}$/i],
  [
    'reviewed',
    /\b(?:last |was |were |been )?(?:reviewed|updated|revised|amended|checked|(?:looked|gone|read|went) (?:at|through|over))\b[^.;]{0,50}$|\blast (?:review|update|check|revision)\b[^.;]{0,20}$/i,
  ],
  ['effective', /\b(?:effective|in force|applies|takes effect|commenc\w+)\b[^.;]{0,20}$/i],
  ['issued', /\b(?:issued|published|released)\b[^.;]{0,25}$/i],
  ['created', /\b(?:created|written|prepared|drafted|compiled)\b[^.;]{0,40}$/i],
];
