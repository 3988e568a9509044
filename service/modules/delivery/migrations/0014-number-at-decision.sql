-- How the measure stood that a decision rests on, in one line, as it was decided: read beside how it stands now.
alter table delivery.decision add column measure_then text not null default '';
