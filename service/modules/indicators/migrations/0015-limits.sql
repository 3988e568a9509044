-- What analysts decide about the limits of a process chart, of one measure in one area: nothing is changed, only added to.
create table indicators.limits_decision (
  id uuid primary key,
  partnership_id uuid not null,
  measure text not null,
  area_code text not null,
  -- counts on with every decision about the series, so that nobody decides over what they have not read
  turn integer not null,
  -- anew: worked anew from this period on; held: made of the figures up to this period, and still after it
  deed text not null check (deed in ('anew', 'held', 'taken-back')),
  takes_back uuid unique references indicators.limits_decision (id),
  start_on date,
  end_on date,
  period_kind text,
  -- the period as a person reads it
  period_words text,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid,
  made_by_name text not null,
  made_by_job text not null,
  unique (partnership_id, measure, area_code, turn),
  check ((deed = 'taken-back') = (takes_back is not null)),
  check ((deed = 'taken-back') = (start_on is null)),
  check ((start_on is null) = (end_on is null or period_kind is null or period_words is null))
);

call platform.guard('indicators.limits_decision', 'select, insert');
