import { story } from './story.ts';
import type { Story } from './story.ts';

const care = { topic: 'Children Looked After', decimals: 0 } as const;
const protection = { topic: 'Child Protection', decimals: 1, yearType: 'Financial Year' } as const;
const health = { topic: 'Health and Wellbeing', decimals: 2 } as const;

/** Safety, care, health, poverty and the people who work with children. */
export const careAndHealthStories: readonly Story[] = [
  story(
    '16-17_not known_NEET',
    {
      measure: '% of 16-17 who are NEET or whose activity is not known(from 2016)',
      topic: 'Economic Factors',
      polarity: 'Low',
      unit: '% of 16 - 17 year olds',
      yearType: 'Financial Year',
      decimals: 1,
    },
    { country: [5.9, 5.8, 5.6, 5.5, 5.5, 5.4, 4.8, 5.1, 5.3, 5.5], spread: 0.9, own: [1.3, 0.3] },
  ),
  story(
    'SEN_EHC_All_20wks',
    {
      measure: 'New EHC plans issued within 20 weeks - including exceptions (all)',
      topic: 'Children with SEN',
      polarity: 'High',
      unit: '% of EHC plans',
      yearType: 'Calendar Year',
      decimals: 1,
    },
    { country: [55.9, 60.8, 58.3, 58.8, 55.4, 57.7, 48, 49.3, 46.2], spread: 13, own: [-3, -4.5] },
  ),
  story(
    'PrevRegCPR',
    {
      measure: 'Percentage of children who became the subject of a plan for a second or subsequent time',
      polarity: 'Low',
      unit: '% previously plans',
      ...protection,
    },
    {
      country: [18, 18.8, 20.1, 20.7, 21.8, 22.2, 22.8, 23.7, 24.4, 24.3],
      spread: 2.6,
      own: [5.2, 1.4],
    },
  ),
  story(
    'CPP_rate',
    {
      measure: 'Child Protection Plans rate per 10,000',
      polarity: '-',
      unit: 'Rate per 10,000',
      ...protection,
      yearType: 'Annual',
    },
    {
      country: [43.2, 43.9, 45.6, 44.4, 43.5, 42.5, 43.1, 42.8, 41.6, 40.9],
      spread: 7,
      own: [-6, 3.5],
    },
  ),
  story(
    'ReReferral',
    {
      measure: "Percentage of re-referrals to children's social care within 12 months",
      polarity: 'Low',
      unit: '% of referrals',
      ...protection,
    },
    {
      country: [22.4, 22, 21.8, 22.5, 22.7, 22.6, 21.6, 22.3, 22.5, 22.4],
      spread: 2.4,
      own: [3.6, -1.2],
    },
  ),
  story(
    'LAC',
    {
      measure: 'Children looked after rate per 10,000',
      polarity: '-',
      unit: 'Rate per 10,000',
      yearType: 'Annual',
      ...care,
    },
    { country: [60, 62, 64, 66, 68, 69, 70, 70, 69, 68], spread: 9, own: [-6, 2] },
  ),
  story(
    'LAC_LongStable%',
    {
      measure: 'Long Term Placement Stability (%)',
      polarity: 'High',
      unit: '% Children Looked After',
      yearType: 'Financial Year',
      ...care,
    },
    { country: [68, 68, 69, 68, 68, 70, 71, 69, 68, 69], spread: 3, own: [-5, 3.5] },
  ),
  story(
    'LACStable_2016on',
    {
      measure: 'Placement 1 - % CLA with three or more placements',
      polarity: 'Low',
      unit: '% with 3 or more placements',
      yearType: 'Financial Year',
      ...care,
    },
    { country: [10, 10, 11, 11, 11, 9, 10, 11, 11, 10], spread: 1.3, own: [1.5, 0.8] },
  ),
  story(
    'FirstYJS',
    {
      measure: 'First Time entrants to the Youth Justice System',
      topic: 'Youth Offending',
      polarity: 'Low',
      unit: 'Rate per 100,000 of 10-17 population',
      yearType: 'Calendar Year',
      decimals: 0,
    },
    { country: [322, 288, 241, 209, 168, 149, 151, 144, 139], spread: 26, own: [-20, -34] },
  ),
  story(
    'ExcessYr6',
    {
      measure: 'Children in year 6 who are overweight or obese',
      polarity: 'Low',
      unit: '% children with excess weight',
      yearType: 'Academic Year',
      ...health,
    },
    {
      country: [34.1, 34.2, 34.4, 34.2, 35.1, null, 37.7, 36.7, 35.9, 36.1],
      spread: 1.8,
      own: [0.6, 1.1],
    },
  ),
  story(
    'ExcessRec',
    {
      measure: 'Children in  reception year who are overweight or obese',
      polarity: 'Low',
      unit: '% children with excess weight',
      yearType: 'Academic Year',
      ...health,
    },
    {
      country: [22.2, 22.5, 22.4, 22.6, 22.9, null, 22.2, 21.4, 22, 23.3],
      spread: 1.3,
      own: [0.9, 0.2],
    },
  ),
  story(
    'CMH_0-17yrs',
    {
      measure: 'Inpatient admission rate for mental health (0-17 year olds)',
      polarity: 'Low',
      unit: 'Rate per 100,000',
      yearType: 'Financial Year',
      ...health,
    },
    { country: [86.1, 82.6, 85.5, 89.3, 91, 90.1, 99.2, 81.1, 80.4], spread: 14, own: [-9, 21] },
  ),
  story(
    'HCP_PHOF',
    {
      measure: 'Proportion of children aged 2-2½yrs offered ASQ-3',
      polarity: 'High',
      unit: '% 2-2½ year olds',
      yearType: 'Financial Year',
      ...health,
      decimals: 12,
    },
    { country: [82, 89.2, 90.1, 90.4, 92.3, 85.6, 90.1, 92.2, 93.1], spread: 3, own: [-5, 2.4] },
  ),
  story(
    '%_2yr_olds',
    {
      measure: 'Percentage of 2 year old children benefitting from funded early education',
      topic: 'Early Years',
      polarity: 'High',
      unit: '% 2 year olds',
      yearType: 'Academic Year',
      decimals: 1,
    },
    { country: [68.1, 70.8, 71.5, 68, 69.3, 62.2, 71.6, 73.7, 74.5, 66], spread: 4, own: [-6, 4.5] },
  ),
  story(
    'ChildPov',
    {
      measure: 'Percentage of children in low income families',
      topic: 'Economic Factors',
      polarity: 'Low',
      unit: '% of children',
      yearType: 'Financial Year',
      decimals: 1,
    },
    { country: [18.7, 19.8, 19.4, 19.7], firstYear: 2022, spread: 2.6, own: [1.2, 1.6] },
  ),
  story(
    'Work_Force_TO_Rate',
    {
      measure: 'Percentage rate of social worker turnover',
      topic: "Children's Services Workforce",
      polarity: 'Low',
      unit: 'Turnover rate',
      yearType: 'Annual (end of Sept)',
      decimals: 1,
    },
    {
      country: [15, 13.6, 15.2, 15.1, 13.4, 15.5, 17, 15.8, 13.8, 12],
      spread: 3.2,
      own: [2.8, -1.5],
    },
  ),
];
