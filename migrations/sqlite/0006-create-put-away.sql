-- Notices that a member does not want to be shown again.
create table put_away (
  account text not null,
  organisation text not null,
  notice text not null,
  at text not null,
  primary key (organisation, account, notice),
  foreign key (account, organisation) references membership (account, organisation) on delete cascade
) strict, without rowid;
