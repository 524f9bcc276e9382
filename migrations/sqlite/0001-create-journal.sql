-- Where each organisation's journal ends: the one read that every request begins with.
create table journal_head (
  organisation text primary key,
  created_at text not null,
  seq integer not null,
  hash text not null
) strict, without rowid;

create table journal_entry (
  organisation text not null references journal_head (organisation),
  seq integer not null,
  at text not null,
  actor text not null,
  action text not null,
  kind text not null,
  entity text not null,
  data_hash text not null,
  previous text not null,
  hash text not null,
  primary key (organisation, seq)
) strict, without rowid;
create index journal_entry_entity on journal_entry (organisation, kind, entity, seq);

-- Beside the entries, so that a lawful erasure can take a payload away while the chain still verifies.
create table journal_payload (
  organisation text not null,
  seq integer not null,
  payload text not null,
  primary key (organisation, seq)
) strict, without rowid;

-- The fold of the journal as rows, for a cold start.
create table entity (
  organisation text not null references journal_head (organisation),
  kind text not null,
  id text not null,
  added integer not null,
  revision integer not null,
  data text not null,
  primary key (organisation, kind, id)
) strict, without rowid;

-- Answers given under an idempotency key, to be given again.
create table remembered_answer (
  organisation text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body text not null,
  until text not null,
  primary key (organisation, key)
) strict, without rowid;

-- What was read from a file. Derived: may be deleted at any time and is then read again.
create table reading (
  organisation text not null,
  sha256 text not null,
  reader text not null,
  content text not null,
  primary key (organisation, sha256, reader)
) strict, without rowid;
