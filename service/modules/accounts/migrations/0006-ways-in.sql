-- How people sign in. There are no passwords: what stands here opens nothing by itself.

-- Somebody at another body's single sign-on, named as that body names them for good. One identity is of one person.
create table accounts.identity (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  issuer text not null,
  subject text not null,
  -- the key of the provider in the settings
  provider text not null,
  linked_at timestamptz not null,
  used_at timestamptz,
  unique (partnership_id, issuer, subject)
);

-- A passkey of a person: the public half, and what they call it.
create table accounts.passkey (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  -- as its person calls it
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  unique (partnership_id, credential_id)
);

-- An app that shows codes (RFC 6238). Its secret is sealed with a key that is not in the database.
create table accounts.app_code (
  person_id uuid primary key references accounts.person (id),
  partnership_id uuid not null,
  sealed_secret text not null,
  -- the time step of the last code that was taken: none is taken twice
  last_step bigint not null,
  wrong_tries integer not null,
  -- until then no code is looked at
  wait_until timestamptz,
  made_at timestamptz not null,
  used_at timestamptz
);

-- Codes for a bad day, shown once: only what scrypt makes of them.
create table accounts.recovery_code (
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  salt text not null,
  digest text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, digest)
);

-- A browser in which somebody who was invited, and proved it, chooses how to sign in from now on.
create table accounts.enrolment (
  browser text primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  expires_at timestamptz not null
);

-- Somebody asked for a letter to sign in with. Kept for whoever it names and for whoever it does not, so that nothing
-- tells the two apart; the address is sealed, and gone once the letter is written.
create table accounts.letter_ask (
  id uuid primary key,
  partnership_id uuid not null,
  -- a keyed digest, to count how often one address is asked about
  address_digest text not null,
  sealed_address text,
  next text not null,
  asked_at timestamptz not null
);

-- A link to sign in that a letter carries: of one browser, for ten minutes, used once.
create table accounts.sign_in_letter (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null references accounts.person (id),
  -- null until it is carried: the token is made then and stands in the letter alone
  token_digest text unique,
  next text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What may be used once and was: challenges and states of journeys, until they are too old anyway.
create table accounts.used_once (
  digest text primary key,
  partnership_id uuid not null,
  until timestamptz not null
);

create index identity_person on accounts.identity (person_id);
create index passkey_person on accounts.passkey (person_id);
create index recovery_code_partnership on accounts.recovery_code (partnership_id);
create index enrolment_person on accounts.enrolment (person_id);
create index letter_ask_address on accounts.letter_ask (partnership_id, address_digest, asked_at);
create index sign_in_letter_person on accounts.sign_in_letter (person_id);
create index app_code_partnership on accounts.app_code (partnership_id);
create index used_once_until on accounts.used_once (partnership_id, until);

call platform.guard('accounts.identity');
call platform.guard('accounts.passkey');
call platform.guard('accounts.app_code');
call platform.guard('accounts.recovery_code');
call platform.guard('accounts.enrolment');
call platform.guard('accounts.letter_ask');
call platform.guard('accounts.sign_in_letter');
call platform.guard('accounts.used_once');
