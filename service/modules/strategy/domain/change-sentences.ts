import type { Change, ListName, TieKind } from './compare-versions.ts';

const kinds: Readonly<Record<ListName, string>> = {
  tiers: 'tier',
  elements: 'element',
  owners: 'owner',
  organisations: 'organisation',
  passages: 'passage',
};

const tied: Readonly<Record<TieKind, (other: string) => string>> = {
  serves: (other) => `now serves “${other}”`,
  'serves-tier': (other) => `now serves every ${other}`,
  owner: (other) => `is now owned by ${other}`,
  organisation: (other) => `is now worked on by ${other}`,
  measure: (other) => `is now answered by the measure ${other}`,
  'way-in': () => 'now stands on the first page',
  unanswered: (other) => `is now said to have no measure: ${other}`,
  passage: (other) => `is now spoken of in “${other}”`,
};

const untied: Readonly<Record<TieKind, (other: string) => string>> = {
  serves: (other) => `no longer serves “${other}”`,
  'serves-tier': (other) => `no longer serves every ${other}`,
  owner: (other) => `is no longer owned by ${other}`,
  organisation: (other) => `is no longer worked on by ${other}`,
  measure: (other) => `is no longer answered by the measure ${other}`,
  'way-in': () => 'no longer stands on the first page',
  unanswered: (other) => `is no longer said to have no measure: ${other}`,
  passage: (other) => `is no longer spoken of in “${other}”`,
};

/** One change as a sentence. Long words are given whole: a reader of changes wants to see them. */
export function sayChange(change: Change): string {
  switch (change.kind) {
    case 'framework-changed':
      return `${capital(change.field)} ${fromTo(change)}.`;
    case 'added':
      return `Added ${article(kinds[change.list])}: “${change.name}”.`;
    case 'removed':
      return `Removed ${article(kinds[change.list])}: “${change.name}”.`;
    case 'changed':
      return `“${change.name}” (${kinds[change.list]}): ${change.field} ${fromTo(change)}.`;
    case 'moved-tier':
      return `“${change.name}” moved from ${change.before} to ${change.after}.`;
    case 'moved-place':
      return change.after === ''
        ? `“${change.name}” moved to the first place of its tier.`
        : `“${change.name}” moved to stand after “${change.after}”.`;
    case 'tied':
      return `“${change.name}” ${tied[change.to](change.other)}.`;
    case 'untied':
      return `“${change.name}” ${untied[change.to](change.other)}.`;
  }
}

/** "3 added, 1 removed, 2 changed" for the head of a list; "nothing" where nothing changed. */
export function countChanges(changes: readonly Change[]): string {
  const groups = Map.groupBy(changes, ({ kind }) => words[kind]);
  return groups.size === 0
    ? 'nothing'
    : [...groups].map(([word, some]) => `${some.length} ${word}`).join(', ');
}

const words: Readonly<Record<Change['kind'], string>> = {
  'framework-changed': 'changed',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  'moved-tier': 'moved',
  'moved-place': 'moved',
  tied: 'tied',
  untied: 'untied',
};

function fromTo({ before, after }: { before: string; after: string }): string {
  if (before === '') return `is now “${after}”`;
  return after === '' ? `was “${before}” and is now empty` : `changed from “${before}” to “${after}”`;
}

function article(noun: string): string {
  return /^[aeo]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
