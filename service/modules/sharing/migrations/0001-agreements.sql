create schema if not exists sharing;

-- What two or more bodies agreed on sharing. Its words stand in versions: a change is a new one, and none is rewritten.
create table sharing.agreement (
  id uuid primary key,
  partnership_id uuid not null,
  -- short, for people to name it by: SA3
  number integer not null,
  begun_at timestamptz not null,
  begun_by_name text not null,
  -- ended before its day, by whom and why
  ended_on date,
  ended_words text not null default '',
  ended_by_name text not null default '',
  version integer not null,
  unique (partnership_id, number),
  check (ended_on is null or (ended_words <> '' and ended_by_name <> ''))
);

-- What an agreement says, version by version; one that was signed is never rewritten.
create table sharing.agreement_version (
  id uuid primary key,
  partnership_id uuid not null,
  agreement_id uuid not null references sharing.agreement (id),
  number integer not null,
  title text not null check (title <> ''),
  -- what it means, for the families whom it is about
  plain_words text not null check (plain_words <> ''),
  direction text not null check (direction in ('both-ways', 'from-first')),
  items text[] not null check (cardinality(items) > 0),
  safeguards text not null check (safeguards <> ''),
  -- where the data protection impact assessment is kept
  assessment text not null check (assessment <> ''),
  ask text not null check (ask <> ''),
  begins_on date not null,
  review_on date not null,
  ends_on date not null,
  why_changed text not null,
  written_at timestamptz not null,
  written_by_name text not null,
  unique (agreement_id, number),
  check (begins_on < review_on and review_on <= ends_on),
  check (number = 1 or why_changed <> '')
);

-- Who is party to a version; the one of place 1 gives where it goes one way.
create table sharing.agreement_party (
  partnership_id uuid not null,
  version_id uuid not null references sharing.agreement_version (id),
  place integer not null,
  organisation_id uuid not null,
  body_kind text not null,
  primary key (version_id, organisation_id),
  unique (version_id, place)
);

-- On what ground each party uses what is shared, for each purpose.
create table sharing.agreement_ground (
  partnership_id uuid not null,
  version_id uuid not null,
  organisation_id uuid not null,
  purpose text not null,
  legal_power text not null check (legal_power <> ''),
  basis text not null check (basis <> ''),
  condition text not null check (condition <> ''),
  primary key (version_id, organisation_id, purpose),
  foreign key (version_id, organisation_id) references sharing.agreement_party (version_id, organisation_id)
);

-- Who put their name to a version, for which party. A version is in force when every party has.
create table sharing.agreement_signature (
  partnership_id uuid not null,
  version_id uuid not null,
  organisation_id uuid not null,
  name text not null check (name <> ''),
  job text not null check (job <> ''),
  signed_on date not null,
  written_at timestamptz not null,
  written_by_name text not null,
  primary key (version_id, organisation_id),
  foreign key (version_id, organisation_id) references sharing.agreement_party (version_id, organisation_id)
);

create index agreement_party_organisation on sharing.agreement_party (partnership_id, organisation_id);

call platform.guard('sharing.agreement', 'select, insert');
call platform.guard('sharing.agreement_version', 'select, insert');
call platform.guard('sharing.agreement_party', 'select, insert');
call platform.guard('sharing.agreement_ground', 'select, insert');
call platform.guard('sharing.agreement_signature', 'select, insert');
grant update (ended_on, ended_words, ended_by_name, version) on sharing.agreement to goldenthread_app;
