import { academicYears } from '../period.ts';
import type { PlacedAnswer } from './protect-survey.ts';
import type { SurveySaid } from './survey-said.ts';

export const said: SurveySaid = {
  survey: 'School survey of Brackenshire',
  question: { in: 'column', column: 'question' },
  ages: { in: 'column', column: 'ages' },
  schools: 'schools',
  kindOfGroup: { kind: 'dimension', group: 'group' },
  value: 'percent',
  weighted: 'no',
  polarity: 'high-is-good',
};

export const places = { whole: 'X10000001', parts: ['X90000001', 'X90000002'] };

/** So many of so many who said yes, in the whole county and of everybody unless said otherwise. */
export function answered(
  [count, base]: readonly [number, number],
  more: Partial<PlacedAnswer> = {},
): PlacedAnswer {
  return {
    measure: { source: 'other', code: 'school-survey:fun', name: 'Fun' },
    area: { code: 'X10000001', name: 'Brackenshire' },
    areaCode: 'X10000001',
    period: academicYears(2025, 2026, { state: 'final', text: '2025/26' }),
    breakdown: '',
    question: 'Did you have fun in the last week?',
    ages: { from: 11, to: 16 },
    percent: (100 * count) / base,
    schools: 12,
    line: 2,
    ...{ count, base },
    ...more,
  };
}
