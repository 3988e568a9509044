// Generated from the migrated database by `npm run generate`; never edited by hand.
export type SeedsTables = {
  'platform.seed': {
    partnership_id: string;
    name: string;
    checksum: string;
    loaded_at: Date;
  };
};
