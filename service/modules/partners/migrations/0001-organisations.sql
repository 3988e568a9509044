create schema if not exists partners;

-- Bodies are dated: they open, close, merge and are renamed.
create table partners.organisation (
  id uuid primary key,
  partnership_id uuid not null,
  key text not null,
  name text not null,
  kind text not null,
  from_on date,
  until_on date,
  unique (partnership_id, key)
);

call platform.guard('partners.organisation');
