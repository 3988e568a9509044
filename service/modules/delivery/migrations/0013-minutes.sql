-- Whether enough were there when it was decided. What was decided without is to be confirmed.
alter table delivery.decision
  add column quorum text not null default 'not-known' check (quorum in ('quorate', 'not-quorate', 'not-known'));

-- What it rests on, where that hangs on the thread; both '' where it is told in words alone.
alter table delivery.decision add column evidence_kind text not null default '';
alter table delivery.decision add column evidence_id text not null default '';

-- An item is published, or it is not and says on which ground.
alter table delivery.agenda_item
  add column publish text not null default 'publish' check (publish in ('publish', 'exempt'));
alter table delivery.agenda_item add column ground text not null default '';
alter table delivery.agenda_item add constraint agenda_item_ground check (publish = 'publish' or ground <> '');

create index decision_unheard on delivery.decision (partnership_id, body_id, due_on) where came_of_it = '';
create index decision_replaces on delivery.decision (replaces) where replaces is not null;

-- What was decided is never rewritten: only what came of it, and whether enough were there, can be told later.
revoke update, delete on delivery.decision from goldenthread_app;
grant update (came_of_it, came_on, quorum, version, changed_at, changed_by_name) on delivery.decision
  to goldenthread_app;
