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
