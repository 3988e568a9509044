/** How far up a figure stands; rules differ between them. */
export type Level = 'national' | 'regional' | 'local' | 'small-area';

/** One thing that a reader can add up: the whole is the sum of its parts. */
export type Sum = { readonly whole: string; readonly parts: readonly string[] };

/**
 * One way in which a table is divided: its codes, and every sum that holds among them, whether or not its cells are
 * published. Several sums may share parts or a whole: wards and school zones over the same small areas.
 */
export type Dimension = {
  readonly key: string;
  readonly codes: readonly string[];
  readonly sums: readonly Sum[];
  /** the code that stands for everything: a cell under it is the same cell as in a table without this dimension */
  readonly whole?: string;
  /** on the dimension of places: how far up each code stands; a code that is not named is at the table's own level */
  readonly levels?: Readonly<Record<string, Level>>;
};

/** A dimension whose codes are not added up by anybody. */
export function separate(key: string, codes: readonly string[]): Dimension {
  return { key, codes, sums: [] };
}

/** A dimension of one whole and its parts. Name every part, also those that are not published: they are the rest. */
export function totalled(key: string, { whole, parts }: Sum): Dimension {
  return { key, codes: [whole, ...parts], sums: [{ whole, parts }], whole };
}

/**
 * A dimension with sums upon sums, or with several divisions of the same whole.
 * The whole is the code that is a whole and nobody's part, where there is exactly one.
 */
export function hierarchy(key: string, sums: readonly Sum[]): Dimension {
  const parts = new Set(sums.flatMap((sum) => sum.parts));
  const tops = [...new Set(sums.map((sum) => sum.whole))].filter((code) => !parts.has(code));
  const codes = [...new Set(sums.flatMap((sum) => [sum.whole, ...sum.parts]))];
  const [whole] = tops;
  return { key, codes, sums, ...(tops.length === 1 && whole !== undefined ? { whole } : {}) };
}

/** The same dimension with how far up its codes stand. */
export function withLevels(dimension: Dimension, levels: Readonly<Record<string, Level>>): Dimension {
  return { ...dimension, levels };
}
