import type { Role } from '#platform/access/policy.ts';

/** Who may come to an address: anyone at all, anyone who has signed in, or people with one of these roles. */
export type Expected = 'anyone' | 'anyone signed in' | readonly Role[];

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
