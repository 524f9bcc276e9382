import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { paths } from '../paths.ts';
import { type Answer, page } from '../route.ts';

/** Instead of a page that needs a standing: why there can be none. */
export function noStanding(seat: Seat, message: string): Answer {
  return page(
    'Where you stand',
    <>
      <h1>Where {neutralised(seat.organisationName)} stands</h1>
      <p>{neutralised(message)}</p>
      {may(seat.role, 'manage-organisation') && (
        <p>
          <a href={paths.settings(seat.organisation)}>Look at the settings</a>
        </p>
      )}
    </>,
  );
}
