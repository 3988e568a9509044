import { isFamily, mayRead, type FieldGroup, type RecordAccess, type Relationship } from './record-policy.ts';

/** Who reads: how they stand to the child, and what of the record is open to them. */
export type Reader = { personId: string; relationship: Relationship; access: RecordAccess };

/** Words about a person, whatever room keeps them, with all that says who may read them. */
export type PersonalText = {
  fieldGroup: FieldGroup;
  /** whoever wrote them down; undefined where that was the service itself */
  authorPersonId: string | undefined;
  /** everybody round the child to whom this part is open, or only those named */
  seenBy: 'around' | 'named';
  /** "is it safe for them to read this?", answered one reader at a time */
  viewers: readonly { personId: string; mayRead: boolean }[];
};

declare const passed: unique symbol;

/**
 * Words that the reader may read: the question was asked and answered. Only `safeFor` makes one, so a page that takes
 * nothing else cannot show what nobody asked about.
 */
export type Readable<Text extends PersonalText> = Text & { readonly [passed]: true };

/** Of some words those that are safe for this reader, in the order given. What is left out leaves no trace. */
export function safeFor<Text extends PersonalText>(
  reader: Reader,
  texts: readonly Text[],
): readonly Readable<Text>[] {
  return texts.filter((text): text is Readable<Text> => isSafe(reader, text));
}

/**
 * The family is not one reader. A child or a parent reads what they wrote themselves and what somebody answered for them by
 * name; a worker what everybody round the child reads and what they are named for; whoever answers a request for what is
 * held reads all of it. An answer of no always holds.
 */
function isSafe({ personId, relationship, access }: Reader, text: PersonalText): boolean {
  if (!mayRead(access[text.fieldGroup])) return false;
  if (relationship === 'subject-access') return true;
  const answer = text.viewers.find((viewer) => viewer.personId === personId);
  if (answer !== undefined) return answer.mayRead;
  if (text.authorPersonId === personId) return true;
  return text.seenBy === 'around' && !isFamily(relationship);
}
