-- A press of a button that took effect: whoever meets the same press again, in this process or in another, is told the
-- same and does nothing. What was told is sealed with a key that only the browser which sent the form can make.
create table platform.sent_form (
  partnership_id uuid not null,
  press text not null,
  -- the process and the try that worked it
  attempt uuid not null,
  sent_at timestamptz not null,
  sealed text,
  primary key (partnership_id, press)
);

create index sent_form_sent_at on platform.sent_form (partnership_id, sent_at);

call platform.guard('platform.sent_form');

-- How many requests came from one address in one minute, as far as the processes have told each other. Not worth keeping
-- through a crash, and in no copy of the database.
create unlogged table platform.request_count (
  partnership_id uuid not null,
  sender text not null,
  minute bigint not null,
  requests integer not null,
  primary key (partnership_id, sender, minute)
);

create index request_count_minute on platform.request_count (partnership_id, minute);

call platform.guard('platform.request_count');
