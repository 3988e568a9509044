-- One turn of a piece of work that comes round: a quarter, a day. Whoever takes it up holds it until not_before; where it
-- was not brought to its end by then, anybody may take it up again.
create table platform.scheduled_turn (
  partnership_id uuid not null,
  schedule text not null,
  turn text not null,
  tries integer not null check (tries > 0),
  not_before timestamptz not null,
  done_at timestamptz,
  primary key (partnership_id, schedule, turn)
);

call platform.guard('platform.scheduled_turn', 'select, insert, update');
