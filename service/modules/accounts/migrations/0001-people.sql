create schema if not exists accounts;

-- A partnership is a tenant: everything else belongs to one.
create table accounts.partnership (
  id uuid primary key,
  partnership_id uuid not null generated always as (id) stored,
  slug text not null unique,
  name text not null,
  short_name text not null,
  brand_colour text not null,
  is_invented boolean not null
);

-- Somebody who can sign in, until they leave.
create table accounts.person (
  id uuid primary key,
  partnership_id uuid not null,
  -- stable within the partnership, so that a demonstration can be loaded twice without doubling anybody
  key text not null,
  name text not null,
  job text not null,
  organisation text not null,
  left_on date,
  unique (partnership_id, key)
);

-- The roles that a person holds now.
create table accounts.role_grant (
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  role text not null,
  granted_at timestamptz not null,
  primary key (person_id, role)
);

create index role_grant_partnership on accounts.role_grant (partnership_id);
create index person_partnership on accounts.person (partnership_id, name);

call platform.guard('accounts.partnership');
call platform.guard('accounts.person');
call platform.guard('accounts.role_grant');
