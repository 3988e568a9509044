import { permission } from '#platform/access/policy.ts';

/** Changing, publishing and keeping versions of the partnership's frameworks; seeing them before they are published. */
export const editStrategy = permission('strategy.edit', ['manager']);
