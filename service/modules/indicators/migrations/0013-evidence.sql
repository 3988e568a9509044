-- What was found by looking closely, and what people said when asked: about an element of a strategy, or a measure.
create table indicators.evidence (
  id uuid primary key,
  partnership_id uuid not null,
  kind text not null check (kind in ('finding', 'voice')),
  subject_kind text not null check (subject_kind in ('element', 'measure')),
  -- slug/key of an element, source:code of a measure
  subject_id text not null,
  said jsonb not null,
  told_on date not null,
  audience text not null check (audience in ('owner', 'partnership', 'public')),
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

create index evidence_subject on indicators.evidence (partnership_id, subject_kind, subject_id);

-- What a named group judged of a success criterion on a day. Never changed: a later judgement stands beside it.
create table indicators.judgement (
  id uuid primary key,
  partnership_id uuid not null,
  subject_kind text not null check (subject_kind in ('element', 'measure')),
  subject_id text not null,
  who text not null check (who in ('adults', 'young-people')),
  group_name text not null check (length(group_name) between 1 and 200),
  verdict text not null check (verdict in ('met', 'on-the-way', 'not-yet', 'cannot-tell')),
  judged_on date not null,
  reasons text not null check (length(reasons) between 1 and 4000),
  evidence text not null,
  audience text not null check (audience in ('owner', 'partnership', 'public')),
  made_at timestamptz not null,
  made_by_name text not null
);

create index judgement_subject on indicators.judgement (partnership_id, subject_kind, subject_id, judged_on desc);

call platform.guard('indicators.evidence');
call platform.guard('indicators.judgement', 'select, insert');
