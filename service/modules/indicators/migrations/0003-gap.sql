-- The parts of measures that an area has figures of are asked for together, whatever the measure.
create index series_broken_down on indicators.series (area_code, measure) where breakdown <> '';

-- Why a gap might be there: somebody's guess, and what came of looking into it. Never about one child.
create table indicators.gap_cause (
  partnership_id uuid not null,
  id uuid not null,
  -- the measure that the gap's card is of, the group, and the area by its code of now
  measure text not null,
  group_key text not null,
  area_code text not null,
  words text not null check (length(words) between 1 and 1000),
  state text not null check (state in ('open', 'supported', 'refuted')),
  -- what was found, where it was looked into; empty while it is open and nobody has looked
  evidence text not null check (length(evidence) <= 4000),
  -- grows with every change, so that nobody writes over words they have not seen
  version integer not null,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_by_name text not null,
  primary key (partnership_id, id),
  check (state = 'open' or evidence <> '')
);

create index gap_cause_gap on indicators.gap_cause (partnership_id, measure, group_key, area_code);

-- Each state that a hypothesis was in, as it was written then.
create table indicators.gap_cause_step (
  partnership_id uuid not null,
  cause_id uuid not null,
  version integer not null,
  words text not null,
  state text not null,
  evidence text not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  primary key (partnership_id, cause_id, version),
  foreign key (partnership_id, cause_id)
    references indicators.gap_cause (partnership_id, id) on delete cascade
);

-- Groups that the partnership tells children apart by, and how its own tables name them.
create table indicators.own_group (
  partnership_id uuid not null,
  key text not null,
  dimension text not null,
  name text not null,
  others text not null,
  -- the column of a table, what stands in it for the group, and for the others ('' where those are all less the group)
  column_name text not null,
  item text not null,
  others_item text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  primary key (partnership_id, key),
  unique (partnership_id, column_name, item)
);

call platform.guard('indicators.gap_cause');
call platform.guard('indicators.gap_cause_step', 'select, insert');
call platform.guard('indicators.own_group');
