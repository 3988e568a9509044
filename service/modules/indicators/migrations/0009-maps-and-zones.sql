-- Where areas lie: outlines from boundary files, kept as they are drawn. A file is withdrawn as a whole.
create table indicators.boundary_file (
  id uuid primary key,
  partnership_id uuid not null,
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  -- whose boundaries they are, for the line under every map
  source text not null,
  loaded_at timestamptz not null,
  loaded_by_name text not null,
  withdrawn_at timestamptz
);

-- One area of a boundary file, projected and simplified once, for the years for which it stood.
create table indicators.boundary (
  partnership_id uuid not null,
  boundary_file_id uuid not null references indicators.boundary_file (id),
  area_code text not null,
  name text not null,
  -- the years for which the file says that the area stood; 0 and 9999 where it does not say
  from_year integer not null,
  until_year integer not null check (until_year >= from_year),
  -- steps of 50 metres on the plane of all maps
  path text not null,
  box_left integer not null,
  box_top integer not null,
  box_right integer not null,
  box_bottom integer not null,
  primary key (partnership_id, boundary_file_id, area_code, from_year)
);

-- What is known of each small area of the partnership's area: what need there is, and what sort of place.
create table indicators.small_area (
  partnership_id uuid not null,
  code text not null,
  name text not null,
  geography text not null,
  children integer check (children >= 0),
  deprivation_tenth smallint check (deprivation_tenth between 1 and 10),
  rural_urban text check (rural_urban in ('rural', 'urban')),
  file_name text not null,
  loaded_at timestamptz not null,
  loaded_by_name text not null,
  primary key (partnership_id, code)
);

-- Zones that a partnership draws for itself out of small areas: families' partnerships, school pyramids, wards.
create table indicators.zone_set (
  id uuid primary key,
  partnership_id uuid not null,
  key text not null,
  name text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  unique (partnership_id, key)
);

-- How a set of zones is made up, from a day on: what was before is kept.
create table indicators.zone_version (
  id uuid primary key,
  partnership_id uuid not null,
  zone_set_id uuid not null references indicators.zone_set (id),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  file_name text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  unique (partnership_id, zone_set_id, valid_from)
);

-- Which small area lies in which zone of a version.
create table indicators.zone_member (
  partnership_id uuid not null,
  zone_version_id uuid not null references indicators.zone_version (id),
  small_area_code text not null,
  -- the zone, as one of the partnership's own areas
  zone_code text not null,
  primary key (partnership_id, zone_version_id, small_area_code)
);

create index boundary_area on indicators.boundary (partnership_id, area_code);

call platform.guard('indicators.boundary_file');
call platform.guard('indicators.boundary');
call platform.guard('indicators.small_area');
call platform.guard('indicators.zone_set');
call platform.guard('indicators.zone_version');
call platform.guard('indicators.zone_member');
