/** Whom an id stands for, here or gone: for whoever reads what somebody did. */
export type NamedPerson = {
  name: string;
  hasLeft: boolean;
  /** of a parent or a young person: how they stand to the child, "mother"; undefined for a colleague */
  family: string | undefined;
};

/** "Ada Bright", "Ada Bright, who has left", "Rhona Brightwater, mother". */
export function sayPerson(person: NamedPerson | undefined): string {
  if (!person) return 'Somebody whose account is no longer kept';
  const { name, hasLeft, family } = person;
  const as = family === undefined ? name : `${name}, ${family}`;
  if (!hasLeft) return as;
  return family === undefined ? `${as}, who has left` : `${as}, whose way in has ended`;
}

/** How somebody of a family stands to a child, in the middle of a sentence. */
export function sayRelationship(code: string): string {
  return relationshipWords.get(code) ?? 'of a family';
}

const relationshipWords = new Map([
  ['young-person', 'young person'],
  ['mother', 'mother'],
  ['father', 'father'],
  ['step-parent', 'step-parent'],
  ['grandparent', 'grandparent'],
  ['guardian', 'special guardian'],
  ['foster-carer', 'foster carer'],
  ['other-carer', 'relative or carer'],
  ['parent', 'parent'],
]);
