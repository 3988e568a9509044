// Generated from the migrated database by `npm run generate`; never edited by hand.
export type HttpTables = {
  'platform.session': {
    id: string;
    partnership_id: string;
    person_id: string;
    started_at: Date;
    seen_at: Date;
    ends_at: Date;
  };
};
