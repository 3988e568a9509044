-- Somebody is invited before they are here, and may come again after they left.
alter table accounts.person
  add column state text not null default 'here' check (state in ('invited', 'here')),
  -- of a parent or a young person: who introduced them and looks after their way in
  add column introduced_by uuid references accounts.person (id),
  add column last_came_on date,
  add column left_why text,
  add column left_by_name text;
alter table accounts.person alter column state drop default;

create index person_introduced on accounts.person (introduced_by) where introduced_by is not null;

-- A way in that was offered: by a letter, or on paper and by word of mouth.
create table accounts.invitation (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  -- again: somebody who lost every way in, and was recognised
  kind text not null check (kind in ('colleague', 'family', 'again')),
  -- null where it is handed over
  to_address text,
  -- how somebody who lost every way in was recognised
  recognised text not null default '',
  invited_by uuid not null,
  invited_by_name text not null,
  confirmed_by uuid,
  confirmed_by_name text not null default '',
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- waiting: for a second person
  state text not null check (state in ('waiting', 'open', 'accepted', 'withdrawn', 'replaced')),
  settled_at timestamptz,
  check (kind <> 'again' or (invited_by <> person_id and confirmed_by is distinct from person_id
    and confirmed_by is distinct from invited_by))
);

create index invitation_person on accounts.invitation (person_id);
create index invitation_partnership on accounts.invitation (partnership_id, state);

-- What opens an invitation: only its hash is kept.
create table accounts.invitation_token (
  hash text primary key,
  partnership_id uuid not null,
  invitation_id uuid not null references accounts.invitation (id)
);

create index invitation_token_partnership on accounts.invitation_token (partnership_id);

-- Who checked, once, that somebody is who they say they are, and what was seen. No copy of a document is kept.
create table accounts.identity_check (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  checked_by uuid not null,
  checked_by_name text not null,
  checked_on date not null,
  relationship text not null,
  identity_seen text not null,
  -- by what parental responsibility was seen; null for a young person, who needs none
  responsibility_seen text,
  check (checked_by <> person_id)
);

create index identity_check_person on accounts.identity_check (person_id);

call platform.guard('accounts.invitation');
call platform.guard('accounts.invitation_token');
call platform.guard('accounts.identity_check');
