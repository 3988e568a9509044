create schema if not exists indicators;

-- What is measured, named as its source names it: id is source:code, as in `lait:PrevRegCPR`. The catalogue stands in the
-- library; a partnership has a row of its own for what the catalogue lacks.
create table indicators.measure (
  partnership_id uuid not null,
  id text not null,
  source text not null,
  code text not null,
  title text not null,
  unit text not null,
  -- proportion, rate, count, mean, gap, index; not-known where no one has said
  kind text not null,
  polarity text not null check (polarity in ('high-is-good', 'low-is-good', 'no-judgement')),
  year_type text not null,
  -- as published; null where nobody says
  decimals smallint,
  topic text not null,
  publisher text not null,
  publication text not null,
  link text,
  -- dated breaks in the definition, across which no series is joined: [{"on": day, "words": text}]
  breaks jsonb not null default '[]',
  -- what is known to be wrong: [{"effect": "tell" | "ignore-row", "area"?: code, "words": text}]
  faults jsonb not null default '[]',
  -- the other side of a gap: {"role": "target" | "reference", "other": id}
  gap jsonb,
  -- the same measure from another source, by id
  same_as text,
  -- false where its number and meaning have not been read in a file from the publisher
  is_checked boolean not null default true,
  primary key (partnership_id, id),
  check (id = source || ':' || code)
);

-- What a publisher's own dictionary says of its measures, whole: without the kind of year no period can be read.
create table indicators.dictionary_entry (
  partnership_id uuid not null,
  measure text not null,
  name text not null,
  title text not null,
  topic text not null,
  polarity text not null,
  unit text not null,
  decimals smallint,
  year_type text not null,
  description text not null,
  links jsonb not null,
  updated_on date,
  primary key (partnership_id, measure)
);

-- Areas that no national list holds: the zones of a partnership, or the whole of an invented county.
create table indicators.area (
  partnership_id uuid not null,
  code text not null,
  -- what stands in the place of the Department for Education's three digits
  dfe_code text,
  name text not null,
  kind text not null,
  region_code text,
  from_on date,
  until_on date,
  primary key (partnership_id, code),
  unique (partnership_id, dfe_code)
);

-- The area that a partnership is of: the one its own pages open on.
create table indicators.home_area (
  partnership_id uuid primary key,
  area_code text not null
);

-- Sets of statistical neighbours that were brought in, by area codes; the national sets stand in `reference/`.
create table indicators.neighbour (
  partnership_id uuid not null,
  neighbour_set text not null,
  area_code text not null,
  rank smallint not null,
  neighbour_code text not null,
  closeness text not null,
  primary key (partnership_id, neighbour_set, area_code, rank)
);

-- One file brought in. Its figures are written in pieces and can be seen only while the state is 'visible'.
create table indicators.batch (
  key integer generated always as identity primary key,
  id uuid not null unique,
  partnership_id uuid not null,
  format text not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  -- the folder in which the file waits until it is brought in or declined; null once it is gone
  kept_in text,
  -- files handed in beside it that are needed to read it: [{"role": "meta" | "dictionary", "fileName": text}]
  companions jsonb not null default '[]',
  state text not null
    check (state in ('queued', 'reading', 'read', 'writing', 'visible', 'withdrawn', 'failed')),
  rows_read integer not null default 0,
  rows_refused integer not null default 0,
  -- how many figures stand in it
  figures integer not null default 0,
  -- what the preview and the report say
  summary jsonb not null default '{}',
  failure text,
  started_at timestamptz not null,
  -- when the work on it was last heard of: a killed process falls silent
  touched_at timestamptz not null,
  finished_at timestamptz,
  made_by uuid,
  made_by_name text not null
);

create index batch_partnership on indicators.batch (partnership_id, started_at desc);

-- A row of a file that was not brought in: where it stands, why, and how to mend it.
create table indicators.refused_row (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  batch_key integer not null references indicators.batch (key) on delete cascade,
  about text not null,
  line integer not null,
  column_name text,
  cell text not null,
  reason text not null,
  words text not null,
  mend text not null
);

create index refused_row_batch on indicators.refused_row (batch_key, key);

-- The spans of time that figures speak of, as their files write them.
create table indicators.period (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  start_on date not null,
  end_on date not null,
  kind text not null,
  years smallint not null,
  state text not null check (state in ('final', 'provisional', 'revised')),
  text text not null,
  unique (partnership_id, start_on, end_on, kind, years, state, text)
);

-- What one batch says of one measure in one area for one group of people: its figures side by side, one for each period.
-- The arrays of a row have one length. An array that would hold nothing is null: LAIT gives neither counts nor limits.
create table indicators.series (
  key integer generated always as identity primary key,
  partnership_id uuid not null,
  batch_key integer not null,
  -- a measure's id; no foreign key, which would be asked once for each of seventy thousand rows
  measure text not null,
  area_code text not null,
  -- '' for everybody
  breakdown text not null,
  period_keys integer[] not null,
  -- null where a status stands in place of a number
  amounts double precision[] not null,
  -- 0 a number, 1 suppressed, 2 not applicable, 3 missing, 4 low, 5 unreliable; null where all are numbers
  statuses smallint[],
  counts double precision[],
  denominators double precision[],
  lower95 double precision[],
  upper95 double precision[],
  lower998 double precision[],
  upper998 double precision[],
  -- the publisher's own words by period key: {"17": {"note"?, "trend"?, "comparison"?}}
  remarks jsonb,
  check (cardinality(period_keys) = cardinality(amounts))
);

create index series_measure on indicators.series (measure, area_code, breakdown);
-- A batch's rows lie side by side, so the small kind of index finds them; a larger one would tempt the planner to read
-- whole batches where a few series are asked for.
create index series_batch on indicators.series using brin (batch_key) with (pages_per_range = 16);

-- What the planner needs to know of is short to learn: whom a row is about. The figures themselves are never searched.
alter table indicators.series
  alter column measure set statistics 20,
  alter column area_code set statistics 20,
  alter column breakdown set statistics 20,
  alter column batch_key set statistics 20,
  alter column partnership_id set statistics 1,
  alter column key set statistics 0,
  alter column period_keys set statistics 0,
  alter column amounts set statistics 0,
  alter column statuses set statistics 0,
  alter column counts set statistics 0,
  alter column denominators set statistics 0,
  alter column lower95 set statistics 0,
  alter column upper95 set statistics 0,
  alter column lower998 set statistics 0,
  alter column upper998 set statistics 0,
  alter column remarks set statistics 0;

-- Grows by one whenever what can be seen changes: whatever was computed from the figures is kept under this number.
create table indicators.figures_version (
  partnership_id uuid primary key,
  number integer not null
);

call platform.guard('indicators.measure');
call platform.guard('indicators.dictionary_entry');
call platform.guard('indicators.area');
call platform.guard('indicators.home_area');
call platform.guard('indicators.neighbour');
call platform.guard('indicators.batch');
call platform.guard('indicators.refused_row');
call platform.guard('indicators.period');
call platform.guard('indicators.series');
call platform.guard('indicators.figures_version');

-- The embedded database has nobody who learns about tables by himself, and a plan made in ignorance reads all of them.
-- Called after figures were brought in.
create function indicators.learn_about_series() returns void
  language plpgsql security definer set search_path = ''
  as $$ begin analyze indicators.series; analyze indicators.batch; end $$;
revoke all on function indicators.learn_about_series() from public;
grant execute on function indicators.learn_about_series() to goldenthread_app;
