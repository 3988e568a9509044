import { measurePath } from '../domain/figures/measure-definition.ts';

/** Where each page that shows figures is, said once. */
export const reading = {
  outcomes: '/outcomes',
  outcomesOf: (framework: string) => `/outcomes?framework=${encodeURIComponent(framework)}`,
  scorecards: '/scorecards',
  scorecard: (areaCode: string) => `/scorecards/${encodeURIComponent(areaCode)}`,
  aloud: (areaCode: string) => `/scorecards/${encodeURIComponent(areaCode)}/aloud`,
  exceptions: (areaCode: string) => `/scorecards/${encodeURIComponent(areaCode)}/exceptions`,
  threeQuestions: (areaCode: string) => `/scorecards/${encodeURIComponent(areaCode)}/three-questions`,
  glance: (areaCode: string) => `/scorecards/${encodeURIComponent(areaCode)}/glance`,
  measures: '/measures',
  measure: measurePath,
} as const;

/** An address with what was asked for; what was not asked for is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}
