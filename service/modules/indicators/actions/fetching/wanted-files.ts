import type { z } from 'zod';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import {
  eesAddress,
  eesAnsweredMeta,
  eesDataSet,
  eesDataSets,
  eesFileName,
  eesPublications,
  metaFileOf,
  type EesDataSet,
} from '../../domain/fetching/ees-answers.ts';
import { publisherOf, type Asked } from '../../domain/fetching/fetch-source.ts';
import { fingertipsAddress, fingertipsName } from '../../domain/fetching/fingertips-address.ts';
import type { FetchRefusal } from './fetch-refusals.ts';
import type { Publishers } from './publishers.ts';

/** One file to fetch. */
export type WantedFile = {
  /** the same for every version of it */
  key: string;
  name: string;
  address: URL;
  format: 'fingertips-csv' | 'ees-data';
  /** where the publisher numbers its versions */
  version?: string;
  /** asks what its columns are, as a meta file; only where the file is new */
  meta?: () => Promise<Outcome<string, FetchRefusal>>;
};

/** Says which files belong to what is asked for; of a publication that takes a few questions. */
export async function wantedFiles(
  publishers: Publishers,
  asked: Asked,
  signal?: AbortSignal,
): Promise<Outcome<readonly WantedFile[], FetchRefusal>> {
  if (publisherOf(asked.kind) === 'fingertips')
    return done([
      {
        key: 'all',
        name: fingertipsName(asked),
        address: fingertipsAddress(publishers.fingertips, asked),
        format: 'fingertips-csv',
      },
    ]);
  const ees = { ask: asker(publishers, signal), base: publishers.ees };
  if (asked.kind === 'ees-publication') return ofPublication(ees, asked.identifier);
  const found = await ees.ask(`/data-sets/${asked.identifier}`, eesDataSet);
  if (!found.done) return found;
  const refusal = notKeptUp(found.value);
  if (refusal) return refuse(refusal);
  const { keptAs } = asked;
  const wanted = wantedOf(ees, found.value);
  return done([keptAs === undefined ? wanted : { ...wanted, name: `${keptAs}.csv` }]);
}

type Ask = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  question?: Readonly<Record<string, string>>,
) => Promise<Outcome<z.output<Schema>, FetchRefusal>>;

type Ees = { ask: Ask; base: URL };

/** Asks, and reads the answer: what is not of the shape that is known is a refusal. */
function asker({ outbound, ees }: Publishers, signal?: AbortSignal): Ask {
  return async (path, schema, question = {}) => {
    const address = eesAddress(ees, path, question);
    const answered = await outbound.json(address, signal);
    if (!answered.done) return answered;
    const read = schema.safeParse(answered.value);
    if (read.success) return done(read.data);
    const [issue] = read.error.issues;
    const found = `In its answer, “${issue?.path.join('.') ?? ''}” is not as it was.`;
    return refuse({ reason: 'changed-shape', host: address.host, found });
  };
}

const pageSize = '20';
/** A catalogue of more pages is an interface that has gone round in circles. */
const mostPages = 50;

async function ofPublication(ees: Ees, slug: string): Promise<Outcome<readonly WantedFile[], FetchRefusal>> {
  const publication = await publicationOf(ees, slug);
  if (!publication.done) return publication;
  const { id, title } = publication.value;
  const files: WantedFile[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, mostPages); page += 1) {
    const question = { page: String(page), pageSize };
    const found = await ees.ask(`/publications/${id}/data-sets`, eesDataSets, question);
    if (!found.done) return found;
    pages = found.value.paging.totalPages;
    // of one that is no longer kept up, another of the publication takes the place
    const keptUp = found.value.results.filter((dataSet) => !notKeptUp(dataSet));
    files.push(...keptUp.map((dataSet) => wantedOf(ees, dataSet)));
  }
  return files.length === 0 ? refuse({ reason: 'nothing-published', title }) : done(namedApart(files));
}

async function publicationOf(
  { ask }: Ees,
  slug: string,
): Promise<Outcome<{ id: string; title: string }, FetchRefusal>> {
  for (let page = 1, pages = 1; page <= Math.min(pages, mostPages); page += 1) {
    const question = { page: String(page), pageSize, search: slug.replaceAll('-', ' ') };
    const found = await ask('/publications', eesPublications, question);
    if (!found.done) return found;
    pages = found.value.paging.totalPages;
    const publication = found.value.results.find((one) => one.slug.toLowerCase() === slug);
    if (publication) return done(publication);
  }
  return refuse({ reason: 'no-such-publication', slug });
}

function notKeptUp({ title, latestVersion, supersedingDataSetId }: EesDataSet): FetchRefusal | undefined {
  if (supersedingDataSetId) return { reason: 'superseded', title, by: supersedingDataSetId };
  return latestVersion ? undefined : { reason: 'nothing-published', title };
}

function wantedOf({ ask, base }: Ees, dataSet: EesDataSet): WantedFile {
  const { id, latestVersion } = dataSet;
  const version = latestVersion?.version ?? '';
  const question = { dataSetVersion: version };
  return {
    key: id,
    name: eesFileName(dataSet),
    address: eesAddress(base, `/data-sets/${id}/csv`, question),
    format: 'ees-data',
    version,
    meta: async () => {
      const meta = await ask(`/data-sets/${id}/meta`, eesAnsweredMeta, question);
      return meta.done ? done(metaFileOf(meta.value)) : meta;
    },
  };
}

/** Two tables of one title would be taken for one table: all but the first carry their number. */
function namedApart(files: readonly WantedFile[]): WantedFile[] {
  const names = new Set<string>();
  return files.map((file) => {
    const name = names.has(file.name)
      ? file.name.replace(/\.csv$/, `-${file.key.slice(0, 8)}.csv`)
      : file.name;
    names.add(name);
    return { ...file, name };
  });
}
