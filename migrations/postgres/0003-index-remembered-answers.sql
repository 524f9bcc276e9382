-- To find those whose time is over.
create index remembered_answer_until on remembered_answer (organisation, until);
