import { figure, series, type Told, yearly } from './told.ts';
import { england } from './trends.ts';

function panel(name: string, told: readonly Told[], breakAt?: { year: number; reason: string }) {
  const own = series(name, 'own', yearly(2018, told, breakAt));
  return {
    key: own.key,
    name,
    series: [own, series('England', 'benchmark', yearly(2018, england.slice(1)))],
  };
}

export const districts = {
  ...figure,
  id: 'districts',
  finding: 'The rise is in the two coastal districts',
  measure: 'Children starting a protection plan for a second or later time',
  unit: { name: '% of plans started', symbol: '%', decimals: 1 },
  panels: [
    panel('Port Merrin', [22, 25.1, 27.9, 31.2, 33.8, 35.6, 36.1]),
    panel('Saltmere', [19.8, 21.7, 25.2, 27.3, 30.9, 32.2, 33]),
    panel('Coldbeck', [21.1, 22.3, 21.4, 20.6, 21.9, 20.2, 19.7]),
    panel('Upper Lenn', [16.2, 'suppressed', 17, 'suppressed', 15.1, 14.9, 15.2]),
    panel('Great Harrowby', [23.5, 22.8, 24.1, 23.9, 22.6, 23.2, 22.4], {
      year: 2022,
      reason: 'two districts became one',
    }),
    panel('Isle of Senn', [
      'suppressed',
      'suppressed',
      'suppressed',
      'missing',
      'suppressed',
      'suppressed',
      'suppressed',
    ]),
  ],
};
