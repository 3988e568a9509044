import type { Format } from '../formats/recognise.ts';

/** A file handed in, and what it was recognised as. */
export type Recognised = { readonly name: string; readonly format: Format | undefined };

/** Files that belong together: one to bring in, and those needed to read it. */
export type Paired<File extends Recognised> = {
  readonly file: File;
  readonly meta: File | undefined;
  readonly dictionary: File | undefined;
};

/**
 * The name that the publisher gave a file: without the number that a browser adds to a second download, and without the
 * word that marks the demonstration's files as invented. Tables are known by how their names begin.
 */
export function publishedName(fileName: string): string {
  return fileName
    .replace(/^.*[/\\]/, '')
    .replace(/ ?\(\d+\)(?=(?:\.[a-z]+)+$)/i, '')
    .replace(/^invented-/, '');
}

/**
 * Puts together what was handed in at once: a table of Explore Education Statistics with its meta file, LAIT's bulk file
 * with the dictionary. In the order in which they are to be brought in: lists before the figures that lean on them. A
 * meta file whose table is not there stands alone.
 */
export function paired<File extends Recognised>(files: readonly File[]): readonly Paired<File>[] {
  const dictionary = files.find(({ format }) => format === 'lait-dictionary');
  const taken = new Set<File>();
  const pairs = files
    .filter(({ format }) => format !== 'ees-meta')
    .map((file): Paired<File> => {
      const meta =
        file.format !== undefined && withMeta.has(file.format)
          ? files.find((other) => other.format === 'ees-meta' && stem(other.name) === stem(file.name))
          : undefined;
      if (meta) taken.add(meta);
      const needsDictionary = file.format === 'lait-csv' || file.format === 'lait-parquet';
      return { file, meta, dictionary: needsDictionary ? dictionary : undefined };
    });
  const alone = files
    .filter((file) => file.format === 'ees-meta' && !taken.has(file))
    .map((file): Paired<File> => ({ file, meta: undefined, dictionary: undefined }));
  return [...pairs, ...alone].toSorted((a, b) => rank(a.file.format) - rank(b.file.format));
}

/** Tables of Explore Education Statistics; of those that are read by what their columns say, the meta file is not needed. */
const withMeta: ReadonlySet<Format> = new Set<Format>(['ees-data', 'neet-table', 'children-population']);

/** `NAME.csv` and `NAME.meta.csv` have the stem NAME. */
function stem(name: string): string {
  return publishedName(name)
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/\.meta$/, '');
}

const order: readonly (Format | undefined)[] = [
  ...(['code-map', 'lait-areas', 'neighbours', 'lait-dictionary'] as const),
];

function rank(format: Format | undefined): number {
  const at = order.indexOf(format);
  return at < 0 ? order.length : at;
}
