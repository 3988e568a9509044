import type { BodyKind } from './body-kinds.ts';

const charities: readonly string[] = ['charity', 'youth group', 'community group', 'faith', 'parents'];
const companies: readonly string[] = ['business', 'company', 'housing'];

/**
 * What a body is taken for where no agreement says: by the sort that the partnership calls it. What is unknown is taken for
 * a public body in its tasks, to which the fewest bases are open.
 */
export function bodyKindOf(sort: string): BodyKind {
  if (charities.includes(sort)) return 'charity';
  return companies.includes(sort) ? 'company' : 'public-body-in-its-tasks';
}
