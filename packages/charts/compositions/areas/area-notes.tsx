import type { ComponentChildren } from 'preact';
import { Key } from '../../frame/keys.tsx';
import { formatInUnit } from '../../frame/number.ts';
import { englishWords } from '../../frame/words.ts';
import { Whisker } from '../../marks/whisker.tsx';
import { linearScale } from '../../scales/linear.ts';
import type { BarIntervalChartProps } from '../props.ts';
import { areaValues } from './area-layout.ts';

/** What a reader must know to read rows of areas. Statuses need no key: each row says its own in words. */
export function areaNotes(
  props: Pick<BarIntervalChartProps, 'areas' | 'unit' | 'intervalName' | 'words'> & { from: 'bar' | 'point' },
): readonly ComponentChildren[] {
  const words = props.words ?? englishWords;
  const notes: ComponentChildren[] = [];
  if (props.areas.some((area) => area.lower !== undefined && area.role !== 'benchmark')) {
    notes.push(
      <Key text={props.intervalName ?? words.interval} width={24}>
        <Whisker along="x" at={8} from={2} to={22} cap={props.from === 'bar' ? 4 : 0} />
      </Key>,
    );
  }
  const scale = linearScale({ values: areaValues(props.areas), range: [0, 1], from: 'fit' });
  if (props.from === 'point' && scale.domain[0] > 0) {
    const unit = { ...props.unit, decimals: scale.tickDecimals };
    notes.push(words.scaleStartsAt(formatInUnit(scale.domain[0], unit)));
  }
  return notes;
}
