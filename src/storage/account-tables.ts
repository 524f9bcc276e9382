/** The tables of migrations 0002, 0004, 0005 and 0006. They belong to people or are read before it is known which organisation somebody may see. */
export type AccountTables = {
  readonly account: {
    id: string;
    email: string;
    name: string;
    password_hash: string | null;
    totp_secret: string | null;
    totp_confirmed_at: string | null;
    totp_last_step: number | null;
    created_at: string;
  };
  readonly recovery_code: { account: string; hash: string; used_at: string | null };
  readonly passkey: {
    id: string;
    account: string;
    name: string;
    public_key: string;
    counter: number;
    transports: string;
    created_at: string;
    used_at: string | null;
  };
  readonly identity: { issuer: string; subject: string; account: string; created_at: string };
  readonly session: {
    id: string;
    token_hash: string;
    account: string;
    second_factor: number;
    device: string;
    created_at: string;
    signed_in_at: string;
    seen_at: string;
  };
  readonly membership: {
    account: string;
    organisation: string;
    role: string;
    until: string | null;
    created_at: string;
  };
  readonly put_away: { account: string; organisation: string; notice: string; at: string };
  readonly visit: { account: string; organisation: string; seen: string; before: string | null };
  readonly organisation_setting: { organisation: string; require_second_factor: number };
  readonly invitation: {
    id: string;
    organisation: string;
    email: string;
    role: string;
    until: string | null;
    token_hash: string;
    invited_by: string;
    created_at: string;
    expires_at: string;
  };
  readonly api_token: {
    id: string;
    organisation: string;
    name: string;
    token_hash: string;
    scopes: string;
    created_by: string;
    created_at: string;
    expires_at: string;
    last_used_on: string | null;
    revoked_at: string | null;
  };
  readonly one_time: { token_hash: string; purpose: string; data: string; expires_at: string };
  readonly failed_attempt: { key: string; failures: number; first_at: string; last_at: string };
  readonly security_event: {
    id: string;
    account: string | null;
    at: string;
    what: string;
    succeeded: number;
    device: string;
  };
  readonly known_address: { account: string; address_hash: string; seen_on: string };
};
