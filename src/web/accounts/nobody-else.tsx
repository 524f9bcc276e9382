import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';

/** That nobody but whoever said something is here to say so too, and what to do about it. `deed` such as "approve it", `who` such as "an approver". */
export function NobodyElse({
  seat: { organisation, role },
  deed,
  who,
}: {
  readonly seat: Seat;
  readonly deed: string;
  readonly who: string;
}) {
  const nobody = `Nobody else here may ${deed} yet:`;
  if (!may(role, 'manage-members')) return `${nobody} ask an owner to invite ${who}.`;
  return (
    <>
      {nobody} <a href={paths.members(organisation)}>invite {who}</a>.
    </>
  );
}
