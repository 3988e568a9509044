import type { Groups } from '#reference/groups.ts';

/** A group that the partnership tells children apart by, and how its own tables name it. */
export type OwnGroup = {
  /** begins with `own-`, so that it never stands for a published group */
  readonly key: string;
  /** the way of telling apart, as people call it: "Caring for somebody" */
  readonly dimension: string;
  /** completes a sentence: "young carers" */
  readonly name: string;
  readonly others: string;
  readonly column: string;
  readonly item: string;
  /** undefined where the others are all children less the group */
  readonly othersItem: string | undefined;
};

/** The partnership's groups in the shape of those that are known everywhere. */
export function groupsOfOwn(own: readonly OwnGroup[]): Pick<Groups, 'dimensions' | 'groups' | 'breakdowns'> {
  const dimensions = [...new Set(own.map(({ dimension }) => dimension))];
  return {
    dimensions: dimensions.map((name) => ({
      key: dimensionKey(name),
      name,
      from: 'own',
      unknown:
        'We added this way of telling children apart ourselves; this measure has no figures by it yet.',
    })),
    groups: own.map(({ key, dimension, name, others }) => ({
      key,
      dimension: dimensionKey(dimension),
      short: capital(name),
      name,
      others,
      othersShort: capital(others),
      breaks: [],
    })),
    breakdowns: own.map(({ key, column, item, othersItem }) => ({
      group: key,
      parts: { [column]: item },
      ...(othersItem === undefined ? {} : { beside: { [column]: othersItem } }),
    })),
  };
}

function dimensionKey(name: string): string {
  return `own-${slug(name)}`;
}

/** A group's key, made of its name. */
export function ownGroupKey(name: string): string {
  return `own-${slug(name)}`;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
