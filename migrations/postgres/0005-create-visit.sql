-- When a member last looked at where the organisation stands, and what stood there: so that the next time what changed can be told.
create table visit (
  account text not null,
  organisation text not null,
  -- JSON: the visit that is going on, and the one before it.
  seen text not null,
  before text,
  primary key (organisation, account),
  foreign key (account, organisation) references membership (account, organisation) on delete cascade
);
alter table visit enable row level security;
alter table visit force row level security;
create policy own_organisation on visit using (organisation = current_setting('perennial.organisation', true));
