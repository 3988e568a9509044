// Generated from the migrated database by `npm run generate`; never edited by hand.
export type LinksTables = {
  'platform.link': {
    id: string;
    partnership_id: string;
    purpose: string;
    subject_id: string;
    title: string;
    organisation: string;
    to_address: string;
    asked_by: string | null;
    made_at: Date;
    expires_at: Date;
    ended_at: Date | null;
    ended_how: string | null;
  };
  'platform.link_code': {
    id: string;
    partnership_id: string;
    link_id: string;
    hash: string | null;
    asked_at: Date;
    wrong_tries: number;
  };
  'platform.link_pass': {
    link_id: string;
    browser: string;
    partnership_id: string;
    ends_at: Date;
  };
  'platform.link_token': {
    hash: string;
    partnership_id: string;
    link_id: string;
  };
};
