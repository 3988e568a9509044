import type { ComponentChildren, JSX } from 'preact';
import { Chart } from '../../frame/chart.tsx';
import { Drawings } from '../../frame/drawings.tsx';
import { Key } from '../../frame/keys.tsx';
import { englishWords } from '../../frame/words.ts';
import { Whisker } from '../../marks/whisker.tsx';
import { describeSpine } from '../describe.ts';
import type { SpineChartProps } from '../props.ts';
import { spinePicture } from './spine-picture.tsx';
import { spineTable } from './spine-table.ts';

/**
 * Many measures of one area against all areas, a row each: the spread of all areas (lowest to highest, 5th to 95th and
 * 25th to 75th percentile), the benchmark down the middle like a spine, the own value as a dot, better to the right.
 * Each row has its own scale, so that rows compare places among areas and never amounts.
 */
export function SpineChart(props: SpineChartProps): JSX.Element {
  return (
    <Chart
      figure={{ ...props, unit: { name: '', decimals: 0 } }}
      table={spineTable(props)}
      notes={spineNotes(props)}
    >
      <Drawings
        id={props.id}
        title={props.finding}
        description={describeSpine(props)}
        draw={(size) => spinePicture(props, size)}
      />
    </Chart>
  );
}

function spineNotes(props: SpineChartProps): readonly ComponentChildren[] {
  const words = props.words ?? englishWords;
  const notes: ComponentChildren[] = [
    <Key text={words.spreadKey.all} width={24}>
      <path class="chart-spread" d="M0,8H24" stroke="currentColor" stroke-width={2} />
    </Key>,
    <Key text={words.spreadKey.most} width={24}>
      <rect class="chart-spread chart-spread--most" y={2} width={24} height={12} />
    </Key>,
    <Key text={words.spreadKey.middle} width={24}>
      <rect class="chart-spread chart-spread--middle" y={2} width={24} height={12} />
    </Key>,
  ];
  if (props.rows.some((row) => row.lower !== undefined)) {
    notes.push(
      <Key text={props.intervalName ?? words.interval} width={24}>
        <Whisker along="x" at={8} from={2} to={22} cap={4} />
      </Key>,
    );
  }
  if (props.rows.some((row) => row.polarity === 'no-judgement')) notes.push(words.noJudgement);
  return notes;
}
