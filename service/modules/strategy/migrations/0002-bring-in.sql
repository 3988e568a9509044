-- A strategy on its way in: a file that was read, or pasted text whose lines are being marked. It waits here between the
-- page that brings it and the page that confirms it, for the one person who brought it, and goes by itself when it expires.
create table strategy.bring_in (
  id uuid primary key,
  partnership_id uuid not null,
  made_by uuid,
  content jsonb not null,
  expires_at timestamptz not null
);

create index bring_in_expires on strategy.bring_in (expires_at);

call platform.guard('strategy.bring_in');
