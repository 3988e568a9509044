import type { SingleSignOn } from '#platform/identity/single-sign-on.ts';
import type { Keys } from '#platform/keys/keys.ts';

/** What signing in leans on beside the database. */
export type SignInTools = {
  keys: Keys;
  sso: SingleSignOn;
  /** whether a visitor may choose who to be */
  demonstration: boolean;
  /** where the service is reached, as its operator says; undefined where nobody has said */
  origin: string | undefined;
};
