create schema if not exists indicators;

-- What is measured: named as its source names it.
create table indicators.measure (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  source text not null,
  code text not null,
  title text not null,
  unit text not null,
  kind text not null,
  polarity text not null,
  year_type text not null,
  decimals smallint not null,
  topic text not null,
  publisher text not null,
  link text,
  -- dated breaks in the definition, across which no series is joined: [{"on": day, "words": text}]
  breaks jsonb not null default '[]',
  note text,
  unique (partnership_id, source, code)
);

-- Areas that no national list holds: the zones of a partnership, or the whole of an invented county.
create table indicators.area (
  partnership_id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  region_code text,
  from_on date,
  until_on date,
  primary key (partnership_id, code)
);

create table indicators.neighbour (
  partnership_id uuid not null,
  neighbour_set text not null,
  area_code text not null,
  rank smallint not null,
  neighbour_code text not null,
  closeness text not null,
  primary key (partnership_id, neighbour_set, area_code, rank)
);

-- One file brought in. Its rows are written in pieces and are invisible until the state says 'visible'.
create table indicators.batch (
  key integer generated always as identity primary key,
  id uuid not null unique,
  partnership_id uuid not null,
  format text not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  state text not null check (state in ('reading', 'read', 'taking-in', 'visible', 'withdrawn', 'failed')),
  rows_read integer not null default 0,
  rows_taken integer not null default 0,
  rows_refused integer not null default 0,
  -- what the preview and the report say: measures, areas, periods, reasons with their counts
  summary jsonb not null default '{}',
  failure text,
  started_at timestamptz not null,
  finished_at timestamptz,
  made_by uuid
);

create index batch_partnership on indicators.batch (partnership_id, started_at desc);

create table indicators.refused_row (
  partnership_id uuid not null,
  batch_key integer not null references indicators.batch (key) on delete cascade,
  line integer not null,
  column_name text,
  cell text not null,
  reason text not null,
  words text not null,
  mend text not null
);

create index refused_row_batch on indicators.refused_row (batch_key, line);

-- A measure in an area for a group of people. The keys are small on purpose: an observation repeats them.
create table indicators.series (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  measure_key integer not null references indicators.measure (key),
  area_code text not null,
  breakdown text not null default '',
  unique (measure_key, area_code, breakdown)
);

create table indicators.period (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  start_on date not null,
  end_on date not null,
  kind text not null,
  years smallint not null,
  state text not null check (state in ('final', 'provisional', 'revised')),
  text text not null,
  unique (partnership_id, start_on, end_on, kind, state, text)
);

-- One published number, or the mark that stands where a number would. `status` 0 is a number.
create table indicators.observation (
  partnership_id uuid not null,
  series_key integer not null,
  period_key integer not null,
  batch_key integer not null,
  status smallint not null,
  value double precision,
  count double precision,
  denominator double precision,
  lower95 double precision,
  upper95 double precision,
  lower998 double precision,
  upper998 double precision,
  primary key (series_key, period_key, batch_key),
  check ((status = 0) = (value is not null))
);

-- Grows by one whenever what can be seen changes: whatever was computed from the figures is kept under this number.
create table indicators.figures_version (
  partnership_id uuid primary key,
  number integer not null
);

call platform.guard('indicators.measure');
call platform.guard('indicators.area');
call platform.guard('indicators.neighbour');
call platform.guard('indicators.batch');
call platform.guard('indicators.refused_row');
call platform.guard('indicators.series');
call platform.guard('indicators.period');
call platform.guard('indicators.observation');
call platform.guard('indicators.figures_version');
