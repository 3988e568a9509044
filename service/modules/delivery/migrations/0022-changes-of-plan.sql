-- A plan shows what decisions changed in it.
create index plan_change_plan on delivery.plan_change (plan_id, made_at desc) where plan_id is not null;
