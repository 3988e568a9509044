-- Which keys a partnership's rows were written with, by their fingerprints: a process that has other keys is told so at
-- its start, before anything is read wrongly or signed by somebody else. Nothing can be told of a key from its print.
create table platform.key_in_use (
  partnership_id uuid not null,
  name text not null,
  fingerprint text not null,
  first_used_at timestamptz not null,
  primary key (partnership_id, name)
);

call platform.guard('platform.key_in_use', 'select, insert');
