import type { Command, Option } from '../../command-line/command.ts';

const howOptions: readonly Option[] = [
  { name: 'as', takes: 'NAME', says: 'the file name under which it is brought in' },
  { name: 'dry-run', says: 'fetch and read, say what would change, and change nothing' },
  { name: 'again', says: 'fetch it whole, though it may be here already' },
];

/** Fetching published figures from the publishers' open interfaces. */
export const fetchCommands: readonly Command[] = [
  {
    name: 'fetch fingertips',
    says: 'fetch figures from Fingertips and bring them in',
    more: [
      'One of --indicator, --group and --profile says what. A file goes the way of one that was handed in: it becomes visible all at once, or not at all, and the same content a second time changes nothing.',
      'One question at a time goes to the publisher, with a pause between. A download that breaks off goes on where it stopped. GOLDENTHREAD_FINGERTIPS says where the interface is, should it not be the public one.',
    ],
    arguments: [],
    options: [
      { name: 'indicator', takes: 'NUMBER', says: 'an indicator, or several with a comma between them' },
      { name: 'group', takes: 'NUMBER', says: 'a group of indicators' },
      { name: 'profile', takes: 'NUMBER', says: 'a whole profile' },
      {
        name: 'area-type',
        takes: 'NUMBER',
        says: 'for which kind of area; 502, counties and unitary authorities since April 2023, where nothing is said',
      },
      ...howOptions,
    ],
    open: async () => (await import('./fetch-one.ts')).fetchFingertips,
  },
  {
    name: 'fetch ees',
    says: 'fetch figures from Explore Education Statistics and bring them in',
    more: [
      'One of --data-set and --publication says what. Of a publication every data set that is kept up is fetched, each with what the publisher says of its columns. A version that is here is not fetched again.',
      'The measures of a table are called after its file. Where the table was handed in before under another name, say that name with --as, so that the new figures go on with the same measures. GOLDENTHREAD_EES says where the interface is, should it not be the public one.',
    ],
    arguments: [],
    options: [
      { name: 'data-set', takes: 'ID', says: 'the long number of a data set, or the address of its page' },
      { name: 'publication', takes: 'SLUG', says: 'the last part of a publication’s address' },
      ...howOptions,
    ],
    open: async () => (await import('./fetch-one.ts')).fetchEes,
  },
  {
    name: 'fetch all',
    says: 'fetch everything that is set to be fetched',
    more: [
      'What is set, and how often, is kept in the browser under “Fetched from publishers”. A running service does this by itself four times a day; the exit code is 1 where something failed.',
    ],
    arguments: [],
    options: [{ name: 'due', says: 'only what is due by now' }],
    open: async () => (await import('./fetch-all.ts')).fetchAll,
  },
  {
    name: 'fetch list',
    says: 'say what is set to be fetched, when it was last tried, and what came of it',
    arguments: [],
    options: [],
    open: async () => (await import('./fetch-list.ts')).fetchList,
  },
];
