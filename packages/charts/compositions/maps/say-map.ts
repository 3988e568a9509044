import { englishWords } from '../../frame/words.ts';
import { sayValue } from '../describe.ts';
import type { MapFigure } from './map-props.ts';
import { mapWords } from './map-words.ts';

/** As many names as can be heard and kept in mind. */
const mostNames = 6;

/** What a map shows, for somebody who does not see it: each class with its areas, and how many have no number. */
export function describeMap(
  props: Pick<MapFigure, 'measure' | 'unit' | 'period' | 'areas' | 'classing' | 'words'>,
  kind: string,
): string {
  const words = props.words ?? englishWords;
  const { areas, classing, unit } = props;
  const classes = classing.classes.map((one) => {
    const names = areas.flatMap(({ key, name }) => (classing.of.get(key) === one ? [name] : []));
    return mapWords.inClass(named(names), one.label);
  });
  const own = areas.find(({ role }) => role === 'own');
  const shown = areas.filter(({ role }) => role !== 'benchmark');
  const without = shown.filter(({ value }) => value.kind === 'status').length;
  return [
    `${kind}: ${props.measure}, ${unit.name}, ${props.period}.`,
    ...(own ? [`${own.name} ${sayValue(own.value, unit, words)}.`] : []),
    ...classes,
    ...(without > 0 ? [mapWords.numbersIn(shown.length, without)] : []),
    words.numbersBelow,
  ].join(' ');
}

function named(names: readonly string[]): string {
  return names.length <= mostNames ? names.join(', ') : mapWords.areas(names.length);
}
