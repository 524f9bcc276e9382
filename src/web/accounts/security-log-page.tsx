import type { SecurityEvent, SecurityRow } from '../../workspace/accounts/security-log.ts';
import { When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';

const EVENT_WORDS: Readonly<Record<SecurityEvent, string>> = {
  'sign-in': 'Sign-in',
  'half-way': 'Password given, code still to come',
  'second-factor': 'Code or recovery code',
  confirm: 'Password asked for once more',
  'password-changed': 'Password changed',
  'codes-added': 'Second factor added',
  'codes-removed': 'Second factor removed',
  'recovery-codes-made': 'New recovery codes made',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
};

export const SECURITY_LOG_COLUMNS: readonly Column<SecurityRow>[] = [
  { name: 'When', text: ({ at }) => at, cell: ({ at }) => <When at={at} /> },
  { name: 'What', text: ({ what }) => EVENT_WORDS[what] },
  { name: 'Device', text: ({ device }) => device },
  { name: 'Result', text: ({ succeeded }) => (succeeded ? 'Succeeded' : 'Failed') },
];

/** One's own latest sign-ins and changes, so that one notices what one has not done. */
export function SecurityLogPage({ rows }: { readonly rows: readonly SecurityRow[] }) {
  return (
    <>
      <h1>What happened to your account</h1>
      <p>
        If you see something that was not you, <a href={paths.password}>change your password</a>: it signs you out
        everywhere else. This list goes back 90 days at most.
      </p>
      {rows.length === 0 ? (
        <p>There is nothing to show.</p>
      ) : (
        <ColumnsTable
          caption="Latest sign-ins and changes"
          columns={SECURITY_LOG_COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          files={paths.securityLogFile}
        />
      )}
      <p>
        <a href={paths.account}>Back to your account</a>
      </p>
    </>
  );
}
