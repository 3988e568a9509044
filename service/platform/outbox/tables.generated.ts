// Generated from the migrated database by `npm run generate`; never edited by hand.
export type OutboxTables = {
  'platform.fact': {
    id: string;
    partnership_id: string;
    type: string;
    subject_kind: string;
    subject_id: string;
    actor_kind: string;
    service_name: string | null;
    person_id: string | null;
    details: unknown;
    happened_at: Date;
  };
  'platform.handled': {
    partnership_id: string;
    fact_id: string;
    handler: string;
    handled_at: Date;
  };
  'platform.scheduled_turn': {
    partnership_id: string;
    schedule: string;
    turn: string;
    tries: number;
    not_before: Date;
    done_at: Date | null;
  };
};
