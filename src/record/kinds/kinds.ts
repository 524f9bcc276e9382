import { absence } from './absence.ts';
import { action } from './action.ts';
import { activity } from './activity.ts';
import { adminAgreement } from './admin-agreement.ts';
import { answer } from './answer.ts';
import { appointment } from './appointment.ts';
import { comment } from './comment.ts';
import { confirmation } from './confirmation.ts';
import { dataFlow } from './data-flow.ts';
import { digitalAsset } from './digital-asset.ts';
import { document } from './document.ts';
import { grant } from './grant.ts';
import { incident } from './incident.ts';
import { informationAsset } from './information-asset.ts';
import type { AnyKind } from './kind.ts';
import { observation } from './observation.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { responsibility } from './responsibility.ts';
import { risk } from './risk.ts';
import { share } from './share.ts';
import { submission } from './submission.ts';
import { supplier } from './supplier.ts';
import { trainingRecord } from './training-record.ts';

/** Every kind of thing an organisation keeps, by its name, in the order in which a person would fill them in. */
export const KINDS = {
  organisation,
  person,
  appointment,
  absence,
  responsibility,
  'information-asset': informationAsset,
  'digital-asset': digitalAsset,
  'data-flow': dataFlow,
  supplier,
  document,
  observation,
  answer,
  comment,
  confirmation,
  'training-record': trainingRecord,
  activity,
  incident,
  risk,
  action,
  'admin-agreement': adminAgreement,
  submission,
  share,
  grant,
} as const satisfies Readonly<Record<string, AnyKind>>;

export type KindName = keyof typeof KINDS;

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(KINDS, name);
}

/** The kind whose plural stands in an address. */
export function kindByPlural(plural: string): AnyKind | undefined {
  return Object.values(KINDS).find((kind) => kind.plural === plural);
}
