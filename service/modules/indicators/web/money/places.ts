import { withQuery } from '../reading.ts';

const all = '/money';

/** Where the pages of money and people stand. */
export const moneyPlaces = {
  all,
  file: `${all}.csv`,
  need: `${all}/need`,
  needFile: `${all}/need.csv`,
  addLine: `${all}/lines/new`,
  line: (id: string) => `${all}/lines/${id}`,
  removeLine: (id: string) => `${all}/lines/${id}/remove`,
  bringIn: `${all}/bring-in`,
  children: `${all}/children`,
  avoided: `${all}/avoided`,
  addClaim: `${all}/avoided/new`,
  claim: (id: string) => `${all}/avoided/${id}`,
  changeClaim: (id: string) => `${all}/avoided/${id}/change`,
  sheet: (id: string) => `${all}/avoided/${id}/sheet`,
  value: `${all}/value`,
  addStandard: `${all}/value/standards/new`,
  standard: (id: string) => `${all}/value/standards/${id}`,
  addOutcome: `${all}/value/outcomes/new`,
  outcome: (id: string) => `${all}/value/outcomes/${id}`,
  needOf: (query: Readonly<Record<string, string | undefined>>) => withQuery(`${all}/need`, query),
} as const;
