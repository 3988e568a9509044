export { actionSubjects, decisionSubjects } from './queries/delivery-subjects.ts';
