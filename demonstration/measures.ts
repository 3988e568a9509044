import { areaCodes, regionCodes, statisticalNeighbours } from './measures/area-files.ts';
import { goodDevelopment, goodDevelopmentMeta, repeatPlans, repeatPlansMeta } from './measures/ees-files.ts';
import { fingertips } from './measures/fingertips-file.ts';
import { laitDictionary, laitLong } from './measures/lait-files.ts';

export type InventedFileFormat =
  | 'lait'
  | 'lait-dictionary'
  | 'fingertips'
  | 'ees'
  | 'ees-meta'
  | 'statistical-neighbours'
  | 'area-codes'
  | 'region-codes';

/** A file in a publisher's format, all of whose figures are made up. */
export type InventedFile = {
  /** always begins with `invented-` */
  name: string;
  format: InventedFileFormat;
  text: string;
};

/** Ten invented years for the county, its ten neighbours, its region and the country, as publishers would send them. */
export function inventedFiles(): readonly InventedFile[] {
  return [
    { name: 'invented-area-codes.csv', format: 'area-codes', text: areaCodes() },
    { name: 'invented-region-codes.csv', format: 'region-codes', text: regionCodes() },
    {
      name: 'invented-statistical-neighbours.csv',
      format: 'statistical-neighbours',
      text: statisticalNeighbours(),
    },
    { name: 'invented-lait-dictionary.csv', format: 'lait-dictionary', text: laitDictionary() },
    { name: 'invented-lait-long.csv', format: 'lait', text: laitLong() },
    { name: 'invented-fingertips-90284.csv', format: 'fingertips', text: fingertips() },
    { name: 'invented-repeat-plans.csv', format: 'ees', text: repeatPlans() },
    { name: 'invented-repeat-plans.meta.csv', format: 'ees-meta', text: repeatPlansMeta() },
    { name: 'invented-good-development.csv', format: 'ees', text: goodDevelopment() },
    { name: 'invented-good-development.meta.csv', format: 'ees-meta', text: goodDevelopmentMeta() },
  ];
}
