import type { Area, Comparison, Role } from '../../series.ts';
import { figure, limits, type Told, value } from './told.ts';

type Row = readonly [name: string, role: Role, told: Told, comparison?: Comparison];

function area([name, role, told, comparison]: Row): Area {
  return { key: name.toLowerCase(), name, role, value: value(told), ...limits(told), comparison };
}

const injuryRows: readonly Row[] = [
  ['Wenmarch', 'neighbour', [82.1, 74.2, 90.6], 'similar'],
  ['Ashdale', 'neighbour', [71.9, 63, 81.7], 'better'],
  ['Thornshire', 'own', [97.2, 90.8, 104], 'worse'],
  ['Great Harrowby and the Marches', 'neighbour', [103.5, 92.4, 115.6], 'worse'],
  ['Isle of Senn', 'neighbour', 'suppressed', 'not-compared'],
  ['Coldbeck', 'neighbour', [79.4, 70.5, 89.1], 'similar'],
  ['Port Merrin', 'neighbour', 'missing', 'not-compared'],
  ['Estwick', 'neighbour', 0, 'not-compared'],
  ['England', 'benchmark', [80.9, 80.2, 81.6]],
];

export const injuries = {
  ...figure,
  id: 'injuries',
  finding: 'More children are hurt badly enough for hospital here than in England',
  measure: 'Hospital admissions for injuries, children aged 0 to 14',
  unit: { name: 'per 10,000 children', decimals: 1 },
  source: { text: 'Office for Health Improvement and Disparities, Fingertips 90284' },
  period: '2023/24',
  areas: injuryRows.map(area),
};

export const injuryPoints = { ...injuries, id: 'injury-points', mark: 'point' as const };

const attendanceRows: readonly Row[] = [
  ['Thornshire', 'own', [21.4, 20.9, 21.9], 'worse'],
  ['England', 'benchmark', 18.7],
  ['Wenmarch', 'neighbour', [17.8, 17.2, 18.4], 'better'],
  ['Ashdale', 'neighbour', [19, 18.5, 19.5], 'similar'],
  ['Coldbeck', 'neighbour', [18.5, 17.9, 19.1], 'similar'],
  ['Estwick', 'neighbour', [20.2, 19.7, 20.7], 'worse'],
  ['Port Merrin', 'neighbour', [22.9, 22.1, 23.7], 'worse'],
  ['Upper Lenn', 'neighbour', [16.3, 15.7, 16.9], 'better'],
  ['Isle of Senn', 'neighbour', 'suppressed', 'not-compared'],
  ['Great Harrowby', 'neighbour', [18.9, 18.4, 19.4], 'similar'],
  ['Saltmere', 'neighbour', 'unreliable', 'not-compared'],
];

export const attendance = {
  ...figure,
  id: 'attendance',
  finding: 'One in five pupils misses a tenth of school: more than most areas like ours',
  measure: 'Pupils persistently absent',
  unit: { name: '% of pupils', symbol: '%', decimals: 1 },
  source: { text: 'Department for Education, Pupil absence in schools in England' },
  period: '2024-25',
  areas: attendanceRows.map(area),
};

export const manyAreas = {
  ...attendance,
  id: 'many-areas',
  finding: 'Thornshire stands among the quarter of areas with most absence',
  areas: [
    ...attendanceRows.slice(0, 2).map(area),
    ...Array.from({ length: 60 }, (_, index) => {
      const middle = 14 + index * 0.16 + ((index * 7) % 5) * 0.1;
      const half = 0.4 + ((index * 3) % 4) * 0.15;
      return area([`Area ${index + 1}`, 'other', [middle, middle - half, middle + half]]);
    }),
  ],
};
