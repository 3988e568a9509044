// Generated from the migrated database by `npm run generate`; never edited by hand.
export type MailTables = {
  'platform.letter': {
    id: string;
    partnership_id: string;
    key: string;
    to_address: string;
    subject: string;
    parts: unknown;
    asked_by: string | null;
    state: string;
    tries: number;
    trouble: string | null;
    written_at: Date;
    settled_at: Date | null;
  };
};
