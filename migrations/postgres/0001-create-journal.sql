-- Where each organisation's journal ends: the one read that every request begins with.
create table journal_head (
  organisation text primary key,
  created_at text not null,
  seq bigint not null,
  hash text not null
);

create table journal_entry (
  organisation text not null references journal_head (organisation),
  seq bigint not null,
  at text not null,
  actor text not null,
  action text not null,
  kind text not null,
  entity text not null,
  data_hash text not null,
  previous text not null,
  hash text not null,
  primary key (organisation, seq)
);
create index journal_entry_entity on journal_entry (organisation, kind, entity, seq);

-- Beside the entries, so that a lawful erasure can take a payload away while the chain still verifies.
create table journal_payload (
  organisation text not null,
  seq bigint not null,
  payload text not null,
  primary key (organisation, seq)
);

-- The fold of the journal as rows, for a cold start.
create table entity (
  organisation text not null references journal_head (organisation),
  kind text not null,
  id text not null,
  added bigint not null,
  revision bigint not null,
  data text not null,
  primary key (organisation, kind, id)
);

-- Answers given under an idempotency key, to be given again.
create table remembered_answer (
  organisation text not null,
  key text not null,
  request_hash text not null,
  status bigint not null,
  body text not null,
  until text not null,
  primary key (organisation, key)
);

-- What was read from a file. Derived: may be deleted at any time and is then read again.
create table reading (
  organisation text not null,
  sha256 text not null,
  reader text not null,
  content text not null,
  primary key (organisation, sha256, reader)
);

-- The second wall between organisations: a row can only be seen or written where the transaction has named its organisation.
-- `journal_head` stays outside: it holds no more than a number and a hash.
alter table journal_entry enable row level security;
alter table journal_entry force row level security;
create policy own_organisation on journal_entry using (organisation = current_setting('perennial.organisation', true));
alter table journal_payload enable row level security;
alter table journal_payload force row level security;
create policy own_organisation on journal_payload using (organisation = current_setting('perennial.organisation', true));
alter table entity enable row level security;
alter table entity force row level security;
create policy own_organisation on entity using (organisation = current_setting('perennial.organisation', true));
alter table remembered_answer enable row level security;
alter table remembered_answer force row level security;
create policy own_organisation on remembered_answer using (organisation = current_setting('perennial.organisation', true));
alter table reading enable row level security;
alter table reading force row level security;
create policy own_organisation on reading using (organisation = current_setting('perennial.organisation', true));
