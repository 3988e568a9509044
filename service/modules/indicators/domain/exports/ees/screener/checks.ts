import type { EesCheck } from './check.ts';
import { columnChecks } from './checks/column-checks.ts';
import { fileChecks } from './checks/file-checks.ts';
import { filterChecks } from './checks/filter-checks.ts';
import { indicatorChecks } from './checks/indicator-checks.ts';
import { metaChecks } from './checks/meta-checks.ts';
import { peopleChecks } from './checks/people-checks.ts';
import { placeChecks } from './checks/place-checks.ts';
import { placeNameChecks } from './checks/place-name-checks.ts';
import { timeChecks } from './checks/time-checks.ts';

/** What can be told of a pair whose columns are understood. */
export const furtherChecks: readonly EesCheck[] = [
  ...columnChecks,
  ...metaChecks,
  ...timeChecks,
  ...placeChecks,
  ...placeNameChecks,
  ...filterChecks,
  ...peopleChecks,
  ...indicatorChecks,
];

/** Every rule that a pair is held against, in the order in which a person would mend what is wrong. */
export const eesChecks: readonly EesCheck[] = [...fileChecks, ...furtherChecks];
