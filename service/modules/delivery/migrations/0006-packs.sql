-- What a meeting had before it, frozen as it was when it was made. A later one stands beside it, never in its place.
create table delivery.pack (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  edition integer not null,
  -- for which day the meeting was then called
  meets_on date not null,
  title text not null,
  document jsonb not null,
  -- why a new one was needed; '' for the first
  reason text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  unique (meeting_id, edition)
);

create index pack_meeting on delivery.pack (meeting_id, edition desc);

call platform.guard('delivery.pack', 'select, insert');
