import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodOf } from './periods.ts';

test('dates and periods are read as people write them', () => {
  const days = (text: string) => {
    const period = periodOf(text);
    return period && `${period.firstDay} to ${period.lastDay}`;
  };
  for (const [text, expected] of [
    ['2024', '2024-01-01 to 2024-12-31'],
    ['2023/24', '2023-04-01 to 2024-03-31'],
    ['202324', '2023-04-01 to 2024-03-31'],
    ['1999/00', '1999-04-01 to 2000-03-31'],
    ['2024-02', '2024-02-01 to 2024-02-29'],
    ['202402', '2024-02-01 to 2024-02-29'],
    ['Feb 2023', '2023-02-01 to 2023-02-28'],
    ['3 March 2024', '2024-03-03 to 2024-03-03'],
    ['31/05/2024', '2024-05-31 to 2024-05-31'],
    ['2024-05-31T00:00:00', '2024-05-31 to 2024-05-31'],
    ['2024 Q2', '2024-04-01 to 2024-06-30'],
    ['Q4 2024', '2024-10-01 to 2024-12-31'],
    ['2023/24 Q4', '2024-01-01 to 2024-03-31'],
  ] as const)
    assert.equal(days(text), expected, text);
});

test('what is no date is not made one', () => {
  for (const text of ['', 'spring', '2023/25', '2024-13', '31/02/2024', '2024-02-30', '17'])
    assert.equal(periodOf(text), undefined, text);
});
