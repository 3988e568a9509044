import { permission } from '#platform/access/policy.ts';

/** To come to the pages about children one helps. Which children, and what of them, their record decides. */
export const helpChildren = permission('families.help', [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'governance-lead',
]);

/** To come to a child's pages at all: those who help, and those whose own record it is. */
export const comeToRecord = permission('families.come-to-record', [
  ...helpChildren.roles,
  'young-person',
  'parent',
]);

/** To read what is held about oneself or one's family. */
export const readOwnRecord = permission('families.read-own', ['young-person', 'parent']);

/** To ask whether somebody helps a child already, and to open a protected record in an emergency. */
export const askBeyond = permission('families.ask-beyond', [
  'practitioner',
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
]);

/** To look whether it was right that a protected record was opened. */
export const reviewGlass = permission('families.review-glass', ['governance-lead']);
