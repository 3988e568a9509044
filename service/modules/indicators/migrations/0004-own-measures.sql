-- What a partnership counts itself, because nobody publishes it. The catalogue (indicators.measure) has a row for each,
-- so that it can be tied to a promise; this is what its owner has to know beside that.
create table indicators.own_measure (
  partnership_id uuid not null,
  code text not null,
  title text not null,
  counts text not null,
  out_of text not null,
  kind text not null check (kind in ('proportion', 'rate', 'count')),
  times integer not null check (times > 0),
  polarity text not null check (polarity in ('high-is-good', 'low-is-good', 'no-judgement')),
  rhythm text not null check (rhythm in ('month', 'quarter', 'academic', 'financial', 'calendar')),
  origin text not null check (origin in ('cases', 'answers')),
  source text not null,
  owner text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, code)
);

-- What was counted, as it is. No public page reads this table: what leaves it goes through disclosure control into a
-- batch of indicators.series.
create table indicators.own_figure (
  partnership_id uuid not null,
  measure_code text not null,
  area_code text not null,
  -- '' for everybody
  breakdown text not null,
  start_on date not null,
  end_on date not null,
  period_kind text not null,
  period_text text not null,
  count integer not null check (count >= 0),
  base integer not null check (base >= 0),
  -- from how many schools the answers came; null where cases were counted
  schools integer,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, measure_code, start_on, area_code, breakdown),
  foreign key (partnership_id, measure_code) references indicators.own_measure (partnership_id, code)
);

-- What was shown to whom, and what must stay held back for good: later tables are held against it.
create table indicators.own_release (
  id uuid primary key,
  partnership_id uuid not null,
  measure_code text not null,
  audience text not null check (audience in ('public', 'partners')),
  rules text not null,
  -- the protected figures: what the audience sees
  figures jsonb not null,
  -- for the owner alone: what has been given away, and who held back what and why
  kept jsonb not null,
  audit jsonb not null,
  -- the batch through which the public sees it
  batch_key integer,
  made_at timestamptz not null,
  made_by_name text not null,
  foreign key (partnership_id, measure_code) references indicators.own_measure (partnership_id, code)
);

create index own_release_measure on indicators.own_release (partnership_id, measure_code, made_at desc);

call platform.guard('indicators.own_measure');
call platform.guard('indicators.own_figure');
call platform.guard('indicators.own_release');
