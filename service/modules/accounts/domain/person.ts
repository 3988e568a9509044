import { roles, type Role } from '#platform/access/policy.ts';
import type { Id } from '#platform/kernel/id.ts';

/** Somebody who can sign in, as they stand today. */
export type Person = {
  id: Id<'person'>;
  key: string;
  name: string;
  job: string;
  /** what the body that they come from is called today, or the words that somebody gave */
  organisation: string;
  /** that body, where it is one of ours */
  organisationId?: Id<'organisation'> | undefined;
  /** where letters to them go; undefined where nobody has said */
  email?: string | undefined;
  roles: readonly Role[];
};

/** Somebody as the service itself sets them up: from a body by its key, or from one that only has words. */
export type PersonToSetUp = Omit<Person, 'id' | 'organisation' | 'organisationId'> & {
  organisation?: string;
  organisationKey?: string;
  /** of a parent or a young person: the key of whoever introduced them, who was set up before them */
  introducedByKey?: string;
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
