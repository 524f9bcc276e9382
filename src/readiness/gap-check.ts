import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Day, dayAfter } from '../record/day.ts';
import type { OrganisationRecord } from '../record/record.ts';
import { assess, byWeight } from './assess.ts';
import type { Assessment, ForecastStep, PersonLoad, Plan } from './assessment.ts';
import { forecast } from './forecast.ts';
import { deputyFindings, peopleFindings, peoplePicture } from './people.ts';
import { planFor } from './plan.ts';

/** Everything a report shows about one record on one day. */
export type GapCheck = {
  readonly catalogue: Catalogue;
  readonly record: OrganisationRecord;
  /** Its findings include those about people. */
  readonly assessment: Assessment;
  readonly plan: Plan;
  /** The eighteen months after the day. */
  readonly forecast: readonly ForecastStep[];
  readonly people: readonly PersonLoad[];
};

/** How far a report looks ahead: past the next yearly deadline, whenever it is read. */
const AHEAD = 'P18M';

/** Assesses a record and works out all that follows from it. Pure. */
export function gapCheck(catalogue: Catalogue, record: OrganisationRecord, on: Day): GapCheck {
  const assessed = assess(catalogue, record, on);
  const people = peoplePicture(catalogue, record, on);
  const assessment = {
    ...assessed,
    findings: [...assessed.findings, ...peopleFindings(people), ...deputyFindings(record)].sort(byWeight),
  };
  return {
    catalogue,
    record,
    assessment,
    plan: planFor(assessment),
    forecast: forecast(catalogue, record, on, dayAfter(on, AHEAD)),
    people,
  };
}
