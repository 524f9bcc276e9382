import { type ActivityDemand, activityDemands } from '../../readiness/activity-demands.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { type Day, dayAfter, type Period } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import {
  ACTIVITY_TEMPLATES,
  type ActivityTemplate,
  isTemplateKind,
  type TemplateKind,
} from '../../report/activity-templates.ts';
import { REGISTER_PREFIX } from '../../workspace/standing/register-documents.ts';

export type Activity = Entity<DataOf<typeof activity>>;

/**
 * - `overdue`: done before, and what was done counts no more, or never counted because it did not pass.
 * - `never`: neither the register nor a document tells of one.
 * - `due`: counts until a day to come.
 * - `no-interval`: nothing that applies here asks for it by name.
 */
export type ActivityState = 'overdue' | 'never' | 'due' | 'no-interval';

/** Where an organisation is with one kind of activity. */
export type ActivityRow = {
  readonly kind: TemplateKind;
  readonly template: ActivityTemplate;
  readonly state: ActivityState;
  readonly demands: readonly ActivityDemand[];
  /** Items of the organisation's catalogue that it helps with although no rule asks for it by name. */
  readonly helps: readonly string[];
  /** Done by the day, the latest first. */
  readonly done: readonly Activity[];
  /** To come, the next first. */
  readonly planned: readonly Activity[];
  /** The latest that a document tells of. */
  readonly told: { readonly on: Day; readonly path: string } | undefined;
  /** The last day on which all that was shown still counts. */
  readonly due: Day | undefined;
  /** How often, by the shortest of what is asked; `confirmed` when a source says so and it is not our judgement. */
  readonly interval: { readonly within: Period; readonly confirmed: boolean } | undefined;
};

const ORDER: readonly ActivityState[] = ['overdue', 'never', 'due', 'no-interval'];

/** Every kind of activity there is a template for: overdue first, then never done, then by when it is due. Pure. */
export function activityRows(check: GapCheck | undefined, holdings: Holdings, on: Day): readonly ActivityRow[] {
  const kinds = Object.keys(ACTIVITY_TEMPLATES).filter(isTemplateKind);
  return kinds
    .map((kind) => activityRow(kind, check, holdings, on))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        (a.due ?? '').localeCompare(b.due ?? '') ||
        a.template.name.localeCompare(b.template.name, 'en-GB'),
    );
}

export function activityRow(kind: TemplateKind, check: GapCheck | undefined, holdings: Holdings, on: Day): ActivityRow {
  const template = ACTIVITY_TEMPLATES[kind];
  const demands = check && template.rule !== undefined ? activityDemands(template.rule, check, on) : [];
  const own = newestFirst(holdings).filter(({ data }) => data.kind === kind);
  const done = own.filter(({ data }) => data.doneOn <= on);
  const told = toldByDocuments(demands);
  const ends = demands.flatMap(
    ({ witnesses }) =>
      witnesses
        .map(({ interval }) => interval.until ?? '')
        .sort()
        .at(-1) ?? [],
  );
  const due = ends.sort()[0];
  const never = done.length === 0 && told === undefined;
  return {
    kind,
    template,
    state: demands.length === 0 ? 'no-interval' : never ? 'never' : due === undefined || due < on ? 'overdue' : 'due',
    demands,
    helps: template.helps.filter((ref) => check?.catalogue.items.some((item) => item.ref === ref)),
    done,
    planned: own.filter(({ data }) => data.doneOn > on).toReversed(),
    told,
    due,
    interval: intervalOf(template, demands, on),
  };
}

/** Activities of the register, the latest first. */
export function newestFirst(holdings: Holdings): readonly Activity[] {
  return listOf(holdings, activity).toSorted(
    (a, b) => b.data.doneOn.localeCompare(a.data.doneOn) || b.revision - a.revision,
  );
}

/** The items for which an activity counts on a day. What is still to come, too old or not passed counts for none. */
export function countsFor({ demands }: ActivityRow, { data }: Activity, on: Day): readonly ActivityDemand[] {
  return demands.filter(
    ({ within, mustPass }) =>
      data.doneOn <= on && dayAfter(data.doneOn, within) >= on && (!mustPass || data.result === 'passed'),
  );
}

function toldByDocuments(demands: readonly ActivityDemand[]): ActivityRow['told'] {
  return demands
    .flatMap(({ witnesses }) => witnesses)
    .flatMap(({ interval, places }) => {
      const path = places[0]?.file;
      return interval.from === undefined || path === undefined || path.startsWith(REGISTER_PREFIX)
        ? []
        : [{ on: interval.from, path }];
    })
    .sort((a, b) => b.on.localeCompare(a.on))[0];
}

function intervalOf(
  { sourced }: ActivityTemplate,
  demands: readonly ActivityDemand[],
  on: Day,
): ActivityRow['interval'] {
  const [shortest] = demands.toSorted((a, b) => dayAfter(on, a.within).localeCompare(dayAfter(on, b.within)));
  if (!shortest) return undefined;
  const same = demands.filter(({ within }) => within === shortest.within);
  return { within: shortest.within, confirmed: same.some(({ assessed }) => sourced.includes(assessed.item.ref)) };
}
