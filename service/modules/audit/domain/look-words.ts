import { purposes, purposeWords } from '#platform/access/purposes.ts';
import type { Touch } from '#platform/kernel/context.ts';

/** What was done, for whoever reads who looked. */
export const wayWords: Readonly<Record<Touch['way'], string>> = {
  read: 'read it',
  written: 'wrote in it',
  disclosed: 'shared it',
  refused: 'asked for it, and was not let in',
  deleted: 'deleted from it',
};

const relationships = new Map([
  ['lead-worker', 'lead worker of this child'],
  ['team-around', 'one of the team around this child'],
  ['supervisor', 'supervises whoever helps this child'],
  ['setting-lead', 'safeguarding lead of a place this child goes to'],
  ['named', 'named to see this record'],
  ['glass', 'opened it in an emergency, with a reason, for three hours'],
  ['subject-access', 'answers somebody who asked what is held'],
  ['the-child', 'the child this record is about'],
  ['parent', 'a parent of this child'],
  ['governance-lead', 'looks after how information is used'],
  ['self', 'their own record'],
  ['none', 'no part in it'],
]);

/** By what relationship somebody acted, in words. */
export function sayRelationship(code: string): string {
  return relationships.get(code) ?? plain(code);
}

/** For what purpose, in the words that the family reads. */
export function sayPurpose(code: string): string {
  const known = purposes.find((purpose) => purpose === code);
  return known ? purposeWords[known] : plain(code);
}

const roleNames = new Map([
  ['governance-lead', 'information-governance lead'],
  ['setting-lead', 'safeguarding lead of a setting'],
  ['safeguarding-reader', 'reader of concerns'],
  ['report-only', 'may tell a concern'],
]);

/** What somebody was, in words: "practitioner, supervisor". */
export function sayRoles(roles: readonly string[]): string {
  return roles.map((role) => roleNames.get(role) ?? plain(role)).join(', ');
}

/** A code as words: "record-read" says "record read". */
export function plain(code: string): string {
  return code.replaceAll(/[.-]/g, ' ');
}

/** An act as words, without the room that it belongs to: `families.record-read` says "record read". */
export function sayAct(act: string): string {
  return plain(act.slice(act.indexOf('.') + 1));
}
