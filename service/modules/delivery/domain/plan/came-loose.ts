import { isOver, type Action } from '../action.ts';

/** What an action hung on and hangs on no more. Nothing is hidden for it: it is said, with what to do. */
export type Loose =
  | { kind: 'element-withdrawn' }
  | { kind: 'owner-left' }
  | { kind: 'nobody-owns' }
  | { kind: 'organisation-gone'; name: string; standing: string };

/** What stands today of all that actions can hang on. */
export type Standing = {
  /** `slug key` of every element that the strategies hold */
  elements: ReadonlySet<string>;
  people: ReadonlySet<string>;
  /** keys of the organisations that stand today */
  organisations: ReadonlySet<string>;
  /** every organisation that ever was, by key: its name, and how it stands */
  known: ReadonlyMap<string, { name: string; standing: string }>;
};

/** How an element is named in `Standing.elements`. */
export function elementName({ frameworkSlug, elementKey }: Action['element']): string {
  return `${frameworkSlug} ${elementKey}`;
}

/** What came loose of an action; of one that is over, nothing needs mending. */
export function looseOf(action: Action, standing: Standing): Loose[] {
  return isOver(action) ? [] : looseFrom(action, standing);
}

/** What hangs on an element and on whoever answers for it. */
export type Hanging = {
  element: Action['element'];
  owner: Pick<Action['owner'], 'personId' | 'name' | 'organisationKey'>;
};

/** What came loose of something that is not over. */
export function looseFrom({ owner, element }: Hanging, standing: Standing): Loose[] {
  const loose: Loose[] = [];
  if (element.elementKey !== '' && !standing.elements.has(elementName(element)))
    loose.push({ kind: 'element-withdrawn' });
  if (owner.personId !== undefined && !standing.people.has(owner.personId))
    loose.push({ kind: 'owner-left' });
  if (owner.personId === undefined && owner.name === '' && owner.organisationKey === '')
    loose.push({ kind: 'nobody-owns' });
  if (owner.organisationKey !== '' && !standing.organisations.has(owner.organisationKey)) {
    const { name, standing: how } = standing.known.get(owner.organisationKey) ?? {
      name: owner.organisationKey,
      standing: '',
    };
    loose.push({ kind: 'organisation-gone', name, standing: how });
  }
  return loose;
}

/** What it means, and what to do. */
export function sayLoose(loose: Loose): string {
  switch (loose.kind) {
    case 'element-withdrawn':
      return 'The part of the strategy that it was made for has been taken out. Say what it serves now, or stop it with the reason.';
    case 'owner-left':
      return 'Whoever answered for it has left. Name somebody else, so that letters reach a person.';
    case 'nobody-owns':
      return 'Nobody answers for it yet. Name a person or an organisation.';
    case 'organisation-gone':
      return `${loose.name} is no more${loose.standing === '' ? '' : ` (${loose.standing})`}. Say who took its work over, or stop it with the reason.`;
  }
}
