-- Which files the service has brought in by itself, as they stood then: what has not changed since need not be read again.
create table platform.seed (
  partnership_id uuid not null,
  name text not null,
  checksum text not null,
  loaded_at timestamptz not null,
  primary key (partnership_id, name)
);

call platform.guard('platform.seed');
