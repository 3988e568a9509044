import { existsSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { englishAreas } from '../../reference/areas.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** LAIT's whole bulk file with its dictionary, where it is here; otherwise an invented one of the same shape and length. */
export async function bulkFiles(directory: string): Promise<{ name: string; paths: readonly string[] }> {
  const published = resolve(root, process.env['GOLDENTHREAD_DATA'] ?? '../shared/data', 'published/lait');
  const paths = ['lait_data_dictionary.csv', 'bds_long_0.parquet'].map((name) => join(published, name));
  if (paths.every((path) => existsSync(path))) return { name: 'LAIT as published (Parquet)', paths };
  return { name: 'invented, of LAIT’s shape (CSV)', paths: await inventedFiles(directory) };
}

const measures = 434;
const years = 9;

async function inventedFiles(directory: string): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true });
  const [dictionary, bulk] = [join(directory, 'lait_data_dictionary.csv'), join(directory, 'bds_long.csv')];
  const codes = Array.from({ length: measures }, (_, index) => `INVENTED${index}`);
  const rows = codes.map((code) => `${code},${code},${code},Invented,High,%,1,Financial Year`);
  await writeFile(
    dictionary,
    `Measure_short,Measure,Chart_title,Topic,Polarity,y_axis_name,dps,Year_Type\n${rows.join('\n')}\n`,
  );
  const file = await open(bulk, 'w');
  await file.write('Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n');
  for (const code of codes) await file.write(rowsOf(code));
  await file.close();
  return [dictionary, bulk];
}

function rowsOf(code: string): string {
  const areas = englishAreas().list.filter(
    ({ until, dfeCodes }) => until === undefined && dfeCodes.length === 1,
  );
  const lines: string[] = [];
  for (let year = 2025 - years + 1; year <= 2025; year += 1)
    for (const [index, { name, dfeCodes }] of areas.entries())
      lines.push(
        `${code},,${year},"${name}",${index % 7 === 0 ? '-' : (index * year) % 997},${dfeCodes[0]},NA`,
      );
  return `${lines.join('\n')}\n`;
}
