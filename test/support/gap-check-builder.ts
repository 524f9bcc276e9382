import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import type {
  Action,
  Assessment,
  ForecastStep,
  ItemAssessment,
  Outcome,
  PersonLoad,
  Plan,
  Standing,
} from '../../src/readiness/assessment.ts';
import type { GapCheck } from '../../src/readiness/gap-check.ts';
import type { DocumentKind, UnreadableFile } from '../../src/record/document.ts';
import type { Finding } from '../../src/record/finding.ts';
import type { RecordedDocument } from '../../src/record/record.ts';

/** The day every built check is judged on. */
export const ON = '2026-11-20';

export type GapCheckShape = {
  readonly name?: string;
  /** Standing by item number; the others are `unanswered`. */
  readonly standings?: Readonly<Record<string, Standing>>;
  readonly documents?: readonly RecordedDocument[];
  readonly unreadable?: readonly UnreadableFile[];
  readonly findings?: readonly Finding[];
  readonly forecast?: readonly ForecastStep[];
  readonly people?: readonly PersonLoad[];
};

/** The shipped catalogue the built checks are about: version 8, category 3. */
export const catalogue: Catalogue = await shippedCatalogue();

/** A gap check put together by hand: outcome and plan follow from the standings, everything else is as given. */
export function buildGapCheck(shape: GapCheckShape = {}): GapCheck {
  const documents = shape.documents ?? [];
  const items = catalogue.items.map((item) =>
    buildItem(item.ref, shape.standings?.[item.ref] ?? 'unanswered', documents),
  );
  const assessment: Assessment = {
    edition: catalogue.edition,
    category: catalogue.category,
    on: ON,
    items,
    findings: shape.findings ?? [],
    outcome: {
      claimed: buildOutcome(items, [
        'proven',
        'exempt',
        'not-applicable',
        'claimed',
        'stale',
        'contradicted',
        'carried',
      ]),
      defensible: buildOutcome(items, ['proven', 'exempt', 'not-applicable']),
    },
  };
  return {
    catalogue,
    record: {
      organisation: { ...(shape.name === undefined ? {} : { name: shape.name }), facts: {} },
      documents,
      unreadable: shape.unreadable ?? [],
      answers: [],
      readOn: ON,
    },
    assessment,
    plan: buildPlan(assessment),
    forecast: shape.forecast ?? [],
    people: shape.people ?? [],
  };
}

/** A read document of which only what a report shows is filled in. */
export function buildDocument(
  path: string,
  over: Partial<RecordedDocument['profile']> = {},
  refs: readonly string[] = [],
) {
  const kind: DocumentKind = over.kind ?? 'policy';
  return {
    path,
    bytes: 4_200,
    sha256: 'b'.repeat(64),
    content: { format: 'markdown', lines: [], tables: [], links: [], properties: {}, marks: {} },
    profile: {
      kind,
      kindReason: `The title says “${kind}”.`,
      title:
        path
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '')
          .replaceAll('-', ' ') ?? path,
      dates: [
        {
          meaning: 'approved',
          date: { from: '2026-03-02', to: '2026-03-02', precision: 'day', text: '2 March 2026' },
          where: { line: 4 },
        },
      ],
      ...over,
    },
    facts: [],
    defects: [],
    suggestions: refs.map((ref, position) => ({
      ref,
      score: Math.max(0.3, 0.92 - position * 0.11),
      reasons: ['the title names the subject', 'a heading uses words of the item'],
    })),
  } satisfies RecordedDocument;
}

export function buildFinding(over: Partial<Finding> = {}): Finding {
  return {
    code: 'no-proof',
    severity: 'medium',
    refs: ['7.3.4'],
    subject: '7.3.4',
    seen: [{ file: 'policies/backup-policy.md', line: 31, text: 'Backups are restored as a test every quarter.' }],
    message: 'The backup policy says restores are tested, and no dated test was found.',
    next: 'Run one restore test and write down the day, the system, the result and how long it took.',
    ...over,
  };
}

function buildItem(ref: string, standing: Standing, documents: readonly RecordedDocument[]): ItemAssessment {
  const item = catalogue.items.find((one) => one.ref === ref);
  if (!item) throw new Error(`The catalogue has no item ${ref}`);
  const speaking = documents.filter((document) => document.suggestions.some((suggestion) => suggestion.ref === ref));
  const met = standing === 'proven' || standing === 'exempt' ? 'yes' : standing === 'stale' ? 'lapsed' : 'no';
  return {
    item,
    standing,
    reasons: [REASONS[standing]],
    documents: speaking.map((document) => document.path),
    checks:
      standing === 'unanswered'
        ? []
        : [
            {
              asks: 'a document about it, approved within 12 months',
              todo: 'Put on file a document about it, approved within 12 months.',
              met,
              because: met === 'yes' ? 'approved on 2 March 2026' : 'no approval date was found in the last 12 months',
              ...(standing === 'exempt' && { toCheck: 'its scope covers the whole organisation' }),
              places: speaking
                .slice(0, 1)
                .map((document) => ({ file: document.path, line: 4, text: 'Approved: 2 March 2026' })),
              ...(met === 'yes' ? { until: '2027-03-02' } : {}),
            },
          ],
    ...(standing === 'proven' ? { until: '2027-03-02' } : {}),
  };
}

const REASONS: Readonly<Record<Standing, string>> = {
  proven: 'A dated and approved document shows it. This rests on documents alone.',
  exempt: 'A Cyber Essentials Plus certificate valid on the day probably covers it.',
  'not-applicable': 'You stated that this does not concern you.',
  claimed: 'A policy says so, and nothing dated shows that it is done.',
  carried: 'Copied from last year and not confirmed again.',
  stale: 'It was last shown 19 months ago; 12 months is the most that counts.',
  contradicted: 'Two documents give different answers.',
  'in-progress': 'Only a plan speaks to it.',
  gap: 'You answered no.',
  unanswered: 'No document speaks to it.',
};

function buildOutcome(items: readonly ItemAssessment[], counting: readonly Standing[]): Outcome {
  const mandatory = items.filter(({ item }) => item.mandatory === true);
  const missing = mandatory.filter(({ standing }) => !counting.includes(standing)).map(({ item }) => item.ref);
  return {
    met: missing.length === 0,
    level: missing.length === 0 ? 'Standards Met' : 'Standards Not Met',
    mandatory: mandatory.length,
    counting: mandatory.length - missing.length,
    missing,
  };
}

function buildPlan(assessment: Assessment): Plan {
  const missing = new Set(assessment.outcome.defensible.missing);
  const open = assessment.items
    .filter(({ item }) => missing.has(item.ref))
    .toSorted((a, b) => (a.item.rule?.effortHours ?? 0) - (b.item.rule?.effortHours ?? 0));
  let hours = 0;
  let counting = assessment.outcome.defensible.counting;
  const actions = open.map(({ item, standing }): Action => {
    hours += item.rule?.effortHours ?? 1;
    counting += 1;
    return {
      ref: item.ref,
      alsoFor: [],
      mandatory: true,
      step: item.rule?.firstStep ?? `Start on ${item.ref}.`,
      standing,
      because: REASONS[standing],
      function: item.rule?.function ?? 'operations',
      effortHours: item.rule?.effortHours ?? 1,
      leadTimeDays: item.rule?.leadTimeDays ?? 0,
      risk: item.rule?.risk ?? 'medium',
      quickWin: item.rule?.quickWin ?? false,
      runningHours: hours,
      runningItems: counting,
    };
  });
  const longest = actions.toSorted((a, b) => b.leadTimeDays - a.leadTimeDays)[0];
  return {
    actions,
    hours,
    longestLeadTimeDays: longest?.leadTimeDays ?? 0,
    ...(longest ? { longestLeadTimeRef: longest.ref } : {}),
  };
}

async function shippedCatalogue(): Promise<Catalogue> {
  const folder = fileURLToPath(new URL('../../catalogue', import.meta.url));
  const loaded = await loadCatalogue(folder, { edition: 'v8', category: 3 });
  if (!loaded.ok) throw new Error(`The shipped catalogue could not be loaded: ${JSON.stringify(loaded.problem)}`);
  return loaded.value;
}
