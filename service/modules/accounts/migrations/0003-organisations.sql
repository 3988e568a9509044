-- The one list of bodies that people come from. Bodies are dated: they open, close, merge and are renamed.
create table accounts.organisation (
  id uuid primary key,
  partnership_id uuid not null,
  -- stable within the partnership, whatever the body is called later: what a framework's file calls it
  key text not null,
  -- what it was called first
  name text not null,
  kind text not null,
  from_on date,
  -- the first day on which it was no more
  until_on date,
  -- which body went on with its work
  merged_into uuid references accounts.organisation (id),
  unique (partnership_id, key),
  check (merged_into is null or (until_on is not null and merged_into <> id))
);

-- What a body was called later, each name from its first day on.
create table accounts.organisation_name (
  partnership_id uuid not null,
  organisation_id uuid not null references accounts.organisation (id),
  from_on date not null,
  name text not null,
  primary key (organisation_id, from_on)
);

create index organisation_name_partnership on accounts.organisation_name (partnership_id);

-- The body that somebody comes from, where it is one of ours; otherwise the words of person.organisation stand.
alter table accounts.person add column organisation_id uuid references accounts.organisation (id);
create index person_organisation on accounts.person (organisation_id);

call platform.guard('accounts.organisation');
call platform.guard('accounts.organisation_name');
