-- What was said in a meeting, as it was taken down. Every note belongs to who wrote it: two people who take minutes at
-- once write two notes, and nobody's words take the place of another's.
create table delivery.minute_note (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  item_id uuid references delivery.agenda_item (id) on delete set null,
  -- made by the page, so that what is sent twice is kept once
  client_key text not null,
  words text not null,
  author_id uuid,
  author_name text not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null,
  unique (partnership_id, meeting_id, client_key)
);

create index minute_note_meeting on delivery.minute_note (meeting_id, written_at);

-- Every wording that a note had before.
create table delivery.minute_note_before (
  id uuid primary key,
  partnership_id uuid not null,
  note_id uuid not null references delivery.minute_note (id),
  words text not null,
  author_name text not null,
  until_at timestamptz not null
);

-- What a body decided. Once minuted it is not rewritten: a later one takes its place.
create table delivery.decision (
  id uuid primary key,
  partnership_id uuid not null,
  -- short, for people to name it by: D12
  number integer not null,
  body_id uuid not null references delivery.body (id),
  meeting_id uuid references delivery.meeting (id),
  item_id uuid references delivery.agenda_item (id) on delete set null,
  title text not null,
  words text not null,
  reason text not null,
  -- who disagreed, and why, in their own words; '' where nobody did
  dissent text not null,
  evidence text not null,
  owner_name text not null,
  owner_organisation text not null,
  -- when the board wants to hear what came of it
  due_on date,
  decided_on date not null,
  equality_note text not null,
  child_impact_note text not null,
  -- what it changes: an action, the plan, the strategy, nothing but the record
  becomes text not null check (becomes in ('action', 'plan-change', 'service-change', 'record')),
  framework_slug text not null,
  element_key text not null,
  measure_id text not null,
  -- what came of it, in words, once it can be told
  came_of_it text not null,
  came_on date,
  replaces uuid references delivery.decision (id),
  publish text not null check (publish in ('publish', 'exempt')),
  ground text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, number)
);

create index decision_meeting on delivery.decision (meeting_id);
create index decision_body on delivery.decision (body_id, decided_on desc);
create index decision_element on delivery.decision (partnership_id, framework_slug, element_key);

-- A change to the plan or to a service that a decision made, as it was and as it became: the log of redesign.
create table delivery.plan_change (
  id uuid primary key,
  partnership_id uuid not null,
  decision_id uuid not null references delivery.decision (id),
  plan_id uuid references delivery.plan (id),
  what text not null,
  before text not null,
  after text not null,
  -- who took part in thinking it through
  taken_part text not null,
  made_at timestamptz not null,
  made_by_name text not null
);

create index plan_change_decision on delivery.plan_change (decision_id);

-- The minutes of a meeting, agreed by the next one.
create table delivery.minutes_agreed (
  meeting_id uuid primary key references delivery.meeting (id),
  partnership_id uuid not null,
  document jsonb not null,
  agreed_at timestamptz not null,
  agreed_by_name text not null,
  agreed_in uuid references delivery.meeting (id)
);

call platform.guard('delivery.minute_note');
call platform.guard('delivery.minute_note_before', 'select, insert');
call platform.guard('delivery.decision');
call platform.guard('delivery.plan_change', 'select, insert');
call platform.guard('delivery.minutes_agreed');
