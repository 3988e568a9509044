-- How a file of any shape is to be read, once somebody has said what its columns are: {"layout"?, "measure", "savedAs"?}.
alter table indicators.batch add column reading jsonb;

-- A file whose columns nobody has named yet waits in a state of its own.
alter table indicators.batch drop constraint batch_state_check;
alter table indicators.batch add constraint batch_state_check
  check (state in ('unmapped', 'queued', 'reading', 'read', 'writing', 'visible', 'withdrawn', 'failed'));

-- What was said of the columns of a file, kept under a name for the next file of the same shape.
create table indicators.saved_reading (
  partnership_id uuid not null,
  name text not null,
  -- the headers in one order and one case: what a file is recognised by
  shape text not null,
  headers jsonb not null,
  reading jsonb not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, name)
);

create index saved_reading_shape on indicators.saved_reading (partnership_id, md5(shape));

call platform.guard('indicators.saved_reading');
