export { loadFrameworks, type FrameworksToLoad } from './actions/load-frameworks.ts';
export { readFramework, sayProblem, type Problem } from './domain/read-framework.ts';
export { readCrosswalk } from './domain/crosswalk.ts';
export type { SubjectRegistry } from './domain/thread.ts';
export {
  framework,
  frameworks,
  frameworksNamed,
  ownFrameworks,
  type FrameworkView,
} from './queries/framework.ts';
export { threadAbove, threadsAbove, threadsOf, type ThreadAbove } from './queries/element-thread.ts';
export { promises, type Promised } from './domain/promises.ts';
export { bringInFramework } from './actions/bringing-in/bring-in-framework.ts';
export { tieMeasures, type MeasureTies } from './actions/elements/tie-measures.ts';
export { holdFile } from './actions/bringing-in/hold-file.ts';
export { countChanges, sayChange } from './domain/change-sentences.ts';
export { byRule, checkFramework, type Finding, type FindingGroup } from './domain/check/check-framework.ts';
export { compareVersions } from './domain/compare-versions.ts';
export {
  crosswalkDocument,
  frameworkDocument,
  type CrosswalkDocument,
  type FrameworkDocument,
} from './domain/framework-document.ts';
export { graphOf, unreachable, walkDown } from './domain/graph.ts';
export { readStratml } from './domain/stratml/read-stratml.ts';
export { writeStratml } from './domain/stratml/write-stratml.ts';
export { writeCsv, writeJson, writeYaml } from './domain/write-framework.ts';
export { editStrategy } from './domain/permissions.ts';
