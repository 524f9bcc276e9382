-- People. An account belongs to the installation; membership joins it to organisations.
create table account (
  id text primary key,
  email text not null unique,
  name text not null,
  password_hash text,
  -- Encrypted with the secret key (ADR 21).
  totp_secret text,
  totp_confirmed_at text,
  -- The time step of the last code that was accepted: no code counts twice.
  totp_last_step integer,
  created_at text not null
) strict, without rowid;

create table recovery_code (
  account text not null references account (id) on delete cascade,
  hash text not null,
  used_at text,
  primary key (account, hash)
) strict, without rowid;

create table passkey (
  id text primary key,
  account text not null references account (id) on delete cascade,
  name text not null,
  public_key text not null,
  counter integer not null,
  transports text not null,
  created_at text not null,
  used_at text
) strict, without rowid;
create index passkey_account on passkey (account);

-- The same person at an OpenID Connect provider.
create table identity (
  issuer text not null,
  subject text not null,
  account text not null references account (id) on delete cascade,
  created_at text not null,
  primary key (issuer, subject)
) strict, without rowid;

create table session (
  id text primary key,
  token_hash text not null unique,
  account text not null references account (id) on delete cascade,
  -- Whether a second factor was given, or a passkey that counts as both.
  second_factor integer not null,
  device text not null,
  created_at text not null,
  -- When the person last proved who they are.
  signed_in_at text not null,
  seen_at text not null
) strict, without rowid;
create index session_account on session (account);

create table membership (
  account text not null references account (id) on delete cascade,
  organisation text not null references journal_head (organisation),
  role text not null,
  until text,
  created_at text not null,
  primary key (account, organisation)
) strict, without rowid;
create index membership_organisation on membership (organisation);

create table organisation_setting (
  organisation text primary key references journal_head (organisation),
  require_second_factor integer not null
) strict, without rowid;

create table invitation (
  id text primary key,
  organisation text not null references journal_head (organisation),
  email text not null,
  role text not null,
  until text,
  token_hash text not null unique,
  invited_by text not null,
  created_at text not null,
  expires_at text not null
) strict, without rowid;
create index invitation_organisation on invitation (organisation);

create table api_token (
  id text primary key,
  organisation text not null references journal_head (organisation),
  name text not null,
  token_hash text not null unique,
  scopes text not null,
  created_by text not null references account (id) on delete cascade,
  created_at text not null,
  expires_at text not null,
  last_used_on text,
  revoked_at text
) strict, without rowid;
create index api_token_organisation on api_token (organisation);

-- Whatever may be used once: the set-up link, a challenge, a sign-in under way at a provider.
create table one_time (
  token_hash text primary key,
  purpose text not null,
  data text not null,
  expires_at text not null
) strict, without rowid;

-- Failed sign-ins, by hashes of who tried from where.
create table failed_attempt (
  key text primary key,
  failures integer not null,
  first_at text not null,
  last_at text not null
) strict, without rowid;

-- Addresses, hashed, from which somebody has signed in to an account: they are never shut out by others' failures.
create table known_address (
  account text not null references account (id) on delete cascade,
  address_hash text not null,
  seen_on text not null,
  primary key (account, address_hash)
) strict, without rowid;
