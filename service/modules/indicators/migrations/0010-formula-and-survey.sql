-- Measures that are worked out from others by a formula. The catalogue (indicators.measure) has a row for each; its
-- figures stand in batches of their own, made anew whenever a part changes.
create table indicators.formula_measure (
  partnership_id uuid not null,
  code text not null,
  title text not null,
  -- [{"letter", "measure", "take", "match"}]
  parts jsonb not null,
  formula text not null,
  polarity text not null check (polarity in ('high-is-good', 'low-is-good', 'no-judgement')),
  decimals integer not null check (decimals between 0 and 4),
  version integer not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  -- where its figures stand: those of real places, and those of invented ones
  batch_keys integer[] not null default '{}',
  worked_out_at timestamptz,
  primary key (partnership_id, code)
);

-- Every definition that stood, with its day and its reason.
create table indicators.formula_version (
  partnership_id uuid not null,
  code text not null,
  version integer not null,
  title text not null,
  parts jsonb not null,
  formula text not null,
  reason text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  primary key (partnership_id, code, version),
  foreign key (partnership_id, code) references indicators.formula_measure (partnership_id, code)
);

-- Two measures that say one thing together, side by side and never averaged: how many, and how long it took.
create table indicators.paired_measure (
  partnership_id uuid not null,
  code text not null,
  title text not null,
  how_many text not null,
  how_long text not null,
  -- what has to be true of both together
  words text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, code)
);

-- One asking of a question: what was asked, of whom and when, and what readers were shown of its answers for good.
create table indicators.survey_wave (
  partnership_id uuid not null,
  batch_key integer not null,
  measure text not null,
  start_on date not null,
  end_on date not null,
  survey text not null,
  wave text not null,
  question text not null,
  age_from integer not null,
  age_to integer not null,
  weighted boolean not null,
  design_effect double precision,
  -- how many answered in all, as far as it may be said
  answered integer,
  held_back integer not null,
  -- later tables are held against it; stays when the file is withdrawn
  kept jsonb not null,
  audit jsonb not null,
  made_at timestamptz not null,
  made_by_name text not null,
  primary key (partnership_id, batch_key, measure, start_on)
);

create index survey_wave_measure on indicators.survey_wave (partnership_id, measure, start_on);

-- Who worked out the limits that stand with a measure's figures, where it was not its publisher.
alter table indicators.measure add column limits_said text;

call platform.guard('indicators.formula_measure');
call platform.guard('indicators.formula_version');
call platform.guard('indicators.paired_measure');
call platform.guard('indicators.survey_wave');
