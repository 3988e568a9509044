-- One task for one address, without an account. Its tokens and codes stand here only as digests, so that a copy of the
-- tables opens nothing.
create table platform.link (
  id uuid primary key,
  partnership_id uuid not null,
  -- what it is for, and of what: the part that registered the purpose knows both
  purpose text not null,
  subject_id text not null,
  -- for its page and its letters; names no person
  title text not null,
  organisation text not null,
  to_address text not null,
  -- who is told where it goes wrong
  asked_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('used', 'withdrawn', 'handed-on', 'replaced')),
  check ((ended_at is null) = (ended_how is null))
);

create index link_subject on platform.link (partnership_id, purpose, subject_id, made_at);

-- Every letter about a link carries a token of its own.
create table platform.link_token (
  hash text primary key,
  partnership_id uuid not null,
  link_id uuid not null references platform.link (id)
);

-- A short code, sent to the address of the link when somebody wants to open it.
create table platform.link_code (
  id uuid primary key,
  partnership_id uuid not null,
  link_id uuid not null references platform.link (id),
  -- null until its letter is carried
  hash text,
  asked_at timestamptz not null,
  wrong_tries integer not null
);

create index link_code_link on platform.link_code (link_id, asked_at);

-- A browser that gave the code.
create table platform.link_pass (
  link_id uuid not null references platform.link (id),
  browser text not null,
  partnership_id uuid not null,
  ends_at timestamptz not null,
  primary key (link_id, browser)
);

call platform.guard('platform.link', 'select, insert, update');
call platform.guard('platform.link_token', 'select, insert');
call platform.guard('platform.link_code', 'select, insert, update');
call platform.guard('platform.link_pass');
