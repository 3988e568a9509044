-- A plan shows what decisions changed in it.
create index plan_change_plan on delivery.plan_change (plan_id, made_at desc) where plan_id is not null;

-- What became of a line can be turned back while its year is still being turned. What was said stays, with who took it
-- back, and something else can be said of the line.
alter table delivery.year_turn
  add column turned_back_at timestamptz,
  add column turned_back_by_name text not null default '',
  drop constraint year_turn_plan_id_subject_kind_subject_id_key;

create unique index year_turn_line on delivery.year_turn (plan_id, subject_kind, subject_id) where turned_back_at is null;
