-- What happened, written in the transaction that made it true. The application may add facts and read them; it may not
-- change what was said.
create table platform.fact (
  id uuid primary key,
  partnership_id uuid not null,
  type text not null,
  subject_kind text not null,
  subject_id text not null,
  actor_kind text not null check (actor_kind in ('visitor', 'person', 'service')),
  -- the name of the service that acted; a person is known by id alone
  service_name text,
  person_id uuid,
  details jsonb not null,
  happened_at timestamptz not null,
  check ((actor_kind = 'person') = (person_id is not null)),
  check ((actor_kind = 'service') = (service_name is not null))
);

create index fact_subject on platform.fact (partnership_id, subject_kind, subject_id, happened_at);
create index fact_type on platform.fact (partnership_id, type, happened_at);

call platform.guard('platform.fact', 'select, insert');

-- Which handler has dealt with which fact, so that a fact told twice has its effect once.
create table platform.handled (
  partnership_id uuid not null,
  fact_id uuid not null references platform.fact (id),
  handler text not null,
  handled_at timestamptz not null,
  primary key (fact_id, handler)
);

call platform.guard('platform.handled', 'select, insert');
