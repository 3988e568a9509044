-- What partners spend on children and how many people work for them: one line for a service, a partner, a place and a year.
create table indicators.money_line (
  id uuid primary key,
  partnership_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  partner text not null check (length(partner) between 1 and 200),
  -- the partnership's own area for the whole of it, or one of its zones
  area_code text not null,
  help text not null check (help in ('universal', 'early', 'targeted', 'statutory')),
  -- who says that it is early or late help, and by what
  help_source text not null,
  kind text not null check (kind in ('spend', 'staff')),
  lasting text not null check (lasting in ('one-off', 'on-going')),
  -- the year in which the financial year begins
  year integer not null check (year between 2000 and 2100),
  state text not null check (state in ('planned', 'actual')),
  -- pounds, or full-time equivalents
  amount double precision not null check (amount >= 0),
  -- how many people's pay stands behind it: outside its owner nothing is shown of one or two
  people integer not null check (people >= 0),
  -- where the partner's own plan says it; '' where there is none
  plan_link text not null,
  source text not null,
  note text not null,
  audience text not null check (audience in ('owner', 'partnership', 'public')),
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, year, partner, what, area_code, kind, state, lasting, help)
);

-- How many children live in a place: what spend is divided by.
create table indicators.area_children (
  partnership_id uuid not null,
  area_code text not null,
  children integer not null check (children > 0),
  of_year integer not null,
  source text not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, area_code)
);

-- A claim that a cost was avoided, with every assumption it rests on.
create table indicators.cost_claim (
  id uuid primary key,
  partnership_id uuid not null,
  claim jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- A standard that a service keeps, and what a service came to in a year.
create table indicators.service_quality (
  id uuid primary key,
  partnership_id uuid not null,
  kind text not null check (kind in ('standard', 'outcome')),
  said jsonb not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

create index money_line_year on indicators.money_line (partnership_id, year);
create index cost_claim_partnership on indicators.cost_claim (partnership_id);
create index service_quality_partnership on indicators.service_quality (partnership_id);

call platform.guard('indicators.money_line');
call platform.guard('indicators.area_children');
call platform.guard('indicators.cost_claim');
call platform.guard('indicators.service_quality');
