// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type AccountsTables = {
  'accounts.app_code': {
    person_id: string;
    partnership_id: string;
    sealed_secret: string;
    last_step: number;
    wrong_tries: number;
    wait_until: Date | null;
    made_at: Date;
    used_at: Date | null;
  };
  'accounts.enrolment': {
    browser: string;
    partnership_id: string;
    person_id: string;
    expires_at: Date;
  };
  'accounts.identity': {
    id: string;
    partnership_id: string;
    person_id: string;
    issuer: string;
    subject: string;
    provider: string;
    linked_at: Date;
    used_at: Date | null;
  };
  'accounts.identity_check': {
    id: string;
    partnership_id: string;
    person_id: string;
    checked_by: string;
    checked_by_name: string;
    checked_on: Day;
    relationship: string;
    identity_seen: string;
    responsibility_seen: string | null;
  };
  'accounts.invitation': {
    id: string;
    partnership_id: string;
    person_id: string;
    kind: string;
    to_address: string | null;
    recognised: Generated<string>;
    invited_by: string;
    invited_by_name: string;
    confirmed_by: string | null;
    confirmed_by_name: Generated<string>;
    made_at: Date;
    expires_at: Date;
    state: string;
    settled_at: Date | null;
  };
  'accounts.invitation_token': {
    hash: string;
    partnership_id: string;
    invitation_id: string;
  };
  'accounts.letter_ask': {
    id: string;
    partnership_id: string;
    address_digest: string;
    sealed_address: string | null;
    next: string;
    asked_at: Date;
  };
  'accounts.organisation': {
    id: string;
    partnership_id: string;
    key: string;
    name: string;
    kind: string;
    from_on: Day | null;
    until_on: Day | null;
    merged_into: string | null;
  };
  'accounts.organisation_name': {
    partnership_id: string;
    organisation_id: string;
    from_on: Day;
    name: string;
  };
  'accounts.own_role': {
    id: string;
    partnership_id: string;
    name: string;
    words: string;
    made_at: Date;
    made_by_name: string;
    until_on: Day | null;
  };
  'accounts.own_role_part': {
    partnership_id: string;
    own_role_id: string;
    role: string;
  };
  'accounts.partnership': {
    id: string;
    partnership_id: GeneratedAlways<string>;
    slug: string;
    name: string;
    short_name: string;
    brand_colour: string;
    is_invented: boolean;
  };
  'accounts.passkey': {
    id: string;
    partnership_id: string;
    person_id: string;
    credential_id: string;
    public_key: string;
    counter: number;
    name: string;
    made_at: Date;
    used_at: Date | null;
  };
  'accounts.person': {
    id: string;
    partnership_id: string;
    key: string;
    name: string;
    job: string;
    organisation: string;
    left_on: Day | null;
    email: string | null;
    organisation_id: string | null;
    state: string;
    introduced_by: string | null;
    last_came_on: Day | null;
    left_why: string | null;
    left_by_name: string | null;
  };
  'accounts.recovery_code': {
    partnership_id: string;
    person_id: string;
    salt: string;
    digest: string;
    made_at: Date;
    used_at: Date | null;
  };
  'accounts.role_grant': {
    partnership_id: string;
    person_id: string;
    role: string | null;
    granted_at: Date;
    id: string;
    own_role_id: string | null;
    team_id: string | null;
    from_on: Day | null;
    until_on: Day | null;
    powerful: boolean;
    set_up: boolean;
    state: string;
    why: Generated<string>;
    proposed_by: string | null;
    proposed_by_name: Generated<string>;
    confirmed_by: string | null;
    confirmed_by_name: Generated<string>;
    confirmed_at: Date | null;
    ended_by_name: Generated<string>;
    ended_at: Date | null;
  };
  'accounts.sign_in_letter': {
    id: string;
    partnership_id: string;
    person_id: string;
    token_digest: string | null;
    next: string;
    asked_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  'accounts.team': {
    id: string;
    partnership_id: string;
    organisation_id: string;
    name: string;
    from_on: Day;
    until_on: Day | null;
  };
  'accounts.team_member': {
    id: string;
    partnership_id: string;
    team_id: string;
    person_id: string;
    leads: boolean;
    from_on: Day;
    until_on: Day | null;
  };
  'accounts.used_once': {
    digest: string;
    partnership_id: string;
    until: Date;
  };
};
