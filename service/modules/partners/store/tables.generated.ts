// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { Day } from '#platform/kernel/day.ts';

export type PartnersTables = {
  'partners.organisation': {
    id: string;
    partnership_id: string;
    key: string;
    name: string;
    kind: string;
    from_on: Day | null;
    until_on: Day | null;
  };
};
