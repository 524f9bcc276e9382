import { type Day, dayInBritain, dayInWords } from '../../record/day.ts';
import { type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { dataFlow } from '../../record/kinds/data-flow.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { incident } from '../../record/kinds/incident.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import { type AnyKind, type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { person } from '../../record/kinds/person.ts';
import { risk } from '../../record/kinds/risk.ts';
import { hasProcessorTerms, supplier } from '../../record/kinds/supplier.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import { type Assurance, assurancesOf } from '../../record/supplier-assurances.ts';
import { registerSeenToOn, reviewInWords, reviewsOf, seenToOn } from './register-reviews.ts';

/** One register as a table with the headings under which such a register is usually kept, and whose row each is. */
export type RegisterTable = {
  /** Kind of the entities in it. */
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
  /**
   * The day it is as at: of a log of activities the last day on which something was done, otherwise the last on which somebody
   * saw to it (ADR 24). Undefined when there is none by the day it is looked at.
   */
  readonly asAt: Day | undefined;
  /** The review that makes it newer, in words; undefined where there is none. */
  readonly review?: string;
};

/** Title of what the organisation's own people typed about it in Settings. */
export const OWN_DETAILS = 'Organisation details';
/** Title of the register of appointments. */
export const ROLE_HOLDERS = 'Role holders and deputies';

/** `always` is a column that stands even where nobody has said anything of it: what is left open shows as open. */
type Column<Data> = readonly [heading: string, cell: (data: Data) => string | undefined, kept?: 'always'];

/** The registers of a record that hold anything, as tables, on a day: nobody has left before their last day. Pure. */
export function registerTables(holdings: HoldingsByKind, on: Day): readonly RegisterTable[] {
  /** A part of a register is as recent as its own entries: a review of the whole need not have looked at what it tells. */
  const table = <K extends AnyKind>(
    kind: K,
    title: string,
    shown: readonly Entity<DataOf<K>>[],
    columns: readonly Column<DataOf<K>>[],
    part?: 'part',
  ): RegisterTable => {
    const [review] = part ? [] : reviewsOf(kind.name);
    return {
      ...laidOut(kind, title, shown, columns),
      asAt: part ? seenToOn(shown, [], holdings, on) : registerSeenToOn(kind.name, holdings, on),
      ...(review && { review: reviewInWords(review) }),
    };
  };
  const nameOf = namesIn(holdings, person);
  const supplierOf = namesIn(holdings, supplier);
  const held = <K extends AnyKind>(kind: K) => listOf(holdings, kind);
  const systems = held(digitalAsset).filter(({ data }) => SYSTEMS.has(data.type) && !data.disposedOn);
  return [
    table(organisation, OWN_DETAILS, held(organisation), [
      ['Legal name', ({ name }) => name],
      ['ODS code', ({ odsCode }) => odsCode],
      ['ICO registration number', ({ icoNumber }) => icoNumber],
      ['ICO registration valid until', ({ icoUntil }) => words(icoUntil)],
      ['Company number', ({ companyNumber }) => companyNumber],
    ]),
    table(person, 'Staff list', held(person), [
      ['Name', ({ name }) => name],
      ['Role', ({ jobTitle }) => jobTitle],
      ['Employment', (data) => labelOf(person, 'employment', data.employment)],
      ['Start date', ({ startedOn }) => words(startedOn)],
      ['Leaving date', ({ leftOn }) => words(leftOn)],
    ]),
    table(
      person,
      'Leavers log',
      held(person).filter(({ data }) => data.leftOn !== undefined && data.leftOn < on),
      [
        ['Leaver', ({ name }) => name],
        ['Leaving date', ({ leftOn }) => words(leftOn)],
        ['Access removed', ({ accessRemovedOn }) => words(accessRemovedOn), 'always'],
      ],
      'part',
    ),
    table(
      appointment,
      ROLE_HOLDERS,
      held(appointment).filter(({ data }) => data.appointedOn <= on && (data.endedOn ?? on) >= on),
      [
        ['Role', (data) => labelOf(appointment, 'role', data.role)],
        ['Holder', (data) => nameOf(data.person)],
        ['Deputy', (data) => nameOf(data.deputy)],
        ['Appointed', ({ appointedOn }) => words(appointedOn)],
      ],
    ),
    table(informationAsset, 'Information asset register and record of processing activities', held(informationAsset), [
      ['Information asset', ({ name }) => name],
      ['Owner', (data) => nameOf(data.owner)],
      ['Classification', (data) => labelOf(informationAsset, 'personalData', data.personalData)],
      ['Controller or processor', (data) => data.ourPart && labelOf(informationAsset, 'ourPart', data.ourPart)],
      ['Purpose', ({ purpose }) => purpose],
      ['Lawful basis', ({ lawfulBasis }) => lawfulBasis],
      ['Data subjects', ({ people }) => people],
      ['Recipients', ({ recipients }) => recipients?.join(', ')],
      ['Location', ({ location }) => location],
      ['Retention', ({ retention }) => retention],
      ['Last reviewed', ({ reviewedOn }) => words(reviewedOn)],
    ]),
    table(
      digitalAsset,
      'Asset register',
      held(digitalAsset).filter(({ data }) => !data.disposedOn),
      [
        ['Asset', ({ name }) => name],
        ['Type', (data) => labelOf(digitalAsset, 'type', data.type)],
        ['Serial number', ({ serial }) => serial],
        ['Holder', (data) => nameOf(data.holder)],
        ['Operating system', ({ product }) => product],
        ['Supported until', (data) => words(data.supportEndsOn) ?? unlessNeeded(RUNS_SOFTWARE, data.type)],
        ['Encrypted', ({ encrypted }) => yesNo(encrypted)],
        ['Anti-malware', (data) => yesNo(data.antiMalware) ?? unlessNeeded(NEEDS_PROTECTION, data.type)],
        ['Last checked', ({ checkedOn }) => words(checkedOn)],
      ],
    ),
    table(
      digitalAsset,
      'Multi-factor authentication by system',
      systems.filter(({ data }) => data.mfa),
      [
        ['System', ({ name }) => name],
        [
          'MFA',
          ({ mfa }) =>
            mfa === 'enforced' ? 'Enforced' : mfa === 'available' ? 'Optional' : mfa === 'off' ? 'Off' : 'Not offered',
        ],
        ['Last checked', ({ checkedOn }) => words(checkedOn)],
      ],
      'part',
    ),
    table(dataFlow, 'Data flow register', held(dataFlow), [
      ['Data flow', ({ name }) => name],
      ['From', ({ from }) => from],
      ['To', ({ to }) => to],
      ['Method', ({ method }) => method],
      ['Encrypted', ({ encrypted }) => yesNo(encrypted)],
      ['Country', ({ country }) => country],
      ['Transfer mechanism', ({ transferMechanism }) => transferMechanism],
      ['Last reviewed', ({ reviewedOn }) => words(reviewedOn)],
    ]),
    table(
      supplier,
      'Supplier register',
      held(supplier).filter(({ data }) => !data.endedOn),
      [
        ['Supplier', ({ name }) => name],
        ['Service', ({ service }) => service],
        ['Personal data', ({ handlesPersonalData, data }) => (handlesPersonalData ? (data ?? 'Yes') : 'No')],
        ['Country', ({ country }) => country],
        ['Contact', ({ contact }) => contact],
        ['Contract end', ({ contractUntil }) => words(contractUntil)],
        ['Data processing agreement signed', (data) => words(data.processorTermsOn) ?? termsInWords(data)],
        ['Breach notice', ({ breachNoticeHours }) => breachNoticeHours],
        [
          'Assurance',
          (data) => newest(assurancesOf(data))?.[0] ?? (data.handlesPersonalData ? 'None recorded' : undefined),
        ],
        ['Assurance expires', (data) => newest(assurancesOf(data))?.[1]],
        ['ODS code', ({ odsCode }) => odsCode],
        ['Last reviewed', ({ reviewedOn }) => words(reviewedOn)],
      ],
    ),
    table(
      trainingRecord,
      'Training log',
      held(trainingRecord).filter(({ data }) => data.kind !== POLICY_READ),
      [
        ['Name', (data) => nameOf(data.person)],
        ['Course', ({ course }) => course],
        ['Completed', ({ completedOn }) => words(completedOn)],
        ['Result', ({ result }) => result && labelOf(trainingRecord, 'result', result)],
        ['Score', ({ score }) => (score === undefined ? undefined : `${score}%`)],
        ['Certificate number', ({ certificate }) => certificate],
        ['Expires', ({ expiresOn }) => words(expiresOn)],
      ],
    ),
    ...activityTables(held(activity), nameOf, on),
    table(incident, 'Incident log', held(incident), [
      ['Incident', ({ title }) => title],
      ['Severity', (data) => labelOf(incident, 'severity', data.severity)],
      ['Date of incident', ({ happenedOn }) => words(happenedOn)],
      ['Date found', ({ foundAt }) => words(dayInBritain(foundAt))],
      ['Personal data involved', ({ personalData }) => yesNo(personalData)],
      ['Management told', ({ managementToldOn }) => words(managementToldOn)],
      ['Date reported', ({ reportedAt }) => words(reportedAt && dayInBritain(reportedAt))],
      ['Why not reported', ({ notReportedBecause }) => notReportedBecause],
      ['Cause', ({ cause }) => cause],
      ['Lessons and change made', ({ lessons }) => lessons],
      ['Date closed', ({ closedOn }) => words(closedOn)],
    ]),
    table(
      risk,
      'Risk register',
      held(risk).filter(({ data }) => !data.closedOn),
      [
        ['Risk', ({ title }) => title],
        ['Likelihood', ({ likelihood }) => String(likelihood)],
        ['Impact', ({ impact }) => String(impact)],
        ['Score', ({ likelihood, impact }) => String(likelihood * impact)],
        ['Owner', (data) => nameOf(data.owner)],
        ['Treatment', ({ measures, ...data }) => measures ?? labelOf(risk, 'treatment', data.treatment)],
        ['Last reviewed', ({ reviewedOn }) => words(reviewedOn)],
        ['Next review', ({ reviewOn }) => words(reviewOn)],
      ],
    ),
    table(
      adminAgreement,
      'Administrator agreements register',
      held(adminAgreement).filter(({ data }) => !data.endedOn),
      [
        ['System', ({ system }) => system],
        ['Administrator', (data) => nameOf(data.person) ?? supplierOf(data.supplier)],
        ['Access', ({ privilege }) => privilege ?? 'Administrator'],
        ['Agreement signed', ({ signedOn }) => words(signedOn) ?? 'Missing'],
      ],
    ),
  ].filter(({ rows }) => rows.length > 0);
}

/** What has a maker whose security updates end, and what malware can run on: of the others a blank leaves nothing open. */
const RUNS_SOFTWARE: ReadonlySet<string> = new Set(['laptop', 'desktop', 'phone', 'server', 'network', 'software']);
const NEEDS_PROTECTION: ReadonlySet<string> = new Set(['laptop', 'desktop', 'server']);

function unlessNeeded(needing: ReadonlySet<string>, type: string): string | undefined {
  return needing.has(type) ? undefined : 'Not applicable';
}

const SYSTEMS: ReadonlySet<string> = new Set(['cloud-service', 'server', 'software']);

/**
 * Each sort of activity is a log of its own, as companies keep them. Looking at a log makes nothing in it newer: it is as at
 * the last thing done.
 */
function activityTables(
  all: readonly Entity<DataOf<typeof activity>>[],
  nameOf: (id: string | undefined) => string | undefined,
  on: Day,
): readonly RegisterTable[] {
  const kinds = [...new Set(all.map(({ data }) => data.kind))];
  return kinds.map((kind) => {
    const what = labelOf(activity, 'kind', kind);
    const own = all.filter(({ data }) => data.kind === kind);
    const done = own.map(({ data }) => data.doneOn).filter((day) => day <= on);
    const asAt = done.toSorted().at(-1);
    const log = laidOut(activity, `${what} log`, own, [
      [kind === 'restore-test' ? 'System' : 'Subject', ({ system }) => system ?? what],
      ['Date', ({ doneOn }) => words(doneOn)],
      ['Result', ({ result }) => RESULTS[result]],
      ['Time taken', ({ minutesTaken }) => (minutesTaken === undefined ? undefined : `${minutesTaken} minutes`)],
      ['Scope', ({ scope }) => scope],
      ['Who did it', ({ by, people }) => by ?? people?.map(nameOf).join(', ')],
      [kind === 'restore-test' ? 'Findings, and how the data was checked' : 'Findings', ({ findings }) => findings],
    ]);
    return { ...log, asAt };
  });
}

const RESULTS = { passed: 'Successful', partly: 'Partially successful', failed: 'Failed', none: '' } as const;

function laidOut<K extends AnyKind>(
  kind: K,
  title: string,
  entities: readonly Entity<DataOf<K>>[],
  columns: readonly Column<DataOf<K>>[],
): Omit<RegisterTable, 'asAt'> {
  const used = columns.filter(
    ([, cell, kept], i) => i === 0 || kept || entities.some(({ data }) => (cell(data) ?? '') !== ''),
  );
  return {
    kind: kind.name,
    title,
    columns: used.map(([heading]) => heading),
    rows: entities.map(({ id, data }) => ({ id, cells: used.map(([, cell]) => cell(data) ?? '') })),
  };
}

/** The title of what a reference leads to. */
function namesIn<K extends AnyKind>(holdings: HoldingsByKind, kind: K): (id: string | undefined) => string | undefined {
  const names = new Map(listOf(holdings, kind).map(({ id, data }) => [id, kind.titleOf(data)]));
  return (id) => (id === undefined ? undefined : names.get(id));
}

function labelOf(kind: AnyKind, field: string, value: string): string {
  const options = fieldsOf(kind).find(({ name }) => name === field)?.options;
  return options?.find((option) => option.value === value)?.label ?? value;
}

function words(day: string | undefined): string | undefined {
  return day === undefined ? undefined : dayInWords(day);
}

/** Nothing where nobody has said: that there are none is for a person to say. */
function termsInWords(data: DataOf<typeof supplier>): string | undefined {
  const has = hasProcessorTerms(data);
  if (has === true) return 'Yes, day not known';
  if (!data.handlesPersonalData) return 'Not needed';
  return has === false ? 'No' : undefined;
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'Yes' : 'No';
}

const ASSURANCES: Readonly<Record<string, string>> = {
  dspt: 'DSPT Standards Met',
  'cyber-essentials': 'Cyber Essentials',
  'cyber-essentials-plus': 'Cyber Essentials Plus',
  'iso-27001': 'ISO/IEC 27001',
  questionnaire: 'Questionnaire',
  other: 'Other',
};

/** The assurance that holds longest: its words and its last day. */
function newest(assurances: readonly Assurance[]): readonly [string, string | undefined] | undefined {
  const best = [...assurances].sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? 1 : -1))[0];
  return best && [[ASSURANCES[best.kind] ?? best.kind, best.reference ?? ''].join(' ').trim(), words(best.expiresOn)];
}
