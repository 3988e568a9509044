import type { EesFormat } from '#reference/ees/ees-format.ts';
import type { MeasureDefinition } from '../../../figures/measure-definition.ts';
import { isPlaceColumn } from '../screener/place-column.ts';

/**
 * The names of measures' columns, by id: source and code in small letters. Where two come to one name, each bears
 * digits of its own.
 */
export function measureColumns(
  definitions: readonly MeasureDefinition[],
  format: EesFormat,
): ReadonlyMap<string, string> {
  const counts = Map.groupBy(definitions, (definition) => measureColumn(definition, format));
  return new Map(
    [...counts].flatMap(([column, alike]) =>
      alike.map(({ id }): [string, string] => [id, alike.length > 1 ? `${column}_${digest(id)}` : column]),
    ),
  );
}

function measureColumn({ source, code, id }: MeasureDefinition, { groupWords }: EesFormat): string {
  const name = snake(`${source} ${code}`);
  const isOfGroup = groupWords.some((word) => name.includes(word));
  // A name with a group of people in it is taken for one that belongs in a filter.
  return isOfGroup || !/^[a-z]/.test(name) ? `${snake(source)}_measure_${digest(id)}` : name;
}

/** The name of the column for a way of parting the whole: "Deprivation decile" is `deprivation_decile`. */
export function filterColumn(name: string, format: EesFormat): string {
  const plain = snake(name);
  const isTaken = isPlaceColumn(format, plain) || !/^[a-z]/.test(plain) || taken.has(plain);
  return isTaken ? `by_${plain}` : plain;
}

const taken = new Set([
  'time_period',
  'time_identifier',
  'geographic_level',
  'rsc_region_lead_name',
  'lad_code',
]);

function snake(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .replaceAll('£', ' pounds ')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Eight digits that stand for a text: FNV-1a of 32 bits. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** A measure's unit as the format has it; what it has no word for is said in the label. */
export function eesUnit({ unit }: Pick<MeasureDefinition, 'unit'>): string {
  if (unit.symbol === '%') return '%';
  if (unit.symbol === '£') return unit.name.startsWith('£m') ? '£m' : '£';
  return unit.name === 'percentage points' ? 'pp' : '';
}

/** What a column holds, in words: the title, and the unit where the format cannot say it. */
function measureLabel(definition: MeasureDefinition): string {
  const { title, unit } = definition;
  const isSaid = unit.name === '' || eesUnit(definition) !== '' || title.includes(unit.name);
  return oneLine(isSaid ? title : `${title}, ${unit.name}`);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Labels that stand twice are told apart by the measure's source and code. */
export function labelsOf(definitions: readonly MeasureDefinition[]): ReadonlyMap<string, string> {
  const counts = Map.groupBy(definitions, measureLabel);
  return new Map(
    definitions.map((definition) => {
      const label = measureLabel(definition);
      const isTwice = (counts.get(label)?.length ?? 0) > 1;
      return [definition.id, isTwice ? `${label} (${definition.source} ${definition.code})` : label];
    }),
  );
}
