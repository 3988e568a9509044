-- What an analyst says of a verdict in place of what was worked out, with the reason. The number itself never changes; the
-- figure is kept beside it, since the word of an analyst is about that figure and not about the next one.
create table indicators.overruling (
  id uuid primary key,
  partnership_id uuid not null,
  measure text not null,
  area_code text not null,
  -- which verdict: the comparison with England, or the recent trend
  about text not null check (about in ('england', 'trend')),
  start_on date not null,
  end_on date not null,
  period_kind text not null,
  -- the period as a person reads it
  period_words text not null,
  amount double precision not null,
  worked_out text not null,
  said text not null check (said <> worked_out),
  reason text not null,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  made_by_job text not null,
  taken_back_at timestamptz,
  taken_back_by_name text
);

create index overruling_area on indicators.overruling (partnership_id, area_code, measure)
  where taken_back_at is null;

-- What the partnership aims at with a measure in an area: one number, by a day, agreed by somebody.
create table indicators.target (
  partnership_id uuid not null,
  measure text not null,
  area_code text not null,
  -- null once it was taken away: the row stays, so that its version goes on counting
  amount double precision,
  by_on date not null,
  agreed_by text not null,
  -- how the plan or the minute words it
  words text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, measure, area_code)
);

-- The report card of a measure in an area: the story behind the line, what works, and the partners' part in it.
create table indicators.story (
  partnership_id uuid not null,
  measure text not null,
  area_code text not null,
  part text not null check (part in ('behind-the-line', 'what-works', 'partners')),
  words text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, measure, area_code, part)
);

-- What the partnership says of a measure wherever it is measured: of whom it speaks and what it asks (outcomes-based
-- accountability), who owns it here, and when its next figure is due.
create table indicators.measure_card (
  partnership_id uuid not null,
  measure text not null,
  -- population: everybody in the area; performance: those whom a service works with
  concerns text check (concerns in ('population', 'performance')),
  asks text check (asks in ('how-much', 'how-well', 'better-off')),
  better_off text[] not null,
  levels text[] not null,
  owner text not null,
  next_on date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, measure)
);

call platform.guard('indicators.overruling');
call platform.guard('indicators.target');
call platform.guard('indicators.story');
call platform.guard('indicators.measure_card');
