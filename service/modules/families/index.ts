export { childTitle } from './queries/record/child-title.ts';
export { childrenOf, type ChildInList } from './queries/record/children-of.ts';
export { mayReach, type Reach } from './queries/standing/reach.ts';
