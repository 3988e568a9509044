import type { Id } from '#platform/kernel/id.ts';

export const addressKinds = ['home', 'second-home', 'staying', 'telephone'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Where a child can be reached. One that is safe is told to nobody but those named. */
export type Address = {
  id: Id<'address'>;
  childId: Id<'child'>;
  kind: AddressKind;
  words: string;
  isSafe: boolean;
  named: readonly Id<'person'>[];
  version: number;
};

/** Family, a friend or somebody else round a child, as the record names them. */
export type PersonAround = {
  id: Id<'person-around'>;
  childId: Id<'child'>;
  name: string;
  alsoCalled: string;
  /** what they are to the child: "Mum", "Nan", "football coach" */
  tie: string;
  personId: Id<'person'> | undefined;
  version: number;
};
