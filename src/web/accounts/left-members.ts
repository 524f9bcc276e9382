import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { peopleByEmail } from '../../record/open-actions.ts';
import type { Member } from '../../workspace/accounts/accounts.ts';

/** A member whose last day has passed, by the staff list. */
export type LeftMember = { readonly member: Member; readonly leftOn: Day };

/** Members whom the staff list, by their email address, has as left. Their last day is still theirs. */
export function leftMembers(members: readonly Member[], holdings: Holdings, on: Day): readonly LeftMember[] {
  const people = peopleByEmail(holdings);
  return members.flatMap((member) => {
    const leftOn = people.get(member.email.toLowerCase())?.data.leftOn;
    return leftOn !== undefined && leftOn < on ? [{ member, leftOn }] : [];
  });
}
