import type { Role } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';

/** Somebody who can sign in, as they stand today. */
export type Person = {
  id: Id<'person'>;
  key: string;
  name: string;
  job: string;
  organisation: string;
  roles: readonly Role[];
};

/** A partnership: the tenant to whom everything else belongs. */
export type Partnership = {
  id: Id<'partnership'>;
  slug: string;
  name: string;
  shortName: string;
  brandColour: string;
  isInvented: boolean;
};
