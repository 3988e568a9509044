-- What was gathered for a request, as it stood when it was gathered; it goes when the answer has gone.
create table sharing.gathered_fact (
  id uuid primary key,
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  room text not null,
  class text not null,
  fact_id text not null,
  title text not null,
  words text not null,
  whose text not null,
  source text not null,
  said_on date not null,
  field_group text not null,
  -- a whole fact may be kept back, with a reason
  kept_back text,
  kept_back_by_name text not null default '',
  unique (request_id, class, fact_id)
);

create index gathered_fact_story on sharing.gathered_fact (request_id, said_on, id);

-- A stretch of a gathered fact that may be about somebody else; a person decides each.
create table sharing.gathered_span (
  id uuid primary key,
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  gathered_id uuid not null references sharing.gathered_fact (id) on delete cascade,
  field text not null check (field in ('title', 'words', 'whose', 'source', 'field_group')),
  from_at integer not null check (from_at >= 0),
  to_at integer not null,
  who text not null,
  kind text not null check (kind in ('third-party', 'professional', 'child')),
  found_by text not null check (found_by in ('room', 'name', 'pattern', 'person')),
  decision text not null check (decision in ('proposed', 'remove', 'keep')),
  reason text,
  decided_by uuid,
  decided_by_name text not null default '',
  check (from_at < to_at),
  check ((decision = 'proposed') = (reason is null)),
  check ((decision = 'proposed') = (decided_by is null))
);

create index gathered_span_fact on sharing.gathered_span (gathered_id, field, from_at);
create index gathered_span_request on sharing.gathered_span (request_id, decision);

-- Two different people say that an answer may go: each signs what it holds at that moment.
create table sharing.rights_signature (
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  place integer not null check (place in (1, 2)),
  person_id uuid not null,
  person_name text not null,
  signed_at timestamptz not null,
  -- of the answer as it would leave
  digest text not null,
  primary key (request_id, place),
  unique (request_id, person_id)
);

-- An answer as it left us: fetched by whom it is about, until a day.
create table sharing.rights_answer (
  id uuid primary key,
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  page text not null,
  pdf bytea not null,
  record text not null,
  fetched_at timestamptz,
  handed_over_on date,
  handed_over_by_name text not null default '',
  unique (request_id)
);

create index rights_answer_expires on sharing.rights_answer (partnership_id, expires_at);

call platform.guard('sharing.gathered_fact');
call platform.guard('sharing.gathered_span');
call platform.guard('sharing.rights_signature', 'select, insert, delete');
call platform.guard('sharing.rights_answer');

create policy at_work on sharing.gathered_fact as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.gathered_span as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.rights_signature as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
-- whoever it is about comes by a link, without an account: then it is there until its day, and only fetched
create policy in_date on sharing.rights_answer as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service') or expires_at > platform.now());
