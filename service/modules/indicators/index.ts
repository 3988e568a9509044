export { bringInFiles, bringInTexts } from './actions/bring-in-files.ts';
export type { BroughtIn } from './actions/bring-in-files.ts';
export type { Act } from './actions/bring-in/handed-file.ts';
export { clearUnfinishedImports } from './actions/clear-unfinished-imports.ts';
export { loadCatalogue } from './actions/load-catalogue.ts';
export { setUpAreas, type AreasToSetUp } from './actions/set-up-areas.ts';
export { measureSubjects } from './queries/measure-subjects.ts';
export { imports } from './queries/imports.ts';
export { bringInFigures } from './domain/permissions.ts';
