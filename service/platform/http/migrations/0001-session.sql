-- A signed-in browser. Only a digest of the cookie is kept, so that a copy of the table opens nothing.
create table platform.session (
  id text primary key,
  partnership_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);

create index session_person on platform.session (person_id);

call platform.guard('platform.session');
