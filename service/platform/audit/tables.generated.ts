// Generated from the migrated database by `npm run generate`; never edited by hand.
export type AuditTables = {
  'platform.audit_entry': {
    partnership_id: string;
    chain: string;
    sequence: number;
    number: number;
    id: string;
    at: Date;
    actor: string;
    person_id: string | null;
    service: string | null;
    roles: string;
    relationship: string;
    purpose: string;
    act: string;
    way: string;
    subject_kind: string;
    subject_id: string;
    part_kind: string | null;
    part_id: string | null;
    correlation: string | null;
    digests: string;
    previous: Uint8Array;
    hash: Uint8Array;
  };
  'platform.audit_head': {
    partnership_id: string;
    chain: string;
    sequence: number;
    hash: Uint8Array;
    at: Date;
  };
};
