/**
 * What a body is in the eyes of data law when it handles what is shared. One body can be two of these for two purposes: a
 * charity that a council pays to carry out a duty is one thing, the same charity's own work another.
 */
export const bodyKinds = [
  'public-body-in-its-tasks',
  'public-body-otherwise',
  'provider-of-a-public-task',
  'charity',
  'company',
] as const;

export type BodyKind = (typeof bodyKinds)[number];

export const bodyKindWords: Readonly<Record<BodyKind, string>> = {
  'public-body-in-its-tasks': 'A public body, doing its public tasks',
  'public-body-otherwise': 'A public body, outside its public tasks',
  'provider-of-a-public-task': 'Somebody paid to carry out a public task',
  charity: 'A charity or community group, in its own work',
  company: 'A company, in its own work',
};
