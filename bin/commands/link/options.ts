import type { Option } from '../../command-line/command.ts';

/** How columns are told, where their names do not say it. */
export const columnOptions: readonly Option[] = [
  {
    name: 'model',
    takes: 'FILE',
    says: 'a model, ours or one that Splink saved; proposed from the columns where nothing is said',
  },
  {
    name: 'id',
    takes: 'COLUMN',
    says: 'the column that names each record; found by its name where nothing is said',
  },
  {
    name: 'source',
    takes: 'COLUMN',
    says: 'the column that says which agency a record came from, in a file of several',
  },
  { name: 'leave-out', takes: 'COLUMNS', says: 'columns that are not compared, a comma between them' },
];

export const truthOption: Option = {
  name: 'truth',
  takes: 'COLUMN',
  says: 'a column that says whose each record is: it is not compared, and what comes out is held against it',
};

export const joinOption: Option = {
  name: 'join-at',
  takes: 'PROBABILITY',
  says: 'from which probability pairs are joined; 0.5 where nothing is said',
};

export const threadsOption: Option = {
  name: 'threads',
  takes: 'NUMBER',
  says: 'how many threads score; as many as there are cores where nothing is said',
};
