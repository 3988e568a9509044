-- A year of meetings of one body, and the rule that they were made from.
create table delivery.cycle (
  id uuid primary key,
  partnership_id uuid not null,
  body_id uuid not null references delivery.body (id),
  title text not null,
  from_on date not null,
  until_on date not null check (until_on > from_on),
  rule jsonb not null,
  made_at timestamptz not null,
  made_by_name text not null
);

-- A meeting. Its time is that on the wall in England.
create table delivery.meeting (
  id uuid primary key,
  partnership_id uuid not null,
  body_id uuid not null references delivery.body (id),
  cycle_id uuid references delivery.cycle (id),
  -- stable within the partnership; the address says it
  key text not null,
  kind text not null check (kind in ('oversight', 'workshop', 'ordinary')),
  title text not null,
  theme text not null,
  framework_slug text not null,
  element_key text not null,
  meets_on date not null,
  starts_at time not null,
  minutes integer not null check (minutes between 5 and 1440),
  place text not null,
  -- how to take part from afar; '' where nobody can
  joining text not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  cancelled_because text not null,
  -- grows with every change that calendars must hear of (RFC 5545 SEQUENCE)
  sequence integer not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, key)
);

create index meeting_when on delivery.meeting (partnership_id, meets_on);
create index meeting_body on delivery.meeting (body_id, meets_on);

-- Every day on which it was to be before it was moved.
create table delivery.meeting_move (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  from_on date not null,
  from_at time not null,
  to_on date not null,
  to_at time not null,
  reason text not null,
  made_at timestamptz not null,
  made_by_name text not null
);

create index meeting_move_meeting on delivery.meeting_move (meeting_id, made_at);

-- Who came to a meeting, and what they brought.
create table delivery.attendance (
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  membership_id uuid not null references delivery.membership (id),
  came text not null check (came in ('there', 'sent-somebody', 'apologies', 'absent')),
  -- what they brought: a figure, a paper, an offer, a question
  contribution text not null,
  said_at timestamptz not null,
  said_by_name text not null,
  primary key (meeting_id, membership_id)
);

-- What is to be talked about, in order. What comes from live data says from what.
create table delivery.agenda_item (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  place integer not null,
  title text not null,
  words text not null,
  asks text not null check (asks in ('to-decide', 'to-talk', 'to-know')),
  minutes integer not null check (minutes between 0 and 600),
  lead_name text not null,
  -- by hand, or from what the system holds: an exception in a measure, a late action, a finding, a decision that is due
  origin text not null check (origin in ('hand', 'exception', 'late-action', 'finding', 'decision-due', 'ask', 'last-time')),
  subject_kind text not null,
  subject_id text not null,
  version integer not null
);

create index agenda_meeting on delivery.agenda_item (meeting_id, place);

-- A paper of a meeting. It is published, or it is not and says on which ground.
create table delivery.paper (
  id uuid primary key,
  partnership_id uuid not null,
  meeting_id uuid not null references delivery.meeting (id),
  item_id uuid references delivery.agenda_item (id) on delete set null,
  title text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  publish text not null check (publish in ('publish', 'exempt')),
  -- the ground, as the law or the constitution words it; '' where it is published
  ground text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_because text not null
);

create index paper_meeting on delivery.paper (meeting_id);

-- The bytes of papers, each kept once.
create table delivery.paper_content (
  partnership_id uuid not null,
  sha256 text not null,
  content bytea not null,
  primary key (partnership_id, sha256)
);

-- An address that a calendar reads: unguessable, and revoked by who holds it. Only a hash of it is kept.
create table delivery.calendar_feed (
  id uuid primary key,
  partnership_id uuid not null,
  -- '' for all bodies
  body_key text not null,
  token_hash text not null unique,
  made_for uuid,
  made_at timestamptz not null,
  revoked_at timestamptz
);

call platform.guard('delivery.cycle');
call platform.guard('delivery.meeting');
call platform.guard('delivery.meeting_move', 'select, insert');
call platform.guard('delivery.attendance');
call platform.guard('delivery.agenda_item');
call platform.guard('delivery.paper');
call platform.guard('delivery.paper_content');
call platform.guard('delivery.calendar_feed');
