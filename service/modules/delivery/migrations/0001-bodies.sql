create schema if not exists delivery;

-- A body that meets and decides: a board, a subgroup of one, a statutory body that we are bound to. Bodies are dated:
-- they are set up, renamed, folded into another.
create table delivery.body (
  id uuid primary key,
  partnership_id uuid not null,
  -- stable within the partnership; the address says it
  key text not null,
  name text not null,
  kind text not null check (kind in ('board', 'subgroup', 'statutory', 'group')),
  -- of which stage of life a subgroup speaks; '' for all
  life_stage text not null,
  -- what it is for, in a sentence
  purpose text not null,
  part_of uuid references delivery.body (id),
  from_on date not null,
  until_on date,
  -- the body that took over when it ended
  followed_by uuid references delivery.body (id),
  -- how many must be there, and from how many organisations, before it can decide
  quorum_people integer not null check (quorum_people >= 0),
  quorum_organisations integer not null check (quorum_organisations >= 0),
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, key)
);

-- The terms of reference, every version of them.
create table delivery.terms_of_reference (
  id uuid primary key,
  partnership_id uuid not null,
  body_id uuid not null references delivery.body (id),
  words text not null,
  agreed_on date not null,
  review_on date,
  made_at timestamptz not null,
  made_by_name text not null
);

create index terms_body on delivery.terms_of_reference (body_id, agreed_on desc);

-- Who sits on it, for which organisation, in which part, from when until when.
create table delivery.membership (
  id uuid primary key,
  partnership_id uuid not null,
  body_id uuid not null references delivery.body (id),
  -- somebody who can sign in, where they can
  person_id uuid,
  name text not null,
  -- key of the organisation (partners.organisation); '' where they sit for nobody but themselves
  organisation_key text not null,
  part text not null check (part in ('chair', 'co-chair', 'member', 'deputy', 'adviser', 'secretary', 'observer')),
  votes boolean not null,
  -- the address to which the calendar, the pack and links go; seen by who keeps the board only
  email text not null,
  from_on date not null,
  until_on date
);

create index membership_body on delivery.membership (body_id, from_on);
create index membership_person on delivery.membership (partnership_id, person_id) where person_id is not null;

-- Which owners named by a strategy a body stands for, and so which elements are its own.
create table delivery.body_ownership (
  partnership_id uuid not null,
  body_id uuid not null references delivery.body (id),
  framework_slug text not null,
  owner_key text not null,
  from_on date not null,
  until_on date,
  primary key (body_id, framework_slug, owner_key, from_on)
);

call platform.guard('delivery.body');
call platform.guard('delivery.terms_of_reference');
call platform.guard('delivery.membership');
call platform.guard('delivery.body_ownership');
