// Generated from the migrated database by `npm run generate`; never edited by hand.
export type AuditTables = {
  'audit.head_file': {
    id: string;
    partnership_id: string;
    signed_at: Date;
    file_name: string;
    content: string;
    chains: number;
    entries: number;
    print: string;
    exported_at: Date | null;
  };
  'audit.verification': {
    id: string;
    partnership_id: string;
    asked_by: string | null;
    asked_at: Date;
    done: number;
    of: number;
    heard_at: Date;
    finished_at: Date | null;
    entries: number;
    chains: number;
    heads: number;
    unheld: number;
    wrong: number;
    faults: unknown;
  };
};
