import type { Defect } from '../../record/document.ts';
import type { ControlStatement } from '../profile/control-statements.ts';
import { isBlank } from '../profile/placeholders.ts';
import { type DefectPlace, type DefectRule, place } from './defect-rule.ts';

const NEEDS_APPROVAL = new Set(['policy', 'procedure', 'plan', 'notice', 'statement', 'report', 'register', 'other']);

/** An approver nobody can ask: a body without a name or a date says no more than "approved". */
const NOBODY =
  /^(?:the )?(?:management|senior management|management team|all|everyone|staff|various|n\/?a|none|not applicable|self)\.?$/i;

/**
 * Documents that nobody approved by their own words (fact types, D15 and D24): approver or approval day blank or a gap, a
 * status of draft, or a version below 1. The word "draft" in a sentence is no status.
 */
export const notApproved: DefectRule = ({ control, profile, openlyBlank }) => {
  if (openlyBlank || !NEEDS_APPROVAL.has(profile.kind)) return [];
  const reasons: string[] = [];
  const places: DefectPlace[] = [];
  const add = (reason: string, said: ControlStatement) => {
    reasons.push(reason);
    places.push(place(said.where, `${said.label}: ${said.value}`));
  };
  for (const said of control.statements) {
    if (said.source === 'prose') continue;
    if (
      said.meaning === 'approver' &&
      (isBlank(said.value) || NOBODY.test(said.value)) &&
      !approvedElsewhere(said, control.statements)
    ) {
      add(isBlank(said.value) ? `“${said.label}” is left blank` : `“${said.label}” says only “${said.value}”`, said);
    } else if (said.meaning === 'approved' && isBlank(said.value)) add(`“${said.label}” is left blank`, said);
    else if (said.meaning === 'status' && isDraft(said.value)) add(`its status is “${said.value}”`, said);
    else if (said.meaning === 'version' && /^(?:version |v)?0(?:\.\d+)*\b/i.test(said.value) && isFormal(profile.kind))
      add(`its version is ${said.value}, below 1`, said);
  }
  const [first] = reasons;
  if (first === undefined) return [];
  const defect: Defect = {
    code: 'not-approved',
    severity: isFormal(profile.kind) ? 'high' : 'medium',
    message: `It is not shown to be approved: ${[...new Set(reasons)].join('; ')}.`,
    next: 'Have it approved by a named senior person, and write in who and on which day.',
    places,
    subject: profile.title,
    effect: 'blocks',
  };
  return [defect];
};

function isFormal(kind: string): boolean {
  return kind === 'policy' || kind === 'procedure' || kind === 'plan';
}

function isDraft(status: string): boolean {
  return (
    status.length < 60 &&
    /\bdraft\b|\bunapproved\b|\b(?:awaiting|pending|for|not yet) approv/i.test(status) &&
    !/\bno longer\b|\bnot (?:a )?draft\b/i.test(status)
  );
}

/** A blank line for an approver is settled when another field of the document names one. */
function approvedElsewhere(said: ControlStatement, all: readonly ControlStatement[]): boolean {
  return all.some(
    (other) => other !== said && other.meaning === 'approver' && !isBlank(other.value) && !NOBODY.test(other.value),
  );
}
