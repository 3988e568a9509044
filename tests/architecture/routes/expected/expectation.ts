import type { Role } from '#platform/access/policy.ts';

/**
 * Who may come to an address: anyone at all, anyone who has signed in, anyone who works in the partnership (so no family,
 * and nobody who only reports), or people with one of these roles.
 */
export type Expected = 'anyone' | 'anyone signed in' | 'anyone at work' | readonly Role[];

export type Expectation = {
  /** what a person comes for, in the words of the product's own description */
  errand: string;
  who: Expected;
  addresses: readonly string[];
};

/** A page with a form on it that posts to the page's own address. */
export function formAt(path: string): string[] {
  return [`GET ${path}`, `POST ${path}`];
}
