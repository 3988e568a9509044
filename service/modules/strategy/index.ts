export { loadFrameworks, type FrameworksToLoad } from './actions/load-frameworks.ts';
export { readFramework, sayProblem, type Problem } from './domain/read-framework.ts';
export { readCrosswalk } from './domain/crosswalk.ts';
export type { SubjectRegistry } from './domain/thread.ts';
export { framework, frameworks, type FrameworkView } from './queries/framework.ts';
export { threadsOf, type ThreadAbove } from './queries/element-thread.ts';
export { promises, type Promised } from './domain/promises.ts';
