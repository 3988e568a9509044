import { dayFrom } from '#platform/kernel/day.ts';
import type { Batch, Companion } from '../../domain/bringing-in/batch.ts';
import type { CountsRule } from '../../domain/counts.ts';
import { readSmallAreas } from '../../domain/formats/deprivation/small-areas.ts';
import { readEesData } from '../../domain/formats/ees/ees-data.ts';
import { readEesMeta } from '../../domain/formats/ees/ees-meta.ts';
import { readFingertipsCsv } from '../../domain/formats/fingertips/fingertips-csv.ts';
import { readFingertipsUpload } from '../../domain/formats/fingertips/fingertips-upload.ts';
import { readLaitCsv } from '../../domain/formats/lait/lait-csv.ts';
import { readLaitDictionary } from '../../domain/formats/lait/lait-dictionary.ts';
import type { LaitMeasure } from '../../domain/formats/lait/lait-dictionary.ts';
import { readLaitParquet } from '../../domain/formats/lait/lait-parquet.ts';
import { measureOfWholeFile } from '../../domain/formats/mapped/mapped-measure.ts';
import { noMeasure } from '../../domain/formats/mapped/mapped-refusals.ts';
import { readMapped } from '../../domain/formats/mapped/read-mapped.ts';
import { readNeetTable } from '../../domain/formats/neet/neet-tables.ts';
import { readChildrenTable } from '../../domain/formats/population/children-table.ts';
import { readSingleAges } from '../../domain/formats/population/single-ages.ts';
import { refusedFile } from '../../domain/formats/table/read-rows.ts';
import type { ReadPart, Source } from '../../domain/formats/table/source.ts';
import type { DictionaryEntry } from '../../domain/measure-facts.ts';
import { surveyColumns } from '../../domain/survey/survey-said.ts';
import { openSource, withSource } from './handed-file.ts';
import type { HandedFile } from './handed-file.ts';

/** A file that waits on disk, with those needed to read it. */
export type FileAtHand = Pick<HandedFile, 'name' | 'path'> & {
  format: Batch['format'];
  /** what a person said of its columns and its measure */
  reading: Batch['reading'];
  companions: Partial<Record<Companion['role'], Pick<HandedFile, 'name' | 'path'>>>;
};

/** What was brought in before and is needed to read a file. */
export type KnownBefore = {
  dictionary: ReadonlyMap<string, DictionaryEntry>;
  counts: readonly CountsRule[];
  /** ids of the catalogue's measures, for a file whose rows name theirs */
  measureIds: ReadonlySet<string>;
};

/** Reads a file of figures, part by part. */
export async function* figureParts(file: FileAtHand, known: KnownBefore): AsyncGenerator<ReadPart> {
  const source = openSource(file);
  try {
    yield* readerOf(file, known)(source);
  } finally {
    await source.close();
  }
}

function readerOf(file: FileAtHand, known: KnownBefore): (source: Source) => AsyncGenerator<ReadPart> {
  switch (file.format) {
    case 'lait-csv':
      return (source) => readLaitCsv(source, { dictionary: laitDictionary(known) });
    case 'lait-parquet':
      return (source) => readLaitParquet(source, { dictionary: laitDictionary(known) });
    case 'fingertips-csv':
      return (source) => readFingertipsCsv(source);
    case 'ees-data':
      return (source) => eesParts(source, file, known);
    case 'neet-table':
      return readNeetTable;
    case 'children-population':
      return readChildrenTable;
    case 'single-ages':
      return readSingleAges;
    case 'small-areas':
      return readSmallAreas;
    case 'fingertips-upload':
      return (source) => uploadParts(source, file);
    case 'mapped-csv':
      return (source) => mappedParts(source, file, known);
    default:
      throw new RangeError(`no figures are read from ${file.format}`);
  }
}

/** The upload file names no measure: whoever handed it in did. */
async function* uploadParts(source: Source, { reading }: FileAtHand): AsyncGenerator<ReadPart> {
  const measure = reading && measureOfWholeFile(reading.measure);
  if (!measure) return yield refusedFile(noMeasure());
  yield* readFingertipsUpload(source, { measure });
}

async function* mappedParts(
  source: Source,
  { reading }: FileAtHand,
  { measureIds }: KnownBefore,
): AsyncGenerator<ReadPart> {
  if (!reading?.layout) return yield refusedFile(noMeasure());
  const { measure, survey } = reading;
  // what was asked of whom stands in columns that any other table would call groups
  const more = survey ? surveyColumns(survey) : [];
  const layout = { ...reading.layout, groups: [...reading.layout.groups, ...more] };
  yield* readMapped(source, { layout, measure, isKnown: (id) => measureIds.has(id) });
}

async function* eesParts(
  source: Source,
  file: FileAtHand,
  { counts }: KnownBefore,
): AsyncGenerator<ReadPart> {
  const { meta } = file.companions;
  if (!meta) return yield* readEesData(source, { counts });
  const read = await withSource(meta, readEesMeta);
  if (!read.done) return yield refusedFile(read.refusal);
  yield* readEesData(source, { counts, meta: read.value });
}

/** What the dictionary handed in beside the file says, and for the rest the one brought in before. */
export async function withCompanions(file: FileAtHand, known: KnownBefore): Promise<KnownBefore> {
  const { dictionary } = file.companions;
  if (!dictionary) return known;
  const { measures } = await withSource(dictionary, readLaitDictionary);
  const now = [...measures.values()].map((measure): [string, DictionaryEntry] => [
    measure.shortDesc,
    entryOf(measure),
  ]);
  return { ...known, dictionary: new Map([...known.dictionary, ...now]) };
}

function laitDictionary({ dictionary }: KnownBefore): { measures: ReadonlyMap<string, LaitMeasure> } {
  return { measures: new Map([...dictionary.values()].map((entry) => [entry.code, laitMeasureOf(entry)])) };
}

/** A row of LAIT's dictionary as it is kept. */
export function entryOf(measure: LaitMeasure): DictionaryEntry {
  return {
    source: 'lait',
    code: measure.shortDesc,
    name: measure.name,
    title: measure.title,
    topic: measure.topic,
    polarity: measure.polarity,
    unit: measure.unit,
    decimals: measure.decimals,
    yearType: measure.yearType,
    description: measure.description,
    links: measure.links,
    updatedOn: measure.lastUpdate,
  };
}

function laitMeasureOf(entry: DictionaryEntry): LaitMeasure {
  return {
    shortDesc: entry.code,
    name: entry.name,
    title: entry.title,
    topic: entry.topic,
    polarity: entry.polarity,
    unit: entry.unit,
    decimals: entry.decimals,
    yearType: entry.yearType,
    noQuartile: false,
    description: entry.description,
    methodology: '',
    links: entry.links,
    lastUpdate: entry.updatedOn === undefined ? undefined : dayFrom(entry.updatedOn),
    line: 0,
  };
}
