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

/** To read what people tell at the front door: whoever is named for it, and a setting's lead what concerns their setting. */
export const readConcerns = permission('families.read-concerns', ['safeguarding-reader', 'setting-lead']);

/** To come to the desk of concerns at all: those who read, and whoever may know how many wait. */
export const comeToConcerns = permission('families.come-to-concerns', [
  ...readConcerns.roles,
  'governance-lead',
]);

/** To set the partnership's own numbers, and to name who reads. */
export const keepFrontDoor = permission('families.keep-front-door', ['manager', 'governance-lead']);

/** To ask for a file of the records of one's team or setting, which a second person approves. */
export const askForExport = permission('families.ask-for-export', ['supervisor', 'setting-lead']);

/** To approve or refuse such a file, never one's own. */
export const approveExport = permission('families.approve-export', ['governance-lead']);
