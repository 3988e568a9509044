import type { Source, Unit } from '../series.ts';
import type { ChartWords } from './words.ts';

/** What every chart is given, whatever it draws. */
export type FigureProps = {
  /** Unique on the page; the ids of titles and descriptions are made from it. */
  id: string;
  /** The title: what the picture says, as a sentence. */
  finding: string;
  /** The subtitle: what is measured. The unit is added. */
  measure: string;
  unit: Unit;
  /** The address where the same table is served as CSV. */
  csvHref: string;
  /** Where the same figure is served as a picture, for somebody's report. */
  pictureHrefs?: { svg: string; png: string } | undefined;
  source: Source;
  /** Makes the finding a heading of this level; a plain paragraph without it. */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** What the interval is called, where it is not a 95% confidence interval. */
  intervalName?: string | undefined;
  /** English where absent. */
  words?: ChartWords | undefined;
};
