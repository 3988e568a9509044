import type { Argument, Command } from '../../command-line/command.ts';
import { columnOptions, joinOption, threadsOption, truthOption } from './options.ts';

const records: Argument = {
  name: 'FILE',
  says: 'records as CSV or Parquet, a column each for name, birth and so on',
  many: true,
};
const folder = { name: 'out', takes: 'DIR', says: 'a folder of its own to write to' };
const jobOption = { name: 'job', takes: 'DIR', says: 'a folder that `link dedupe` or `link pair` wrote' };
const written =
  'Writes model.json, pairs.parquet, clusters.csv (every record in is one row out: id, source, person), questions.csv (pairs for a person to decide), siblings.csv, report.html and summary.json. A run that was killed goes on where it stood when it is started again; changed files begin it anew.';
const proposing =
  'Without a model one is proposed from the names of columns and what they hold, and it is said what was taken for what and what was left out; it is trained without labels. Brothers, sisters and twins are told apart where surnames and homes are there, and are never joined on what a family shares.';
const quiet = 'Needs neither service nor database. What records hold is never printed.';

/** Joining records of the same person across files. */
export const linkCommands: readonly Command[] = [
  {
    name: 'link dedupe',
    says: 'put the records of one file or more together into people',
    more: [written, proposing, quiet],
    arguments: [records],
    options: [folder, ...columnOptions, truthOption, joinOption, threadsOption],
    open: async () => (await import('./dedupe.ts')).linkDedupe,
  },
  {
    name: 'link pair',
    says: 'join records of two files or more with one another, and none with one of its own file',
    more: [written, proposing, quiet],
    arguments: [records],
    options: [folder, ...columnOptions, truthOption, joinOption, threadsOption],
    open: async () => (await import('./dedupe.ts')).linkPair,
  },
  {
    name: 'link train',
    says: 'learn a model from files, without labels, and write it',
    more: [proposing, quiet],
    arguments: [records],
    options: [
      { name: 'out', takes: 'FILE', says: 'where to write the model, as JSON' },
      ...columnOptions,
      { name: 'between', says: 'for pairs of two files alone' },
    ],
    open: async () => (await import('./train.ts')).linkTrain,
  },
  {
    name: 'link score',
    says: 'score pairs by a trained model into a file',
    more: [
      'With --part 2/8 it scores the second of eight parts: each machine one, by the same model, and `link cluster` takes all parts together.',
      quiet,
    ],
    arguments: [records],
    options: [
      { name: 'out', takes: 'FILE', says: 'where to write the pairs: .parquet, .csv or .duckdb' },
      ...columnOptions,
      { name: 'part', takes: 'PART', says: 'one part of several, as 2/8' },
      threadsOption,
    ],
    open: async () => (await import('./score.ts')).linkScore,
  },
  {
    name: 'link cluster',
    says: 'put records together into people, from pairs that were scored before',
    more: [quiet],
    arguments: [records],
    options: [
      folder,
      { name: 'pairs', takes: 'FILES', says: 'the scored pairs, a comma between files' },
      ...columnOptions,
      truthOption,
      joinOption,
    ],
    open: async () => (await import('./cluster.ts')).linkCluster,
  },
  {
    name: 'link add',
    says: 'add records to a store of people that lasts; people keep their numbers',
    more: [
      'A store begins with a finished job (--job DIR). Everything that happens to it is logged with who and why, and can be undone.',
      quiet,
    ],
    arguments: [
      { name: 'STORE', says: 'the folder of the store' },
      { ...records, mayBeLeftOut: true },
    ],
    options: [
      jobOption,
      { name: 'out', takes: 'FILE', says: 'where to write the person of each record that was added, as CSV' },
      { name: 'by', takes: 'NAME', says: 'who adds them' },
      { name: 'reason', takes: 'WORDS', says: 'why' },
    ],
    open: async () => (await import('./add.ts')).linkAdd,
  },
  {
    name: 'link explain',
    says: 'say why two records of a finished job are, or are not, one person',
    more: ['Words on the terminal, which name nobody; step by step as a page with --out.', quiet],
    arguments: [
      { name: 'DIR', says: 'a folder that `link dedupe` or `link pair` wrote' },
      { name: 'ONE', says: 'a record’s id, or SOURCE:ID' },
      { name: 'OTHER', says: 'the other’s' },
    ],
    options: [
      { name: 'out', takes: 'FILE', says: 'where to write the page, as HTML' },
      { name: 'values', says: 'show on the page what the two records hold' },
    ],
    open: async () => (await import('./explain.ts')).linkExplain,
  },
  {
    name: 'link advise',
    says: 'say of each rule how many pairs it finds and what it is worth, and what all of them miss',
    more: [quiet],
    arguments: [{ ...records, mayBeLeftOut: true }],
    options: [jobOption, ...columnOptions],
    open: async () => (await import('./advise.ts')).linkAdvise,
  },
];
