import { roles, type Role } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';

/** Somebody who can sign in, as they stand today. */
export type Person = {
  id: Id<'person'>;
  key: string;
  name: string;
  job: string;
  organisation: string;
  /** where letters to them go; undefined where nobody has said */
  email?: string | undefined;
  roles: readonly Role[];
};

/** The roles among these words; a word that is no role of ours opens nothing. */
export function rolesAmong(words: readonly string[]): Role[] {
  return roles.filter((role) => words.includes(role));
}

/** A partnership: the tenant to whom everything else belongs. */
export type Partnership = {
  id: Id<'partnership'>;
  slug: string;
  name: string;
  shortName: string;
  brandColour: string;
  isInvented: boolean;
};
