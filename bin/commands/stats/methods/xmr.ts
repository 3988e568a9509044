import {
  xmr,
  type PointType,
  type Rebase,
  type SpecialCause,
  type Xmr,
  type XmrPoint,
} from '#packages/statistics';
import { WrongUse } from '../../../command-line/command.ts';
import { inOrder } from '../in-order.ts';
import {
  eachRowOfGroup,
  made,
  none,
  type Asked,
  type Group,
  type Made,
  type Worked,
  type Row,
} from '../method.ts';
import { periodOf } from '../periods.ts';
import { polarityFrom } from '../polarity-words.ts';
import { refused } from '../refusal-words.ts';

/** A chart of individual values of each series: limits, special causes, variation and assurance. */
export function individualCharts(asked: Asked): Worked {
  return eachRowOfGroup(asked, (group) => {
    const order = inOrder(asked, group);
    const rows = order.map(({ row }) => row);
    const answer = xmr({
      values: rows.map((row) => asked.number(row, 'value')),
      polarity: polarityFrom(asked, 'direction', group),
      screening: screened(asked, group) ? 'outliers-left-out' : 'all-kept',
      freezeAfter: asked.numberOf('freeze', group),
      target: asked.numberOf('target', group),
      rebases: rebasesOf(asked, rows),
    });
    if (!answer.done) return refused(answer.refusal, rows);
    const made_ = new Map(order.map(({ place }, time) => [place, pointRow(answer.value, time)]));
    return group.rows.map((_, place) => made_.get(place) ?? none('nothing was made of it'));
  });
}

function pointRow(chart: Xmr, time: number): Made {
  const point = chart.points[time];
  if (!point) return none('nothing was made of it');
  const few = chart.warnings.find(({ part }) => part === point.part);
  return made(
    {
      mean: point.centre,
      lpl: point.lower,
      upl: point.upper,
      lower_warning: point.lowerNear,
      upper_warning: point.upperNear,
      part: point.part + 1,
      special_cause_type: causeNames[point.cause],
      point_type: typeNames[point.type],
      variation: chart.variation,
      assurance_type: chart.assurance && assuranceNames[chart.assurance],
    },
    noteOf(point, few),
  );
}

function noteOf(point: XmrPoint, few: { points: number; wanted: number } | undefined): string | undefined {
  if (point.value === undefined) return 'the value is missing';
  return few && `limits of ${few.points} points: ${few.wanted} are wanted`;
}

/** The names that analysts in the NHS know them by. */
const causeNames: { readonly [Each in SpecialCause]: string } = {
  'above-limit': 'Above UCL',
  'below-limit': 'Below LCL',
  rising: '7 Point Trend (Increasing)',
  falling: '7 Point Trend (Decreasing)',
  'two-of-three-above': '2 in 3 Above CL',
  'two-of-three-below': '2 in 3 Below CL',
  'seven-above': '7 Points Above CL',
  'seven-below': '7 Points Below CL',
  'common-cause': 'Common Cause',
};

const typeNames: { readonly [Each in PointType]: string } = {
  'improvement-high': 'special_cause_improvement',
  'improvement-low': 'special_cause_improvement',
  'concern-high': 'special_cause_concern',
  'concern-low': 'special_cause_concern',
  'neutral-high': 'special_cause_neutral_high',
  'neutral-low': 'special_cause_neutral_low',
  'common-cause': 'common_cause',
};

const assuranceNames = {
  met: 'consistent_pass',
  'not-met': 'consistent_fail',
  'hit-and-miss': 'inconsistent',
} as const;

function screened(asked: Asked, group: Group): boolean {
  const said = (asked.setting('screen-outliers', group) ?? 'yes').toLowerCase();
  if (['yes', 'true', '1'].includes(said)) return true;
  if (['no', 'false', '0'].includes(said)) return false;
  throw new WrongUse(`--screen-outliers is yes or no, or the name of a column that says so; not “${said}”.`);
}

/** By dates, decided by somebody for a reason; or by a column that changes where a part begins. */
function rebasesOf(asked: Asked, rows: readonly Row[]): readonly Rebase[] {
  if (asked.has('part'))
    return rows.flatMap((row, at) => {
      const [now, before] = [asked.text(row, 'part'), rows[at - 1]];
      if (!before || asked.text(before, 'part') === now) return [];
      return [{ at, on: asked.text(row, 'date') || `row ${at + 1}`, reason: `part ${now}`, by: 'the table' }];
    });
  const dates = asked.setting('rebase');
  if (dates === undefined) return [];
  const [reason, by] = [asked.setting('reason'), asked.setting('by')];
  if (reason === undefined || by === undefined)
    throw new WrongUse(
      '--rebase needs --reason and --by: limits begin anew only where somebody has decided it, and why.',
    );
  return dates
    .split(',')
    .map((date) => ({ at: placeOfDate(asked, rows, date.trim()), on: date.trim(), reason, by }));
}

function placeOfDate(asked: Asked, rows: readonly Row[], date: string): number {
  const day = periodOf(date)?.firstDay ?? date;
  const place = rows.findIndex(
    (row) => (periodOf(asked.text(row, 'date'))?.firstDay ?? asked.text(row, 'date')) === day,
  );
  if (place !== -1) return place;
  throw new WrongUse(
    `--rebase: there is no date “${date}” in the series. Name the date of the first point of the new part.`,
  );
}
