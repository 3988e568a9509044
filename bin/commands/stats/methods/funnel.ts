import {
  funnel,
  funnelLimits,
  funnelWords,
  notPlacedWords,
  type FunnelPlace,
  type FunnelStatistic,
} from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { limitColumns } from '../estimate.ts';
import {
  bad,
  eachRowOfGroup,
  made,
  none,
  type Asked,
  type Group,
  type Made,
  type Worked,
} from '../method.ts';

/** Each area on the funnel of its group. */
export function funnels(asked: Asked): Worked {
  return eachRowOfGroup(asked, (group) => {
    const statistic = statisticOf(asked, group);
    const multiplier = asked.numberOf('multiplier', group) ?? customary[statistic];
    const answer = funnel({
      statistic,
      multiplier,
      points: group.rows.map((row) => ({
        count: asked.number(row, 'count'),
        base: asked.number(row, 'denominator'),
        rate: asked.number(row, 'rate'),
      })),
    });
    if (!answer.done) {
      return answer.refusal.reason === 'no-points'
        ? none('no area of the group can be placed')
        : bad('the multiplier is not above 0', 'Change the option.');
    }
    const { baseline, points, method } = answer.value;
    return points.map((place) => placeRow(asked, place, { statistic, baseline, multiplier, method }));
  });
}

type Drawn = { statistic: FunnelStatistic; baseline: number; multiplier: number; method: string };

function placeRow(asked: Asked, place: FunnelPlace, drawn: Drawn): Made {
  if (place.verdict === 'not-placed')
    return made(
      { verdict: place.verdict, words: funnelWords[place.verdict], baseline: drawn.baseline },
      notPlacedWords[place.reason],
    );
  const edges = funnelLimits({ ...drawn, bases: [place.base] });
  const [edge] = edges.done ? edges.value : [];
  return made({
    value: place.value,
    verdict: place.verdict,
    words: funnelWords[place.verdict],
    baseline: drawn.baseline,
    ...(edge ? limitColumns(asked, edge) : {}),
    method: drawn.method,
    multiplier: drawn.multiplier,
  });
}

const customary: { readonly [Each in FunnelStatistic]: number } = {
  proportion: 100,
  rate: 100_000,
  'standardised-rate': 100_000,
  ratio: 100,
};

const statistics: ReadonlyMap<string, FunnelStatistic> = new Map([
  ['proportion', 'proportion'],
  ['rate', 'rate'],
  ['standardised-rate', 'standardised-rate'],
  ['dsr', 'standardised-rate'],
  ['ratio', 'ratio'],
]);

function statisticOf(asked: Asked, group: Group): FunnelStatistic {
  const said = asked.setting('statistic', group) ?? 'proportion';
  const statistic = statistics.get(said.toLowerCase());
  if (statistic) return statistic;
  throw new WrongUse(`--statistic is proportion, rate, standardised-rate or ratio, not “${said}”.`);
}
