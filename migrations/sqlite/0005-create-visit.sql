-- When a member last looked at where the organisation stands, and what stood there: so that the next time what changed can be told.
create table visit (
  account text not null,
  organisation text not null,
  -- JSON: the visit that is going on, and the one before it.
  seen text not null,
  before text,
  primary key (organisation, account),
  foreign key (account, organisation) references membership (account, organisation) on delete cascade
) strict, without rowid;
