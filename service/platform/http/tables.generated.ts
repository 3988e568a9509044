// Generated from the migrated database by `npm run generate`; never edited by hand.
export type HttpTables = {
  'platform.browser_seen': {
    partnership_id: string;
    person_id: string;
    digest: string;
    browser: string;
    seen_at: Date;
  };
  'platform.session': {
    id: string;
    partnership_id: string;
    person_id: string;
    started_at: Date;
    seen_at: Date;
    ends_at: Date;
    handle: string;
    way: string;
    browser: string;
    roles: (string | null)[];
    proved_at: Date | null;
    carried: string | null;
  };
};
