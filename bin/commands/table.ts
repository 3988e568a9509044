import type { Command, Group } from '../command-line/command.ts';
import { auditCommands } from './audit/commands.ts';
import { fetchCommands } from './fetch/commands.ts';
import { linkCommands } from './link/commands.ts';
import { statsCommands } from './stats/commands.ts';

/** Everything that the command line can do. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    says: 'start the service, and say where it is',
    more: [
      'The first start makes the embedded database, and the invented county to try everything with. With DATABASE_URL it uses a PostgreSQL server instead, and `goldenthread worker` runs beside it.',
      'It stops on Ctrl+C or SIGTERM, after it has answered what was asked. With --json it hands over one document when it is ready, and logs nothing.',
    ],
    arguments: [],
    options: [],
    open: async () => (await import('./start.ts')).start,
  },
  {
    name: 'doctor',
    says: 'say what runs and on what, what is missing, and how to mend it',
    more: ['Changes nothing. The exit code is 0 where all is well, and 1 where something wants mending.'],
    arguments: [],
    options: [],
    open: async () => (await import('./doctor/doctor.ts')).doctor,
  },
  {
    name: 'invite',
    says: 'invite the first administrator of a partnership, who lets everybody else in',
    more: [
      'Nobody comes in uninvited, so somebody has to be the first: this works while the partnership has no administrator, and refuses from then on. The second one to invite is the information governance lead (--role governance-lead), in the same way: a powerful role needs two people, and these two say yes for each other.',
      'Prints a link that works once, for fourteen days. Where a mail server is set up a letter carries it instead, unless --link is said. Said again before anybody came, it takes the place of what was sent before.',
    ],
    arguments: [{ name: 'EMAIL', says: 'their own e-mail address' }],
    options: [
      { name: 'name', takes: 'NAME', says: 'what they are called' },
      {
        name: 'role',
        takes: 'ROLE',
        says: 'as what; administrator where nothing is said',
        oneOf: ['administrator', 'governance-lead'],
      },
      {
        name: 'partnership',
        takes: 'NAME',
        says: 'what the partnership is called, the first time; made of GOLDENTHREAD_PARTNERSHIP where nothing is said',
      },
      { name: 'link', says: 'print the link, though a mail server is set up' },
    ],
    open: async () => (await import('./invite.ts')).invite,
  },
  {
    name: 'strategy check',
    says: 'read a framework file, and name its problems and its loose ends',
    more: [
      'Needs no database and changes nothing. Each problem names its line, and each loose end says how to mend it. The exit code is 0 where nothing wants mending, and 1 otherwise.',
    ],
    arguments: [{ name: 'FILE', says: 'a framework as YAML or JSON, or a StratML plan as XML' }],
    options: [],
    open: async () => (await import('./strategy/check.ts')).strategyCheck,
  },
  {
    name: 'strategy import',
    says: 'bring a framework file in as a strategy of the partnership',
    more: [
      'It becomes the working text: nobody but those who may edit it sees it until it is published in the browser. What is replaced is kept as a version.',
    ],
    arguments: [{ name: 'FILE', says: 'a framework as YAML or JSON, or a StratML plan as XML' }],
    options: [
      { name: 'replace', says: 'put it in the place of the strategy of the same slug' },
      { name: 'dry-run', says: 'say what would change, and change nothing' },
    ],
    open: async () => (await import('./strategy/import.ts')).strategyImport,
  },
  {
    name: 'strategy export',
    says: 'write a strategy as a file',
    more: [
      'The partnership’s own strategies are written as they are being worked on; those of the library as they were published. XML is StratML, Part 2; what it cannot say is told. Without --out the file goes to stdout.',
    ],
    arguments: [{ name: 'SLUG', says: 'the short name of a strategy, as its address has it' }],
    options: [
      {
        name: 'format',
        takes: 'FORMAT',
        says: 'in which format; yaml where nothing is said',
        oneOf: ['yaml', 'json', 'csv', 'xml'],
      },
      { name: 'out', takes: 'FILE', says: 'where to write it' },
    ],
    open: async () => (await import('./strategy/export.ts')).strategyExport,
  },
  {
    name: 'import measures',
    says: 'bring published figures in, from files on this machine',
    more: [
      'Files are recognised by what is in them: the Local Authority Interactive Tool (CSV or Parquet) and its dictionary, Fingertips, Explore Education Statistics with their meta file beside them, lists of areas and of neighbours, and a map of outcomes to measures. They are brought in in the order in which they need each other.',
      'A file becomes visible all at once, or not at all; the same file a second time changes nothing. Every refused row is counted with its reason and the way to mend it.',
      'A map of outcomes to measures ties each measure to the element of a strategy of ours that bears its plan’s name. For a plan whose name none bears it says so: hand the map in in the browser, where the strategy can be chosen.',
    ],
    arguments: [{ name: 'FILE', says: 'a file as its publisher gives it', many: true }],
    options: [{ name: 'dry-run', says: 'read everything, say what would change, and change nothing' }],
    open: async () => (await import('./import-measures.ts')).importMeasures,
  },
  {
    name: 'measures screen',
    says: 'hold a pair of files against the rules of Explore Education Statistics',
    more: [
      'Needs no database and changes nothing. Each thing found names its file, its line and the rule. The exit code is 0 where no rule is broken that keeps the pair from being taken in, and 1 otherwise; warnings and customs are told and do not count.',
    ],
    arguments: [
      { name: 'DATA.csv', says: 'the table' },
      { name: 'META.csv', says: 'the file that says what its columns are' },
    ],
    options: [
      {
        name: 'own',
        takes: 'CODES',
        says: 'codes of areas of your own that no national list has, a comma between them',
      },
    ],
    open: async () => (await import('./measures/screen.ts')).measuresScreen,
  },
  {
    name: 'measures boundaries',
    says: 'load a file of boundaries, so that maps are drawn in the areas’ own shape',
    more: [
      'GeoJSON or TopoJSON in longitude and latitude, with the national nine-character codes; the ultra-generalised boundaries are enough. Outlines are simplified once. Areas that nothing is known of here are left out and named; a file of nothing known is refused.',
      'All of the file is loaded, or nothing. It can be withdrawn as a whole in the browser, at /imports/boundaries.',
    ],
    arguments: [{ name: 'FILE', says: 'boundaries as GeoJSON or TopoJSON' }],
    options: [
      { name: 'source', takes: 'WORDS', says: 'whose boundaries they are, as it stands under every map' },
      { name: 'layer', takes: 'NAME', says: 'which layer to load of a TopoJSON of several' },
    ],
    open: async () => (await import('./measures/boundaries.ts')).measuresBoundaries,
  },
  ...auditCommands,
  ...fetchCommands,
  ...linkCommands,
  ...statsCommands,
  {
    name: 'migrate',
    says: 'bring the database up to date with this version, and stop',
    more: [
      'Every start does the same. It is a command of its own for those who upgrade several services on one PostgreSQL server. All of it happens, or nothing.',
    ],
    arguments: [],
    options: [],
    open: async () => (await import('./migrate.ts')).migrate,
  },
  {
    name: 'worker',
    says: 'deal with what waits in the queue, beside services on a PostgreSQL server',
    more: [
      'One is enough; several share the work. On the embedded database the service does this itself, so there is nothing to start.',
    ],
    arguments: [],
    options: [],
    open: async () => (await import('./worker.ts')).worker,
  },
];

export const groups: readonly Group[] = [
  { name: 'audit', says: 'Who did what to personal data: take it away, sign where it ends, verify it.' },
  { name: 'fetch', says: 'Fetch published figures from the publishers’ open interfaces.' },
  { name: 'import', says: 'Bring published files in.' },
  {
    name: 'link',
    says: 'Join records of the same person across files, and keep brothers and sisters apart.',
  },
  {
    name: 'measures',
    says: 'Around measures: hold a pair of files against the rules of its format, load boundaries for maps.',
  },
  { name: 'stats', says: 'Statistics of a table, without programming: CSV in, CSV out.' },
  { name: 'strategy', says: 'Strategies as files: check one, bring one in, write one out.' },
];
