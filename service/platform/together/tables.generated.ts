// Generated from the migrated database by `npm run generate`; never edited by hand.
export type TogetherTables = {
  'platform.request_count': {
    partnership_id: string;
    sender: string;
    minute: number;
    requests: number;
  };
  'platform.sent_form': {
    partnership_id: string;
    press: string;
    attempt: string;
    sent_at: Date;
    sealed: string | null;
  };
};
