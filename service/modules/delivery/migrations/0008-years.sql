-- Looking back on a year: what went well and what must get better, said by somebody of something.
create table delivery.look_back (
  id uuid primary key,
  partnership_id uuid not null,
  plan_id uuid not null references delivery.plan (id),
  priority_id uuid references delivery.priority (id),
  judgement text not null check (judgement in ('went-well', 'must-get-better', 'learnt')),
  words text not null,
  -- what it rests on
  evidence text not null,
  said_by_name text not null,
  said_for text not null,
  said_at timestamptz not null,
  version integer not null
);

create index look_back_plan on delivery.look_back (plan_id);

-- What became of each priority and action as the year turned.
create table delivery.year_turn (
  id uuid primary key,
  partnership_id uuid not null,
  plan_id uuid not null references delivery.plan (id),
  subject_kind text not null check (subject_kind in ('priority', 'action')),
  subject_id uuid not null,
  became text not null check (became in ('done', 'carried', 'stopped')),
  reason text not null,
  into_id uuid,
  said_at timestamptz not null,
  said_by_name text not null,
  unique (plan_id, subject_kind, subject_id)
);

-- The yearly report of progress: drafted from what the system holds, edited by people, published as it then was.
create table delivery.year_report (
  id uuid primary key,
  partnership_id uuid not null,
  plan_id uuid not null unique references delivery.plan (id),
  title text not null,
  -- parts in order: their kind, their heading, the words as drafted and as edited
  parts jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- Every edition that was published. Nothing here is ever changed.
create table delivery.year_report_edition (
  id uuid primary key,
  partnership_id uuid not null,
  report_id uuid not null references delivery.year_report (id),
  edition integer not null,
  document jsonb not null,
  reason text not null,
  published_at timestamptz not null,
  published_by_name text not null,
  unique (report_id, edition)
);

call platform.guard('delivery.look_back');
call platform.guard('delivery.year_turn');
call platform.guard('delivery.year_report');
call platform.guard('delivery.year_report_edition', 'select, insert');
