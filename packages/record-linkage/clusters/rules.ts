/** Two records by their numbers. */
export type Pair = readonly [number, number];

/** What no weight can overrule, and what a cluster must be. Everything may be left out. */
export type ClusterRules = {
  /** pairs that a person joined, or that a verified number joins: they come before every edge */
  readonly mustLink?: readonly Pair[];
  /** pairs that never come together, by any chain: adoption, changed and protected identity */
  readonly cannotLink?: readonly Pair[];
  /** sources that hold nobody twice: two of their records never come together by weight; 31 at most */
  readonly duplicateFree?: { readonly sourceOf: Uint8Array; readonly sources: readonly number[] };
  /** what a person has one of, such as a valid NHS number: codes by record, -1 for none; two codes never come together by weight */
  readonly oneOf?: readonly { readonly name: string; readonly codes: Int32Array }[];
  /** of the pairs across two clusters, the share (0 to 1) that an edge must join before they merge */
  readonly minimumCohesion?: number;
  /** from which weight an edge counts for cohesion; the threshold from which pairs join unless said */
  readonly cohesionFrom?: number;
};

/** Why two clusters were not joined by an edge; in order of what is looked at first. */
export const mergeRefusals = ['forbidden', 'one-record-per-source', 'one-value', 'too-loose'] as const;

/** A reason for which two clusters were not joined. */
export type MergeRefusal = (typeof mergeRefusals)[number];

/** The reason in words for a person. */
export const wordsOfMergeRefusal: Readonly<Record<MergeRefusal, string>> = {
  forbidden:
    'These records must never be joined, directly or through others: somebody with the right to say so said so.',
  'one-record-per-source': 'Both sides already have a record from an agency that holds nobody twice.',
  'one-value': 'The two sides have different numbers of a kind that a person has one of.',
  'too-loose': 'Too few of the records on one side agree with those on the other.',
};
