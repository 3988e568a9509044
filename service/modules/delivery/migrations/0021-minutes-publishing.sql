-- Whether everybody may read the agreed minutes of a meeting, and what they then read, kept as it was published. The last
-- word said of them counts, and every word said before it stands. What is not agreed has no row to name.
create table delivery.minutes_publishing (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.minutes_agreed (meeting_id),
  -- 1 for the first word said of these minutes, 2 for the next: of two who speak at once one is told
  nth integer not null check (nth > 0),
  publish text not null check (publish in ('publish', 'exempt', 'withdraw')),
  -- how many times they were published, this time counted in
  edition integer not null check (edition >= 0),
  -- the ground, as the law words it; '' where they are published or taken back
  ground text not null,
  -- why a later word was needed; '' for the first
  reason text not null,
  document jsonb,
  said_at timestamptz not null,
  said_by_name text not null,
  unique (meeting_id, nth),
  check ((publish = 'publish') = (document is not null)),
  check ((publish = 'exempt') = (ground <> ''))
);

call platform.guard('delivery.minutes_publishing', 'select, insert');
