// Generated from the migrated database by `npm run generate`; never edited by hand.
export type StrategyTables = {
  'strategy.bring_in': {
    id: string;
    partnership_id: string;
    made_by: string | null;
    content: unknown;
    expires_at: Date;
  };
  'strategy.crosswalk': {
    id: string;
    partnership_id: string;
    slug: string;
    left_slug: string;
    right_slug: string;
    document: unknown;
  };
  'strategy.element': {
    id: string;
    partnership_id: string;
    framework_id: string;
    key: string;
    version: number;
    changed_at: Date;
    changed_by: string | null;
  };
  'strategy.framework': {
    id: string;
    partnership_id: string;
    slug: string;
    name: string;
    document: unknown;
    published: unknown;
    version: number;
    published_version: number | null;
    changed_at: Date;
  };
  'strategy.framework_version': {
    id: string;
    partnership_id: string;
    framework_id: string;
    number: number;
    name: string;
    document: unknown;
    made_at: Date;
    made_by: string | null;
  };
  'strategy.tie': {
    id: string;
    partnership_id: string;
    framework_id: string;
    element_key: string;
    subject_kind: string;
    subject_id: string;
    role: string;
    note: string | null;
    origin: string;
    made_at: Date;
  };
};
