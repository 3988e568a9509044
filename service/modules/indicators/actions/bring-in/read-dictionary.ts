import { readLaitDictionary } from '../../domain/formats/lait/lait-dictionary.ts';
import type { DoubledMeasure } from '../../domain/formats/lait/lait-dictionary.ts';
import { factsFromDictionary, measureId } from '../../domain/measure-facts.ts';
import type { DictionaryEntry } from '../../domain/measure-facts.ts';
import { dictionary, keepDictionary } from '../../store/dictionary.ts';
import { keepMeasures, measuresById } from '../../store/measures.ts';
import type { StoredMeasure } from '../../store/measures.ts';
import { entryOf } from './figure-parts.ts';
import type { FileAtHand } from './figure-parts.ts';
import { withSource } from './handed-file.ts';
import { counted, firstOf, listRead } from './list-read.ts';
import type { ListGround, ListRead } from './list-read.ts';

/**
 * Reads LAIT's dictionary. It says the kind of year of every measure, and the names and units of those that our own
 * catalogue lacks; a measure of the catalogue keeps the catalogue's facts, which were checked by hand.
 */
export async function readDictionary(file: FileAtHand, { act }: ListGround): Promise<ListRead> {
  const read = await withSource(file, readLaitDictionary);
  const entries = [...read.measures.values()].map(entryOf);
  const { before, known } = await act('read', async (ctx) => ({
    before: await dictionary(ctx),
    known: await measuresById(ctx, entries.map(measureId)),
  }));
  const own = entries.filter((entry) => known.get(measureId(entry))?.isCatalogued === false);
  return listRead({
    rowsRead: read.rowsRead,
    refused: read.refused,
    differences: [
      ...sayWhole(entries, before, known),
      ...firstOf(
        entries.flatMap((entry) => sayDisagreement(entry, known.get(measureId(entry)))),
        'disagreement',
      ),
      ...sayDoubled(read.doubled),
    ],
    apply: async (ctx) => {
      await keepDictionary(ctx, entries);
      await keepMeasures(ctx, own.map(factsFromDictionary));
    },
  });
}

function sayWhole(
  entries: readonly DictionaryEntry[],
  before: ReadonlyMap<string, DictionaryEntry>,
  known: ReadonlyMap<string, StoredMeasure>,
): string[] {
  const fresh = entries.filter(({ code }) => !before.has(code)).length;
  const changed = entries.filter((entry) => {
    const old = before.get(entry.code);
    return old && JSON.stringify(old) !== JSON.stringify(entry);
  }).length;
  const catalogued = entries.filter((entry) => known.get(measureId(entry))?.isCatalogued).length;
  return [
    `It describes ${counted(entries.length, 'measure')}: ${fresh} not described before, ${changed} described anew.`,
    `${counted(catalogued, 'measure')} of them ${catalogued === 1 ? 'stands' : 'stand'} in our own catalogue, whose words, units and direction stay.`,
  ];
}

function sayDisagreement(entry: DictionaryEntry, measure: StoredMeasure | undefined): string[] {
  if (!measure?.isCatalogued || entry.polarity === undefined || measure.polarity === 'no-judgement')
    return [];
  if (measure.polarity === `${entry.polarity}-is-good`) return [];
  return [
    `For ${entry.code} the dictionary says that ${entry.polarity} is good and our catalogue the opposite. Ours stays: check which is right.`,
  ];
}

/** The rule once, then each name. */
function sayDoubled(doubled: readonly DoubledMeasure[]): string[] {
  if (doubled.length === 0) return [];
  const rule =
    'the row updated last was taken; of those, the one that says its decimals; of those, the first';
  return [
    `${counted(doubled.length, 'name stands', 'names stand')} more than once. Of each, ${rule}.`,
    ...firstOf(doubled.map(sayOneDoubled), 'name'),
  ];
}

function sayOneDoubled({ shortDesc, lines, takenLine, differIn }: DoubledMeasure): string {
  const differ = differIn.length === 0 ? 'say the same' : `differ in ${differIn.map(sayField).join(', ')}`;
  return `${shortDesc}: lines ${lines.join(' and ')} ${differ}; line ${takenLine} was taken.`;
}

const fields: Readonly<Record<string, string>> = {
  yearType: 'kind of year',
  noQuartile: 'whether quartiles are shown',
};

function sayField(field: string): string {
  return fields[field] ?? field;
}
