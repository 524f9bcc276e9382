-- What happened to an account: its owner sees the latest. Kept for 90 days, without network addresses.
create table security_event (
  id text primary key,
  -- Null for a sign-in as nobody, so that it takes as long as one as somebody; such rows go with the next.
  account text references account (id) on delete cascade,
  at text not null,
  what text not null,
  succeeded integer not null,
  device text not null
) strict, without rowid;
create index security_event_account on security_event (account, at);
create index security_event_at on security_event (at);
