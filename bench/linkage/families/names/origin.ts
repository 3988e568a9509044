/** Names of people whose families came from one part of the world, most common first, and how surnames are borne. */
export type Origin = {
  readonly name: string;
  /** of families, in 1,000 */
  readonly share: number;
  readonly girls: string;
  readonly boys: string;
  readonly surnames: string;
  /** rarer surnames: every beginning with every ending, borne by the given share of families */
  readonly rarer?: { readonly beginnings: string; readonly endings: string; readonly share: number };
  /** what a girl's surname is where her brother's is this one */
  readonly ofGirls?: (surname: string, chance: number) => string;
  /** of birthdays that are written as 1 January because nobody wrote the day, in 1,000 */
  readonly firstOfJanuary?: number;
  /** of records where the family name was taken for the forename, in 1,000 */
  readonly swapped?: number;
};
