// Generated from the migrated database by `npm run generate`; never edited by hand.
export type KeysTables = {
  'platform.key_in_use': {
    partnership_id: string;
    name: string;
    fingerprint: string;
    first_used_at: Date;
  };
};
