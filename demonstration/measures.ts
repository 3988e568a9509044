import { areaCodes, regionCodes, statisticalNeighbours } from './measures/area-files.ts';
import { careGroups, careGroupsMeta } from './measures/care-groups-file.ts';
import { decisions, decisionsMeta } from './measures/decisions-file.ts';
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
  /** what the publisher calls such a file; readers of tables know them by how that name begins */
  publishedAs: string;
  format: InventedFileFormat;
  text: string;
};

/** Ten invented years for the county, its ten neighbours, its region and the country, as publishers would send them. */
export function inventedFiles(): readonly InventedFile[] {
  return [
    invented('dfe_acceptable_las_code_map.csv', 'area-codes', areaCodes()),
    invented('dfe_acceptable_regions.csv', 'region-codes', regionCodes()),
    invented('sn_model_2025_wide.csv', 'statistical-neighbours', statisticalNeighbours()),
    invented('lait_data_dictionary.csv', 'lait-dictionary', laitDictionary()),
    invented('bds_long.csv', 'lait', laitLong()),
    invented('fingertips_90284.csv', 'fingertips', fingertips()),
    invented('d3_cpps_subsequent_plan_2016_to_2025.csv', 'ees', repeatPlans()),
    invented('d3_cpps_subsequent_plan_2016_to_2025.meta.csv', 'ees-meta', repeatPlansMeta()),
    invented('1_eyfsp_headline_measures_2025.csv', 'ees', goodDevelopment()),
    invented('1_eyfsp_headline_measures_2025.meta.csv', 'ees-meta', goodDevelopmentMeta()),
    invented('ks2_la_2022_to_2025.csv', 'ees', careGroups()),
    invented('ks2_la_2022_to_2025.meta.csv', 'ees-meta', careGroupsMeta),
    invented('steps_of_decisions_2022_to_2025.csv', 'ees', decisions()),
    invented('steps_of_decisions_2022_to_2025.meta.csv', 'ees-meta', decisionsMeta),
  ];
}

function invented(publishedAs: string, format: InventedFileFormat, text: string): InventedFile {
  return { name: `invented-${publishedAs}`, publishedAs, format, text };
}
