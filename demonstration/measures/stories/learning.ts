import { story } from './story.ts';
import type { Story } from './story.ts';

const school = { unit: '% achieving expected level', yearType: 'Academic Year', decimals: 1 } as const;

/** Early years, school, and what comes after it. */
export const learningStories: readonly Story[] = [
  story(
    'FSP_NEW_GOODDEV',
    {
      measure: 'Foundation Stage - % achieving a good level of development',
      topic: 'Foundation Stage',
      polarity: 'High',
      ...school,
    },
    { country: [69, 70.2, 71, 71.6, null, null, 64.8, 66.6, 67.5, 68.4], spread: 2.4, own: [-4.2, 1.6] },
  ),
  story(
    'FSP_Gooddev_FSM',
    {
      measure: 'Foundation Stage - % Achieving Good Level of Development - FSM',
      topic: 'Foundation Stage',
      polarity: 'High',
      ...school,
    },
    { country: [53.5, 55.2, 56.4, 56.8, null, null, 48.6, 50.9, 51.4, 52], spread: 3.2, own: [-6, -5.2] },
  ),
  story(
    'FSP_Gooddev_FSM_Other',
    {
      measure: 'Foundation Stage - % Achieving Good Level of Development - Non FSM',
      topic: 'Foundation Stage',
      polarity: 'High',
      ...school,
    },
    { country: [71.8, 72.9, 73.6, 74.2, null, null, 69, 71, 71.8, 72.6], spread: 2.2, own: [-3.1, 2.7] },
  ),
  story(
    'KS2RWM_Expected_STD',
    {
      measure: 'KS2 % reading, writing and mathematics - Expected standard - All Pupils',
      topic: 'Key Stage 2',
      polarity: 'High',
      ...school,
      decimals: 0,
    },
    { country: [54, 61, 64, 65, null, null, 59, 60, 61, 62], spread: 3.4, own: [-2.5, -1.4] },
  ),
  story(
    'FSM_NEW_KS2_RWM',
    {
      measure: 'KS2 RWM Expected Level - attainment pupils eligible for FSM',
      topic: 'Key Stage 2',
      polarity: 'High',
      ...school,
      decimals: 0,
    },
    { country: [36, 43, 46, 47, null, null, 42, 44, 45, 47], spread: 3.6, own: [-6.5, 1.2] },
  ),
  story(
    'NonFSM_NEW_KS2_RWM',
    {
      measure: 'KS2 RWM Expected Level - attainment pupils not eligible for FSM',
      topic: 'Key Stage 2',
      polarity: 'High',
      ...school,
      decimals: 0,
    },
    { country: [57, 65, 68, 69, null, null, 65, 66, 67, 68], spread: 3, own: [-1.2, -1] },
  ),
  story(
    'DAP_KS4_ATT8',
    {
      measure: 'KS4 Attainment 8 - disadvantaged pupils',
      topic: 'Key Stage 4',
      polarity: 'High',
      ...school,
      unit: 'Score per pupil',
    },
    {
      country: [41, 37, 36.8, 36.7, 40.1, 40.4, 37.5, 35.1, 34.7, 34.9],
      spread: 1.6,
      own: [-1.2, -1.3],
    },
  ),
  story(
    'NonDAP_KS4_ATT8',
    {
      measure: 'KS4 Attainment 8 - non disadvantaged pupils',
      topic: 'Key Stage 4',
      polarity: 'High',
      ...school,
      unit: 'Score per pupil',
    },
    {
      country: [53.4, 49.8, 50.2, 50.4, 53.6, 54.5, 52.7, 50.4, 50.1, 50.3],
      spread: 1.5,
      own: [1.1, -3.2],
    },
  ),
  story(
    'EngMaths9-5',
    {
      measure: '% achieving 9-5 pass in English and Maths',
      topic: 'Key Stage 4',
      polarity: 'High',
      ...school,
    },
    {
      country: [42.4, 43, 43.4, 43.1, 49.6, 51.8, 49.7, 45.4, 45.8, 45.5],
      spread: 2.8,
      own: [0.4, -2.2],
    },
  ),
  story(
    'SusEdOverall_All',
    {
      measure: '% KS4 All Pupils going to, or remaining in education & employment/training',
      topic: 'Children with SEN',
      polarity: 'High',
      ...school,
      unit: '% KS4 All pupils in Education/training',
    },
    { country: [93.4, 93.2, 93.3, 93.1, 93.2, 92.8, 92.2, 91.7], spread: 0.9, own: [0.6, 0.4] },
  ),
  story(
    'TotPerAbNew',
    {
      measure: 'Total Persistent Absence (new definition)',
      topic: 'All Pupil Absence & Exclusions',
      polarity: 'Low',
      unit: '% of persistent absence',
      yearType: 'Academic Year',
      decimals: 2,
    },
    {
      country: [10.6, 10.9, 11.2, 10.9, null, 12.2, 22.4, 21.1, 19.8, 18.2],
      spread: 1.1,
      own: [0.4, 2.4],
    },
  ),
  story(
    'TotFixedEx',
    {
      measure: 'Total Suspensions',
      topic: 'All Pupil Absence & Exclusions',
      polarity: 'Low',
      unit: '% of the school population',
      yearType: 'Academic Year',
      decimals: 5,
    },
    {
      country: [4.2, 4.7, 5.1, 5.3, 3.8, 4.2, 6.9, 9.2, 11.2],
      firstYear: 2016,
      yearsAs: 'slash',
      spread: 1.1,
      own: [0.3, 1.5],
    },
  ),
  story(
    'L3Age19Gap',
    {
      measure: 'Inequality gap in Level 3 qualification',
      topic: 'Attainment by age 19',
      polarity: 'Low',
      unit: '% gap',
      yearType: 'Academic Year',
      decimals: 2,
    },
    {
      country: [24.6, 25.2, 25.7, 25, 24.6, 24.5, 24.9, 25.1, 25.4],
      spread: 2.4,
      own: [3.2, 4.8],
    },
  ),
];
