-- Buying or changing a service together: the need, the ways to meet it, the choice, the service, what it came to.
create table delivery.commission (
  id uuid primary key,
  partnership_id uuid not null,
  -- stable within the partnership; the address says it
  key text not null,
  title text not null,
  framework_slug text not null,
  element_key text not null,
  step text not null check (step in ('need', 'options', 'decision', 'service', 'outcome', 'ended')),
  need text not null,
  need_measure_id text not null,
  need_source text not null,
  partners text[] not null,
  owner_name text not null,
  decision_id uuid references delivery.decision (id),
  service_name text not null,
  service_provider text not null,
  service_from date,
  service_until date,
  outcome text not null,
  outcome_measure_id text not null,
  -- to go on, to change it, to stop: with the reason
  verdict text not null check (verdict in ('', 'go-on', 'change', 'stop')),
  verdict_reason text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, key)
);

-- The ways in which a need could be met, side by side.
create table delivery.commission_option (
  id uuid primary key,
  partnership_id uuid not null,
  commission_id uuid not null references delivery.commission (id) on delete cascade,
  place integer not null,
  title text not null,
  words text not null,
  one_off_pounds integer check (one_off_pounds >= 0),
  yearly_pounds integer check (yearly_pounds >= 0),
  -- what it may bring, from least to most
  benefit_words text not null,
  benefit_low_pounds integer,
  benefit_high_pounds integer,
  benefit_source text not null,
  risks text not null,
  what_children_say text not null,
  chosen boolean not null,
  version integer not null
);

create index commission_option_of on delivery.commission_option (commission_id, place);

-- Every step that buying together took, with why.
create table delivery.commission_step (
  id uuid primary key,
  partnership_id uuid not null,
  commission_id uuid not null references delivery.commission (id) on delete cascade,
  step_before text not null,
  step_after text not null,
  words text not null,
  said_at timestamptz not null,
  said_by_name text not null
);

call platform.guard('delivery.commission');
call platform.guard('delivery.commission_option');
call platform.guard('delivery.commission_step', 'select, insert');
