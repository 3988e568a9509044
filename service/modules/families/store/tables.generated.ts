// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { Generated } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type FamiliesTables = {
  'families.child': {
    id: string;
    partnership_id: string;
    given_names: string;
    family_name: string;
    known_as: Generated<string>;
    given_key: string;
    family_key: string;
    born_on: Day | null;
    due_on: Day | null;
    level: Generated<string>;
    owner_organisation_id: string;
    setting_organisation_id: string | null;
    setting_is_safe: Generated<boolean>;
    opened_because: string;
    opened_by: string | null;
    opened_at: Date;
    version: Generated<number>;
    changed_at: Date;
    changed_by_name: string;
  };
  'families.concern': {
    id: string;
    partnership_id: string;
    press: string;
    told_at: Date;
    way: string;
    happened: string;
    about: string;
    danger: string;
    sender: string;
    sender_id: string | null;
    setting: string;
    setting_id: string | null;
    reach: string;
    reach_is_safe: string;
  };
  'families.concern_alarm': {
    concern_id: string;
    partnership_id: string;
    raised_at: Date;
  };
  'families.concern_reader': {
    id: string;
    partnership_id: string;
    person_id: string;
    name: string;
    setting_id: string | null;
    part: string;
    from_at: Date;
    ended_at: Date | null;
    named_by_name: string;
    ended_by_name: Generated<string>;
  };
  'families.concern_receipt': {
    concern_id: string;
    partnership_id: string;
    locator: string;
    code: string;
    wrong_tries: Generated<number>;
    tried_at: Date | null;
  };
  'families.concern_step': {
    id: string;
    partnership_id: string;
    concern_id: string;
    nth: number;
    kind: string;
    act: string;
    words: string;
    to_person: string | null;
    to_name: Generated<string>;
    child_id: string | null;
    said_at: Date;
    said_by: string | null;
    said_by_name: string;
  };
  'families.front_door': {
    partnership_id: string;
    threshold_name: string;
    threshold_link: string;
    referral_link: string;
    unread_minutes: number;
    opens: string;
    closes: string;
    version: number;
    changed_at: Date;
    changed_by_name: string;
  };
  'families.front_door_number': {
    id: string;
    partnership_id: string;
    place: number;
    name: string;
    number: string;
    hours: string;
    out_of_hours: boolean;
    checked_on: Day;
  };
  'families.receipt_try': {
    partnership_id: string;
    browser: string;
    tries: number;
    tried_at: Date;
  };
  'families.standing': {
    id: string;
    partnership_id: string;
    child_id: string;
    person_id: string;
    kind: string;
    organisation_id: string | null;
    agreement_id: string | null;
    purpose: string;
    because: Generated<string>;
    is_shown_to_family: Generated<boolean>;
    from_at: Date;
    until_at: Date | null;
    ended_at: Date | null;
    ended_by: string | null;
    given_by: string | null;
  };
};
