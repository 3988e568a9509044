import type { Command, Option } from '../../command-line/command.ts';
import type { Method } from './method.ts';
import { methods } from './methods.ts';

const input: Option = {
  name: 'in',
  takes: 'FILE',
  says: 'a CSV with the names of its columns in its first line; - is stdin',
};
const output: Option = {
  name: 'out',
  takes: 'FILE',
  says: 'where to write the answer; stdout where nothing is said',
};
const group: Option = {
  name: 'group',
  takes: 'COLUMNS',
  says: 'columns that tell areas or series apart, a comma between them',
};
const confidence: Option = {
  name: 'confidence',
  takes: 'LEVELS',
  says: '0.95, 0.998, both with a comma between them, or none; both where nothing is said',
};

/** The methods as commands: `stats proportion`, `stats rate` … */
export const statsCommands: readonly Command[] = methods.map((method) => ({
  name: `stats ${method.name}`,
  says: method.says,
  more: [
    ...(method.more ?? []),
    `Adds the columns ${method.gives.map(([names, says]) => `${names} (${says})`).join('; ')}; note says why a row has no result. A column that is there already keeps its name, and the answer’s is called computed_…. Numbers are given in full.`,
    'Needs neither service nor database. A row that cannot be used is told with its line and the way to mend it, the others are done all the same, and the exit code is 1.',
  ],
  arguments: [],
  options: optionsOf(method),
  open: async () => (await import('./stats.ts')).statsDeed(method),
}));

function optionsOf(method: Method): readonly Option[] {
  return [
    input,
    ...method.columns.map(({ name, says, knownAs, needed }) => ({
      name,
      takes: 'COLUMN',
      says: `${says}${needed ? '' : ' (where there is one)'}${sayKnown(knownAs)}`,
    })),
    group,
    ...method.settings,
    ...(method.levels ? [confidence] : []),
    output,
  ];
}

function sayKnown(names: readonly string[] | undefined): string {
  if (!names) return '; only where it is named';
  return `; where nothing is said, the column of that name${names.length > 0 ? `, or ${names.join(', ')}` : ''}`;
}
