import type { ComponentChildren } from 'preact';
import { Key } from '../../frame/keys.tsx';
import { fillOf, lookOfStatus, MapPatterns, type Look } from './map-patterns.tsx';
import type { MapFigure } from './map-props.ts';
import { mapWords } from './map-words.ts';

/** What the classes of a map mean, in words, each with its mark, its pattern and how many areas it holds. */
export function mapNotes(
  { id, areas, classing }: Pick<MapFigure, 'id' | 'areas' | 'classing'>,
  more: readonly string[],
): readonly ComponentChildren[] {
  const shown = areas.filter(({ role }) => role !== 'benchmark');
  const without = Map.groupBy(
    shown.flatMap(({ value }) => (value.kind === 'status' ? [lookOfStatus(value.status)] : [])),
    (look) => look,
  );
  const meanings: readonly [Look, string][] = [
    ['missing', mapWords.notPublished],
    ['withheld', mapWords.withheld],
    ['no-number', mapWords.noNumber],
  ];
  const own = shown.find(({ role }) => role === 'own');
  return [
    ...classing.classes.map(({ look, mark, label, count }) => (
      <ClassKey prefix={`${id}-key`} look={look} text={`${mark}: ${label} (${mapWords.areas(count)})`} />
    )),
    ...meanings.flatMap(([look, label]) => {
      const count = without.get(look)?.length ?? 0;
      return count === 0
        ? []
        : [<ClassKey prefix={`${id}-key`} look={look} text={`${label} (${mapWords.areas(count)})`} />];
    }),
    ...(own ? [`${mapWords.ownArea} ${own.name}.`] : []),
    ...more,
  ];
}

function ClassKey({ prefix, look, text }: { prefix: string; look: Look; text: string }) {
  return (
    <Key text={text} width={24}>
      <MapPatterns prefix={prefix} looks={[look]} />
      <rect class="chart-map-area" x={1} y={1} width={22} height={14} fill={fillOf(prefix, look)} />
    </Key>
  );
}
