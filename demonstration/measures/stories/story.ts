/**
 * What happens to each invented measure over ten years. The short descriptions, polarities, units and kinds of year are
 * LAIT's, so that real files and invented ones are read alike; every figure is made up.
 */

export type Story = {
  shortDesc: string;
  /** LAIT's name for it */
  measure: string;
  topic: string;
  polarity: 'High' | 'Low' | '-';
  unit: string;
  yearType: 'Academic Year' | 'Financial Year' | 'Calendar Year' | 'Annual' | 'Annual (end of Sept)';
  decimals: number;
  /** how LAIT writes the years, and the country's invented value in each; null was not collected */
  country: readonly (number | null)[];
  firstYear: number;
  yearsAs?: 'single' | 'slash';
  /** how far areas lie from the country: about two thirds of them within this */
  spread: number;
  /** the county's distance from the country, at the beginning and at the end */
  own: readonly [number, number];
};

type Kind = Pick<Story, 'measure' | 'topic' | 'polarity' | 'unit' | 'yearType' | 'decimals'>;
type Path = Pick<Story, 'country' | 'spread' | 'own'> & { firstYear?: number; yearsAs?: 'slash' };

/** The single years of a story, as numbers: the year in which each period ends. */
export function yearsOf(one: Story): number[] {
  return one.country.map((_, index) => one.firstYear + index);
}

export function story(shortDesc: string, kind: Kind, path: Path): Story {
  return { shortDesc, ...kind, firstYear: 2016, yearsAs: 'single', ...path };
}
