import { figure, series, yearly } from './told.ts';

/** The benchmark of the examples of repeat plans, from 2017-18. */
export const england = [20.2, 20.8, 21.9, 22.1, 23.3, 23.6, 24.7, 25.1];

export const repeatPlans = {
  ...figure,
  id: 'repeat-plans',
  finding: 'Fewer repeat plans than three years ago; still above England',
  measure: 'Children starting a protection plan for a second or later time',
  unit: { name: '% of plans started', symbol: '%', decimals: 1 },
  series: [
    series(
      'Thornshire',
      'own',
      yearly(2017, [
        [22.4, 19.1, 26],
        [24.8, 21.4, 28.5],
        [27.3, 23.8, 31.1],
        [29.9, 26.2, 33.8],
        [32.6, 28.9, 36.5],
        [30.1, 26.4, 34],
        [28.8, 25.2, 32.7],
        [27.4, 23.9, 31.2],
      ]),
    ),
    series('England', 'benchmark', yearly(2017, england)),
    series('Wenmarch', 'neighbour', yearly(2017, [18.2, 20.1, 19.6, 22.4, 21.5, 24, 23.1, 24.4])),
    series('Ashdale', 'neighbour', yearly(2017, [25.5, 24.1, 26.8, 25.2, 28.3, 27.2, 26.1, 26.9])),
  ],
};

export const brokenSeries = {
  ...figure,
  id: 'young-offenders',
  finding: 'First offences fell by half, but two years cannot be shown',
  measure: 'Young people aged 10 to 17 entering the youth justice system for the first time',
  unit: { name: 'per 100,000', decimals: 0 },
  series: [
    series(
      'East Thornshire',
      'own',
      yearly(2014, [412, 376, 341, 'suppressed', 268, 'missing', 214, 231, 205, 'not-applicable', 188], {
        year: 2020,
        reason: 'the county was split in two',
      }),
    ),
    series('England', 'benchmark', yearly(2014, [402, 368, 331, 295, 239, 208, 168, 146, 149, 143, 140])),
  ],
};

export const earlyYears = {
  ...figure,
  id: 'early-years',
  finding: 'Girls are ready for school more often than boys, and the gap is not closing',
  measure: 'Children with a good level of development at five',
  unit: { name: '% of children', symbol: '%', decimals: 1 },
  series: [
    series('Girls', 'other', yearly(2018, [78.4, 78.9, 'missing', 'missing', 71.9, 74.2, 75, 75.3])),
    series('Boys', 'other', yearly(2018, [65.5, 65.8, 'missing', 'missing', 58.7, 60.6, 60.7, 61.2])),
    series('England', 'benchmark', yearly(2018, [71.8, 71.8, 'missing', 'missing', 65.2, 67.2, 67.7, 68.3])),
  ].map((each) => ({
    ...each,
    points: each.points.map((point) =>
      point.order === 2022
        ? { ...point, joinsPrevious: false, breakReason: 'the assessment was reformed in 2021' }
        : point,
    ),
  })),
};

export const nothingYet = {
  ...figure,
  id: 'nothing-yet',
  finding: 'The numbers are too small to publish',
  measure: 'Children in custody',
  unit: { name: 'children', decimals: 0 },
  series: [series('Thornshire', 'own', yearly(2021, ['suppressed', 'suppressed', 'missing', 'suppressed']))],
};

export const oneYear = {
  ...figure,
  id: 'one-year',
  finding: 'A first number, with nothing yet to hold it against',
  measure: 'Young people who have a trusted adult',
  unit: { name: '% of those asked', symbol: '%', decimals: 0 },
  series: [series('Thornshire', 'own', yearly(2024, [[71, 66, 75]]))],
};
