/**
 * The model of Fellegi and Sunter: how likely each kind of agreement is between two records of one person (m) and
 * between records of two people (u). It is plain data: written to JSON, read from it, compared and changed by hand.
 */
export type LinkageModel = {
  readonly linkType: LinkType;
  /** the column that names each record, once within its source */
  readonly idColumn: string;
  /** the column that says which source a record came from; none where there is one source */
  readonly sourceColumn?: string;
  /** lambda: the probability that two records picked at random are of one person */
  readonly prior: number;
  /** what similarities count: letters unless said; Splink's engine counts the bytes of UTF-8, so "é" is two */
  readonly counts?: 'letters' | 'bytes';
  readonly comparisons: readonly Comparison[];
  readonly blockingRules: readonly BlockingRule[];
};

/** Which pairs are asked about: within one source, between sources, or both. */
export type LinkType = 'dedupe' | 'link' | 'link-and-dedupe';

/** One question about a pair, such as "do the forenames agree?", with its answers in order. */
export type Comparison = {
  readonly name: string;
  /** when nothing can be said; such a pair weighs 0 here and trains nothing */
  readonly nullWhen: Condition;
  /** the answers, the closest agreement first, everything else last; the first that holds is the answer */
  readonly levels: readonly Level[];
};

/** One answer to a comparison. */
export type Level = {
  readonly label: string;
  readonly when: Condition;
  /** P(this answer | same person); left out where it was never observed or not yet learnt */
  readonly m?: number;
  /** P(this answer | different people); left out where it was never observed or not yet learnt */
  readonly u?: number;
  /** parts that training leaves as they are */
  readonly fixed?: readonly ('m' | 'u')[];
  readonly termFrequency?: TermFrequency;
};

/** Agreeing on a rare value says more than agreeing on a common one. */
export type TermFrequency = {
  readonly column: Expression;
  /** how much of the adjustment counts: 1 is all of it */
  readonly weight: number;
  /** no value counts as rarer than this, so that a slip of the pen is not taken for a rare name */
  readonly minimum: number;
  /** which u a value's rarity is held against: that of the level where the column is equal unless said */
  readonly against?: 'equal-level' | 'own-level';
};

/**
 * What is read of one record: a column, a column cleaned by one of our own functions (done once for each distinct
 * value), or SQL over the columns of one record (done once, by DuckDB, as records are read).
 */
export type Expression =
  | { readonly column: string }
  | { readonly column: string; readonly cleanedBy: string }
  | { readonly sql: string };

/** What can be asked of two records. Everything but `pair-sql` and `function` is answered by the fast engine. */
export type Condition =
  | { readonly is: 'else' }
  | { readonly is: 'missing'; readonly of: Expression }
  | { readonly is: 'equal'; readonly left: Expression; readonly right: Expression }
  | {
      readonly is: 'similar';
      readonly by: Similarity;
      readonly left: Expression;
      readonly right: Expression;
      readonly atLeast: number;
    }
  | {
      readonly is: 'edits';
      readonly by: EditDistance;
      readonly left: Expression;
      readonly right: Expression;
      readonly atMost: number;
    }
  /** both texts are days; apart by at most so many seconds */
  | {
      readonly is: 'days-apart';
      readonly left: Expression;
      readonly right: Expression;
      readonly atMost: number;
    }
  | {
      readonly is: 'numbers-apart';
      readonly left: Expression;
      readonly right: Expression;
      readonly atMost: number;
    }
  /** lists of values (text split at spaces by the expression) that share at least so many */
  | { readonly is: 'shared'; readonly left: Expression; readonly right: Expression; readonly atLeast: number }
  /** what one of our functions of two values says: nicknames, a day and month the other way round */
  | { readonly is: 'agree'; readonly by: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly is: 'value';
      readonly side: 'left' | 'right' | 'both';
      readonly of: Expression;
      readonly text: string;
    }
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  /** SQL over both records, answered by DuckDB pair by pair: slow */
  | { readonly is: 'pair-sql'; readonly sql: string };

/** How alike two texts are, from 0 to 1. */
export type Similarity = 'jaro' | 'jaro-winkler' | 'jaccard';

/** How many changes make one text of the other. */
export type EditDistance = 'levenshtein' | 'damerau-levenshtein';

/** Pairs that are looked at: those that agree in every key. A pair that several rules find belongs to the first. */
export type BlockingRule = {
  /** as people read it: "surname and date of birth" */
  readonly name: string;
  readonly keys: readonly BlockingKey[];
  /** asked of each pair after its keys agreed */
  readonly also?: Condition;
};

/** What both records of a pair must agree in. */
export type BlockingKey = {
  readonly left: Expression;
  readonly right: Expression;
  /** the texts are lists, their values between spaces: records agree that share a value */
  readonly each?: true;
};
