// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { GeneratedAlways } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type AccountsTables = {
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
  'accounts.partnership': {
    id: string;
    partnership_id: GeneratedAlways<string>;
    slug: string;
    name: string;
    short_name: string;
    brand_colour: string;
    is_invented: boolean;
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
  };
  'accounts.role_grant': {
    partnership_id: string;
    person_id: string;
    role: string;
    granted_at: Date;
  };
};
