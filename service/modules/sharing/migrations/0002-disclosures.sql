-- The day on which the duty to share information about a child's welfare begins; null until it is known.
create table sharing.setting (
  partnership_id uuid primary key,
  duty_begins_on date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- Consent in the sense of data law, which is seldom the ground and never the same as agreeing to be helped.
create table sharing.consent (
  id uuid primary key,
  partnership_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- whose word it is, and how it was given
  given_by text not null check (given_by <> ''),
  given_on date not null,
  written_at timestamptz not null,
  written_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_words text not null default '',
  withdrawn_by_name text not null default '',
  check (withdrawn_at is null or withdrawn_by_name <> '')
);

-- Everything that was shared about somebody, and everything that it was decided not to share, alike.
create table sharing.disclosure (
  id uuid primary key,
  partnership_id uuid not null,
  -- short, for people to name it by: S12
  number integer not null,
  outcome text not null check (outcome in ('shared', 'not-shared')),
  manner text not null check (manner in ('considered', 'emergency', 'compelled')),
  subject_kind text not null,
  subject_id uuid not null,
  from_organisation_id uuid not null,
  -- null where they are no organisation of the partnership: a court, another county
  to_organisation_id uuid,
  to_body text not null check (to_body <> ''),
  to_person text not null check (to_person <> ''),
  -- what the information was gathered for, and what it is to be used for
  gathered_for text not null,
  purpose text not null,
  legal_power text not null,
  basis text not null,
  condition text not null,
  items text[] not null,
  extent text not null,
  told text not null check (told in ('told', 'will-be-told', 'not-told', 'owed')),
  told_words text not null,
  -- whether the family agreed to be helped: never the same as consent
  help_agreed text not null check (help_agreed in ('yes', 'no', 'not-asked', 'owed')),
  consent_id uuid references sharing.consent (id),
  agreement_version_id uuid references sharing.agreement_version (id),
  single_ground text not null,
  -- the duty's own questions, from the day on which it binds
  relevance text not null,
  whose_function text not null,
  how_far text not null,
  detriment text not null check (detriment in ('', 'not-more', 'more')),
  -- why not, where it was not shared
  refusal_ground text not null,
  refusal_words text not null,
  -- what demanded it, where a court or a law did
  demanded_by text not null,
  demand_reference text not null,
  signed_off_at timestamptz,
  signed_off_by_name text not null default '',
  decided_by_person_id uuid,
  decided_by_name text not null check (decided_by_name <> ''),
  decided_on date not null,
  -- the instant of an emergency; its record is due a day later
  shared_at timestamptz not null,
  review_on date,
  -- for the family, in plain words
  plain_words text not null,
  -- null only while the record of an emergency is owed
  recorded_at timestamptz,
  recorded_by_name text not null,
  version integer not null,
  once boolean not null generated always as (manner = 'compelled') stored,
  unique (partnership_id, number),
  unique (id, once, outcome),
  constraint record_owed_only_of_an_emergency check (
    recorded_at is not null or (manner = 'emergency' and outcome = 'shared')
  ),
  constraint record_is_complete check (
    recorded_at is null
    or (
      recorded_by_name <> '' and purpose <> '' and gathered_for <> '' and told <> 'owed' and help_agreed <> 'owed'
      and review_on is not null and review_on >= decided_on and plain_words <> ''
    )
  ),
  constraint share_is_complete check (
    recorded_at is null or outcome <> 'shared'
    or (
      legal_power <> '' and basis <> '' and condition <> '' and cardinality(items) > 0 and extent <> ''
      and (agreement_version_id is not null or single_ground <> '')
    )
  ),
  constraint what_harms_more_is_not_shared check (outcome <> 'shared' or detriment <> 'more'),
  constraint refusal_has_its_ground check (
    outcome <> 'not-shared' or (refusal_ground <> '' and refusal_words <> '')
  ),
  constraint not_telling_has_its_reason check (told <> 'not-told' or told_words <> ''),
  constraint consent_is_written_down check (basis <> 'consent' or consent_id is not null),
  constraint special_data_has_its_condition check (
    condition <> 'none-needed' or not (items && array['health', 'needs', 'origin-and-belief', 'intimate-life', 'offences'])
  ),
  constraint compelled_names_its_demand check (
    (manner = 'compelled') = (purpose = 'compelled-by-law')
    and (manner <> 'compelled' or (demanded_by <> '' and demand_reference <> ''))
  )
);

create index disclosure_subject on sharing.disclosure (partnership_id, subject_id, decided_on);
create index disclosure_day on sharing.disclosure (partnership_id, decided_on desc, number desc);
create index disclosure_owed on sharing.disclosure (partnership_id, shared_at) where recorded_at is null;

-- What in fact passed from one body to another, each on one disclosure. Whatever crosses has a row here.
create table sharing.crossing (
  id uuid primary key,
  partnership_id uuid not null,
  disclosure_id uuid not null,
  once boolean not null,
  -- a decision not to share lets nothing pass
  outcome text not null default 'shared' check (outcome = 'shared'),
  way text not null check (way in ('grant', 'export', 'message', 'match')),
  output_kind text not null check (output_kind <> ''),
  output_id uuid not null,
  crossed_at timestamptz not null,
  crossed_by_name text not null,
  foreign key (disclosure_id, once, outcome) references sharing.disclosure (id, once, outcome),
  unique (output_kind, output_id),
  -- what is compelled is given once, and nobody is let in
  constraint compelled_is_no_feed check (not once or way in ('export', 'message'))
);

create unique index crossing_once on sharing.crossing (disclosure_id) where once;
create index crossing_disclosure on sharing.crossing (disclosure_id);

-- What was recorded stays as it was recorded. Only what comes later is added: the sign-off of the one who answers for it.
create function sharing.keep_as_recorded() returns trigger
  language plpgsql
  as $$
declare
  -- a generated column is not worked out yet here
  later text[] := array['signed_off_at', 'signed_off_by_name', 'version', 'once'];
begin
  if old.recorded_at is null then
    if (new.id, new.subject_kind, new.subject_id, new.shared_at, new.decided_by_name, new.manner, new.outcome)
      is distinct from
      (old.id, old.subject_kind, old.subject_id, old.shared_at, old.decided_by_name, old.manner, old.outcome) then
      raise exception 'an emergency is recorded as it happened' using errcode = '23514';
    end if;
    return new;
  end if;
  if to_jsonb(new) - later is distinct from to_jsonb(old) - later
    or (old.signed_off_at is not null and (new.signed_off_at, new.signed_off_by_name) is distinct from (old.signed_off_at, old.signed_off_by_name)) then
    raise exception 'what was recorded is not rewritten' using errcode = '23514';
  end if;
  return new;
end
$$;

create trigger kept_as_recorded before update on sharing.disclosure
  for each row execute function sharing.keep_as_recorded();

call platform.guard('sharing.setting');
call platform.guard('sharing.consent');
call platform.guard('sharing.disclosure');
call platform.guard('sharing.crossing', 'select, insert, delete');

-- A visitor reads none of it, whatever a page forgets to ask.
create policy not_for_visitors on sharing.consent as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy not_for_visitors on sharing.disclosure as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy not_for_visitors on sharing.crossing as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
