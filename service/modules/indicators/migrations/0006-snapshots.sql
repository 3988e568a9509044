-- A scorecard as it stood on a day, kept whole: numbers, comparisons, trends and the words that were said of them. The
-- application may add one and read it. It can change none and remove none.
create table indicators.scorecard_snapshot (
  id uuid primary key,
  partnership_id uuid not null,
  area_code text not null,
  -- '' for the standard scorecard, else the slug of a strategy, or slug/owner
  scope text not null,
  name text not null,
  note text not null,
  taken_on date not null,
  -- the turn of the calendar that kept it by itself; null where a person did
  turn text,
  document jsonb not null,
  kept_at timestamptz not null,
  kept_by uuid,
  kept_by_name text not null,
  unique (partnership_id, area_code, scope, turn)
);

create index scorecard_snapshot_area on indicators.scorecard_snapshot (partnership_id, area_code, taken_on desc);

call platform.guard('indicators.scorecard_snapshot', 'select, insert');

-- That a kept scorecard should no longer be relied on, and why; said once.
create table indicators.scorecard_superseded (
  snapshot_id uuid primary key references indicators.scorecard_snapshot (id),
  partnership_id uuid not null,
  reason text not null,
  -- what was kept in its place, if anything was
  by_snapshot_id uuid references indicators.scorecard_snapshot (id),
  -- whether everybody may still read it, or only those who keep scorecards
  reading text not null check (reading in ('everybody', 'keepers')),
  superseded_at timestamptz not null,
  superseded_by uuid,
  superseded_by_name text not null
);

call platform.guard('indicators.scorecard_superseded', 'select, insert');
