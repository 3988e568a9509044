import type { BesideColumn, ColumnLayout } from './column-mapping.ts';

/** What a column's name lets us guess; a person sees every guess and changes it. */
export type GuessedLayout = {
  area?: string;
  areaName?: string;
  period?: string;
  first?: string;
  last?: string;
  value?: string;
  beside: ColumnLayout['beside'];
  groups: readonly string[];
  measure?: string;
};

type Single = Exclude<keyof GuessedLayout, 'beside' | 'groups'>;

/** Names as they are met, without signs and capitals; the surest first. */
const singles: readonly (readonly [Single, RegExp])[] = [
  [
    'area',
    /^(area|la|utla|ltla|lad|geography|geog|gss|ons|local ?authority|authority|new la|region)? ?(area )?codes?( (19|20)?\d\d)?$|^(lad|utla|ltla|ctyua|la) ?\d\d ?cd$|^gss$|^area cd$/,
  ],
  ['area', /^(area|local authority|authority|geography|la|council)$/],
  [
    'areaName',
    /^(area|la|utla|ltla|lad|geography|local authority|authority|region)? ?names?$|^(lad|utla|ltla|ctyua|la) ?\d\d ?nm$/,
  ],
  [
    'first',
    /^(date|period|start|time)? ?(from|start|starts|begin)( date| on)?$|^(first day|start date|date start)$/,
  ],
  ['last', /^(date|period|end|time)? ?(to|end|ends)( date| on)?$|^(last day|end date|date end)$/],
  [
    'period',
    /^(time )?periods?$|^(reporting |financial |academic |calendar )?(year|quarter|month|date)$|^time$|^years$/,
  ],
  ['measure', /^(indicator|measure|metric|statistic)( ?name| ?id| title| code)?$/],
  [
    'value',
    /^(value|rate|percentage|percent|pct|proportion|figure|obs value|observation|result|score|amount)s?$/,
  ],
];

const besides: readonly (readonly [BesideColumn, RegExp])[] = [
  ['count', /^(count|numerator|num|number|n|cases)$/],
  ['denominator', /^(denominator|denom|den|population|base|total population|cohort)$/],
  [
    'lower95',
    /^(lower|low|lcl|lci|ll)( ?(ci|cl|limit|confidence (interval|limit)|bound))?( ?95( ?0)?)?( (ci|limit))?$|^(ci )?lower 95$/,
  ],
  [
    'upper95',
    /^(upper|high|ucl|uci|ul)( ?(ci|cl|limit|confidence (interval|limit)|bound))?( ?95( ?0)?)?( (ci|limit))?$|^(ci )?upper 95$/,
  ],
  ['lower998', /^(lower|lcl|lci)( ?(ci|cl|limit))? ?99 ?8( (ci|limit))?$/],
  ['upper998', /^(upper|ucl|uci)( ?(ci|cl|limit))? ?99 ?8( (ci|limit))?$/],
];

const groupNames =
  /^(sex|gender|age|age ?group|age ?band|ethnicity|ethnic group|sen|send|sen status|disability|fsm|deprivation( decile| quintile)?|category|characteristic|breakdown|group|quintile|decile|need|religion|language)$/;

/** Guesses from the headers alone what each column holds; a column is guessed for one thing at most. */
export function guessLayout(headers: readonly string[]): GuessedLayout {
  const free = new Map(headers.filter((header) => header !== '').map((header) => [header, plain(header)]));
  const take = (sign: RegExp): string | undefined => {
    const found = [...free].find(([, name]) => sign.test(name))?.[0];
    if (found !== undefined) free.delete(found);
    return found;
  };
  const guessed: GuessedLayout = { beside: {}, groups: [] };
  for (const [what, sign] of singles) {
    const found = guessed[what] === undefined ? take(sign) : undefined;
    if (found !== undefined) guessed[what] = found;
  }
  for (const [what, sign] of besides) {
    const found = take(sign);
    if (found !== undefined) guessed.beside[what] = found;
  }
  return {
    ...guessed,
    groups: [...free].filter(([, name]) => groupNames.test(name)).map(([header]) => header),
  };
}

function plain(header: string): string {
  return header
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
