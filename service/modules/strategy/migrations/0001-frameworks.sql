create schema if not exists strategy;

-- A framework is kept whole, as the document it is exchanged as. `document` is what is being worked on; `published` is
-- what everybody sees. One act changes one framework, so a row is the thing to lock.
create table strategy.framework (
  id uuid primary key,
  partnership_id uuid not null,
  slug text not null,
  name text not null,
  document jsonb not null,
  published jsonb,
  -- grows by one with every change to the working document
  version integer not null,
  published_version integer,
  changed_at timestamptz not null,
  unique (partnership_id, slug)
);

-- An element's own identity and version: two people may change two elements of one framework at once, and neither may
-- write over the other's words in the same one.
create table strategy.element (
  id uuid primary key,
  partnership_id uuid not null,
  framework_id uuid not null references strategy.framework (id) on delete cascade,
  key text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by uuid,
  unique (framework_id, key)
);

-- The golden thread: an element and something that another room holds. Ties to measures are drawn from the document
-- (origin 'document'); all others are made here, one by one (origin 'thread').
create table strategy.tie (
  id uuid primary key,
  partnership_id uuid not null,
  framework_id uuid not null references strategy.framework (id) on delete cascade,
  element_key text not null,
  subject_kind text not null,
  subject_id text not null,
  role text not null,
  note text,
  origin text not null,
  made_at timestamptz not null,
  unique (framework_id, element_key, subject_kind, subject_id, role)
);

create index tie_subject on strategy.tie (subject_kind, subject_id);

-- What a framework said at a moment that somebody wanted kept: each time it was published, and whenever a version is named.
create table strategy.framework_version (
  id uuid primary key,
  partnership_id uuid not null,
  framework_id uuid not null references strategy.framework (id) on delete cascade,
  number integer not null,
  name text not null,
  document jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  unique (framework_id, number)
);

-- Which elements of two frameworks speak of the same thing.
create table strategy.crosswalk (
  id uuid primary key,
  partnership_id uuid not null,
  slug text not null,
  left_slug text not null,
  right_slug text not null,
  document jsonb not null,
  unique (partnership_id, slug)
);

call platform.guard('strategy.framework');
call platform.guard('strategy.element');
call platform.guard('strategy.tie');
call platform.guard('strategy.framework_version');
call platform.guard('strategy.crosswalk');
