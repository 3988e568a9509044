-- A session says how it was opened, in what kind of browser, with which roles, and when its person last proved who they
-- are. Whoever was signed in before signs in again: of those sessions nothing of this is known.
delete from platform.session;

alter table platform.session
  -- by which its person names it; the primary key is a digest of the cookie
  add column handle uuid not null unique,
  add column way text not null check (way in ('chosen', 'single-sign-on', 'passkey', 'letter-and-code')),
  -- "Firefox on Windows": never the whole of what a browser says of itself
  add column browser text not null,
  -- roles given later open nothing until the cookie has been changed
  add column roles text[] not null,
  add column proved_at timestamptz,
  -- what the way in wants to know again at the way out; sealed
  add column carried text;

-- The browsers in which a person has signed in, so that they can be told of a new one. Only a digest of a cookie.
create table platform.browser_seen (
  partnership_id uuid not null,
  person_id uuid not null,
  digest text not null,
  browser text not null,
  seen_at timestamptz not null,
  primary key (person_id, digest)
);

call platform.guard('platform.browser_seen');
