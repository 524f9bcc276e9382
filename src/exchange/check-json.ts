import type { Action, ItemAssessment, Outcome } from '../readiness/assessment.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Day } from '../record/day.ts';
import type { Place } from '../record/document.ts';
import type { Finding } from '../record/finding.ts';
import type { RecordedDocument } from '../record/record.ts';
import { reportCaveats } from '../report/caveats.ts';

/**
 * A gap check as plain JSON, in the shape of `docs/schemas/check.schema.json`. Keys keep their order and lists theirs, so
 * that two runs over the same folder on the same day give the same text.
 */
export function checkJson(check: GapCheck, version: string) {
  const { catalogue, record, assessment, plan, forecast, people } = check;
  return {
    perennial: version,
    edition: assessment.edition,
    category: assessment.category,
    on: assessment.on,
    documents: [
      ...record.documents.map(documentJson),
      ...record.unreadable.map(({ path, unreadable }) => ({
        path,
        kind: 'other',
        title: path.split('/').at(-1) ?? path,
        dates: [],
        suggestions: [],
        unreadable: { type: unreadable.type, reason: unreadable.reason },
      })),
    ],
    items: assessment.items.map(itemJson),
    findings: assessment.findings.map(findingJson),
    plan: plan.actions.map(actionJson),
    forecast: forecast.map(({ on, counting, changes }) => ({
      on,
      counting,
      changes: changes.map(({ ref, from, to, because }) => ({ ref, from, to, because })),
    })),
    outcome: {
      claimed: outcomeJson(assessment.outcome.claimed),
      defensible: outcomeJson(assessment.outcome.defensible),
    },
    totals: {
      hours: plan.hours,
      longestLeadTimeDays: plan.longestLeadTimeDays,
      ...(plan.longestLeadTimeRef === undefined ? {} : { longestLeadTimeRef: plan.longestLeadTimeRef }),
    },
    people: people.map(({ name, roles, documents, falls }) => ({
      name,
      roles: roles.map(({ role, places }) => ({ role, seen: places.map(placeJson) })),
      documents,
      falls,
    })),
    caveats: reportCaveats(catalogue),
  };
}

function documentJson({ path, profile, suggestions }: RecordedDocument) {
  return {
    path,
    kind: profile.kind,
    title: profile.title,
    dates: profile.dates.map(({ meaning, date, where }) => ({
      meaning,
      from: date.from,
      to: date.to,
      precision: date.precision,
      text: date.text,
      ...where,
    })),
    suggestions: suggestions.map(({ ref, score, reasons }) => ({ ref, score: rounded(score), reasons })),
  };
}

function itemJson({ item, standing, reasons, documents, checks, until }: ItemAssessment) {
  return {
    ref: item.ref,
    mandatory: item.mandatory,
    standing,
    reasons,
    documents,
    requirement: item.requirement,
    confidence: item.confidence,
    checks: checks.map((check) => ({
      asks: check.asks,
      met: check.met,
      because: check.because,
      ...(check.toCheck === undefined ? {} : { toCheck: check.toCheck }),
      seen: check.places.map(placeJson),
      ...optionalDay('until', check.until),
    })),
    ...optionalDay('until', until),
  };
}

function findingJson({ code, severity, refs, message, next, seen, subject, since, until }: Finding) {
  return {
    code,
    severity,
    refs,
    message,
    next,
    seen: seen.map(placeJson),
    subject,
    ...optionalDay('since', since),
    ...optionalDay('until', until),
  };
}

function actionJson(action: Action) {
  return {
    ref: action.ref,
    mandatory: action.mandatory,
    step: action.step,
    standing: action.standing,
    because: action.because,
    function: action.function,
    effortHours: action.effortHours,
    leadTimeDays: action.leadTimeDays,
    risk: action.risk,
    quickWin: action.quickWin,
    runningHours: action.runningHours,
    runningItems: action.runningItems,
  };
}

function outcomeJson({ met, level, mandatory, counting, missing }: Outcome) {
  return { met, level, mandatory, counting, missing };
}

function placeJson({ file, line, page, cell, text }: Place) {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
    ...(cell === undefined ? {} : { cell }),
    ...(text === undefined ? {} : { text }),
  };
}

function optionalDay<Key extends 'since' | 'until'>(key: Key, day: Day | undefined): Readonly<Record<string, Day>> {
  return day === undefined ? {} : { [key]: day };
}

/** Scores to four places, so that the last bits of a sum do not make two runs differ. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
