-- Notices that a member does not want to be shown again.
create table put_away (
  account text not null,
  organisation text not null,
  notice text not null,
  at text not null,
  primary key (organisation, account, notice),
  foreign key (account, organisation) references membership (account, organisation) on delete cascade
);
alter table put_away enable row level security;
alter table put_away force row level security;
create policy own_organisation on put_away using (organisation = current_setting('perennial.organisation', true));
