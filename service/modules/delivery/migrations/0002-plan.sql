-- What a partnership sets out to do in one year under a strategy of several.
create table delivery.plan (
  id uuid primary key,
  partnership_id uuid not null,
  -- stable; the address says it: 2026-27
  key text not null,
  title text not null,
  framework_slug text not null,
  from_on date not null,
  until_on date not null check (until_on > from_on),
  state text not null check (state in ('draft', 'agreed', 'closed')),
  -- the plan of the year before, where it carries on from one
  follows uuid references delivery.plan (id),
  agreed_on date,
  -- the decision of a board that agreed it
  agreed_by uuid,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, key)
);

-- A priority of the year: an element of the strategy, and why now.
create table delivery.priority (
  id uuid primary key,
  partnership_id uuid not null,
  plan_id uuid not null references delivery.plan (id),
  element_key text not null,
  title text not null,
  why text not null,
  place integer not null,
  carried_from uuid references delivery.priority (id),
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

create index priority_plan on delivery.priority (plan_id, place);

-- Something that somebody said they will do, by a day.
create table delivery.action (
  id uuid primary key,
  partnership_id uuid not null,
  -- short, for people to name it by: A7
  number integer not null,
  plan_id uuid references delivery.plan (id),
  priority_id uuid references delivery.priority (id),
  -- the element it serves; '' where it serves none yet
  framework_slug text not null,
  element_key text not null,
  title text not null,
  what text not null,
  -- who answers for it: somebody with an account, or a name and an address to write to; '' where nobody does yet
  owner_person_id uuid,
  owner_name text not null,
  owner_email text not null,
  owner_organisation text not null,
  start_on date,
  due_on date,
  state text not null check (state in ('not-begun', 'under-way', 'late', 'paused', 'done', 'stopped')),
  -- why it stands as it stands; needed where it is late, paused or stopped
  reason text not null,
  done_on date,
  -- the measure it should move, in whom, and how
  measure_id text not null,
  expected_for text not null,
  expected_effect text not null,
  -- what it needs: pounds, once and each year; people in words
  one_off_pounds integer check (one_off_pounds >= 0),
  yearly_pounds integer check (yearly_pounds >= 0),
  resources text not null,
  equality_note text not null,
  child_impact_note text not null,
  poverty_note text not null,
  -- where it came from
  decision_id uuid,
  finding_id uuid,
  carried_from uuid references delivery.action (id),
  -- another organisation's own plan that holds it: read there, never typed again here
  their_plan_title text not null,
  their_plan_link text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, number)
);

create index action_plan on delivery.action (plan_id, priority_id);
create index action_due on delivery.action (partnership_id, due_on) where state not in ('done', 'stopped');
create index action_decision on delivery.action (decision_id) where decision_id is not null;
create index action_finding on delivery.action (finding_id) where finding_id is not null;
create index action_element on delivery.action (partnership_id, framework_slug, element_key);

-- Which organisations take part in an action, and what each does.
create table delivery.action_partner (
  partnership_id uuid not null,
  action_id uuid not null references delivery.action (id),
  organisation_key text not null,
  part text not null,
  primary key (action_id, organisation_key)
);

-- A step on the way of an action, with its day.
create table delivery.milestone (
  id uuid primary key,
  partnership_id uuid not null,
  action_id uuid not null references delivery.action (id),
  title text not null,
  due_on date not null,
  reached_on date,
  version integer not null
);

create index milestone_action on delivery.milestone (action_id, due_on);

-- What cannot begin or end before another action is done.
create table delivery.action_waits_for (
  partnership_id uuid not null,
  action_id uuid not null references delivery.action (id),
  waits_for uuid not null references delivery.action (id) check (waits_for <> action_id),
  primary key (action_id, waits_for)
);

create index action_holds_up on delivery.action_waits_for (waits_for);

-- What was said of an action as it went on, and how its state moved. Nothing here is ever changed or removed.
create table delivery.progress_note (
  id uuid primary key,
  partnership_id uuid not null,
  action_id uuid not null references delivery.action (id),
  words text not null,
  state_before text not null,
  state_after text not null,
  due_before date,
  due_after date,
  said_at timestamptz not null,
  said_by_name text not null,
  said_by_organisation text not null,
  -- on the page, or by a link in a letter
  way text not null check (way in ('page', 'link', 'meeting'))
);

create index progress_action on delivery.progress_note (action_id, said_at);

-- What several partners' changes do to the same families at once, and what is done about it.
create table delivery.combined_impact (
  id uuid primary key,
  partnership_id uuid not null,
  plan_id uuid not null references delivery.plan (id),
  -- of whom it speaks: "families on low pay in Dunmarsh"
  families text not null,
  concerns text[] not null,
  what_happens text not null,
  direction text not null check (direction in ('helps', 'harms', 'both', 'not-known')),
  what_we_do text not null,
  owner_name text not null,
  review_on date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- Which changes meet there: actions of ours, or changes that a partner makes by itself.
create table delivery.combined_change (
  id uuid primary key,
  partnership_id uuid not null,
  impact_id uuid not null references delivery.combined_impact (id) on delete cascade,
  action_id uuid references delivery.action (id),
  organisation_key text not null,
  words text not null,
  from_on date
);

create index combined_change_impact on delivery.combined_change (impact_id);

call platform.guard('delivery.plan');
call platform.guard('delivery.priority');
call platform.guard('delivery.action');
call platform.guard('delivery.action_partner');
call platform.guard('delivery.milestone');
call platform.guard('delivery.action_waits_for');
call platform.guard('delivery.progress_note', 'select, insert');
call platform.guard('delivery.combined_impact');
call platform.guard('delivery.combined_change');
