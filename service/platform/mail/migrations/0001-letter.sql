-- Letters that go out by e-mail. A letter is written in the transaction that made it due and carried afterwards, at least
-- once. What it says is forgotten as soon as it has gone; a link of one use or a code never stands in it, because both
-- are made only while it is carried.
create table platform.letter (
  id uuid primary key,
  partnership_id uuid not null,
  -- what it is about, so that the same letter is never written twice
  key text not null,
  to_address text not null,
  subject text not null,
  parts jsonb not null,
  -- the person who is told where it cannot be delivered
  asked_by uuid,
  state text not null check (state in ('waiting', 'carried', 'undelivered', 'put-away')),
  tries integer not null,
  -- a code of ours, never the words of a mail server
  trouble text,
  written_at timestamptz not null,
  settled_at timestamptz,
  unique (partnership_id, key)
);

create index letter_asked_by on platform.letter (partnership_id, asked_by) where state = 'undelivered';
create index letter_to on platform.letter (partnership_id, to_address, written_at);

call platform.guard('platform.letter');
