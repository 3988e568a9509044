import { readdirSync } from 'node:fs';
import { moduleGraph, platformParts } from '../../../service/architecture.ts';

/**
 * Who may import whom, as data: the first row whose `files` match a file is the file's row, and what the row does not
 * name is forbidden. `files` and `may` are beginnings of paths (or whole paths), with these special words:
 * `node:…` is a part of Node (`node:*` all of them), `npm:…` an installed package (`npm:*` all), and
 * `types …` allows only what leaves no trace when the types are taken away.
 */
export type ImportRow = {
  place: string;
  files: RegExp;
  may: readonly string[];
};

const anything = ['node:*', 'npm:*'];
const tests = /\.test\.tsx?$/;
const rooms = Object.entries(moduleGraph);
const frontDoors = rooms.map(([room]) => `service/modules/${room}/index.ts`);
const forTests = rooms.map(([room]) => `service/modules/${room}/testing.ts`);
/** What the outside world comes in by: the composition root, and the doors in the row. */
const doors = [
  ...frontDoors,
  'service/app.ts',
  'service/architecture.ts',
  'service/library.ts',
  'service/lock.ts',
  'service/navigation.ts',
  'service/open-service.ts',
  'service/publishers.ts',
  'service/seed.ts',
  'service/serve.ts',
  'service/sign-in-tools.ts',
  'service/until-stopped.ts',
  'service/platform/',
];
const kernel = 'service/platform/kernel/';
const pure = ['npm:zod', 'packages/', 'reference/'];
/** Readers of the formats that people hand us: they are given bytes, and touch nothing. */
const parsers = ['npm:yaml', 'npm:fast-xml-parser', 'npm:hyparquet', 'npm:hyparquet-compressors'];
/** Pure work on bytes: a digest, a packed file. Randomness and time are handed in all the same. */
const ofBytes = ['node:crypto', 'node:zlib'];
/** An action may read what was handed over and compare it. It still neither knows the web nor the clock. */
const ofActions = [
  'node:crypto',
  'node:fs/promises',
  'node:os',
  'node:path',
  'node:timers/promises',
  'node:util',
];
/** What is asked of people by e-mail. */
const byLetter = ['mail', 'links'].map((part) => `service/platform/${part}/`);
const page = ['http', 'forms', 'page', 'picture', 'sheet', 'access', 'links', 'identity'].map(
  (part) => `service/platform/${part}/`,
);
const ofPages = [
  ...pure,
  'types service/platform/db/database.ts',
  'types npm:preact',
  // a feed is a page that calendars read
  'npm:ical-generator',
];
const starts = ['service/open-service.ts', 'service/serve.ts', 'service/until-stopped.ts'];
const seeding = ['service/seed.ts', 'service/platform/', 'node:*'];
const packages = readdirSync(new URL('../../../packages/', import.meta.url));

/** What a package with an engine under it reads and runs on; the others do no input and output. */
const engineUnder: Readonly<Record<string, readonly string[]>> = {
  'record-linkage': [
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:os',
    'node:path',
    'node:worker_threads',
  ],
};

export const importTable: readonly ImportRow[] = [
  ...packageRows(),
  ...platformRows(),
  ...rooms.flatMap(([room, asks]) => roomRows(room, asks)),
  ...rootRows(),
  ...outerRows(),
];

function packageRows(): ImportRow[] {
  return packages.flatMap((name): ImportRow[] => [
    {
      place: `tests and tools of packages/${name}`,
      files: new RegExp(`^packages/${name}/(test/|generator/|generate\\.ts|.*${tests.source})`),
      may: [`packages/${name}/`, ...anything],
    },
    {
      place: `packages/${name}`,
      files: new RegExp(`^packages/${name}/`),
      may: [`packages/${name}/`, `npm: declared by packages/${name}`, ...(engineUnder[name] ?? [])],
    },
  ]);
}

function platformRows(): ImportRow[] {
  return platformParts.flatMap((part, place): ImportRow[] => {
    const lower = platformParts.slice(0, place + 1).map((name) => `service/platform/${name}/`);
    return [
      {
        place: `tests of platform/${part}`,
        files: new RegExp(`^service/platform/${part}/(.*${tests.source}|testing\\.ts|testing/)`),
        may: ['service/platform/', 'packages/', ...anything],
      },
      {
        place: `platform/${part}`,
        files: new RegExp(`^service/platform/${part}/`),
        may: part === 'kernel' ? lower : [...lower, 'packages/', ...anything],
      },
    ];
  });
}

/** One room: its layers, and the front doors that it may ask. */
function roomRows(room: string, asks: readonly string[]): ImportRow[] {
  const own = `service/modules/${room}/`;
  const asked = asks.map((name) => `service/modules/${name}/index.ts`);
  return [...roomTests(own, asked), ...layers(own, asked)].map(([layer, files, may]) => ({
    place: `${layer} of ${room}`,
    files: new RegExp(`^${own}${files}`),
    may,
  }));
}

type Layer = readonly [name: string, files: string, may: readonly string[]];

function layers(own: string, asked: readonly string[]): Layer[] {
  const [domain, store, actions, queries, web] = ['domain', 'store', 'actions', 'queries', 'web'].map(
    (layer) => `${own}${layer}/`,
  );
  if (!domain || !store || !actions || !queries || !web) return [];
  const act = [
    kernel,
    'service/platform/access/',
    'service/platform/audit/',
    'service/platform/db/',
    // a session ends with what it opens
    'service/platform/http/session/sessions.ts',
    'service/platform/keys/',
    'service/platform/outbound/',
    'service/platform/identity/',
    'service/platform/keys/',
    ...byLetter,
    'types service/platform/outbox/outbox.ts',
    'types service/platform/outbox/schedules.ts',
    domain,
    store,
    queries,
    ...asked,
    ...pure,
  ];
  return [
    ['domain', 'domain/', [kernel, 'service/platform/access/', domain, ...pure, ...parsers, ...ofBytes]],
    ['store', 'store/', [kernel, 'service/platform/db/', 'npm:kysely', domain, store, ...pure]],
    ['actions', 'actions/', [...act, actions, ...ofActions]],
    ['queries', 'queries/', act],
    ['web', 'web/', [kernel, ...page, domain, actions, queries, web, ...ofPages]],
    ['events', 'events\\.ts$', [kernel, domain]],
    ['front door', 'index\\.ts$', [kernel, domain, actions, queries, `${own}events.ts`]],
  ];
}

/** Tests see the whole of their own room; the room's testing.ts, which others' tests use, comes in by the front door. */
function roomTests(own: string, asked: readonly string[]): Layer[] {
  return [
    [
      'tests',
      `(.*${tests.source}|.*/testing\\.ts|.*/testing/)`,
      [own, ...forTests, ...doors, ...pure, ...anything],
    ],
    [
      'testing',
      'testing\\.ts$',
      [`${own}index.ts`, `types ${own}domain/`, ...asked, 'service/platform/', ...anything],
    ],
  ];
}

/** The composition root: app.ts is a table of contents, open-service.ts and what stands round it put it together. */
function rootRows(): ImportRow[] {
  const webs = rooms.map(([room]) => `service/modules/${room}/web/`);
  return [
    { place: 'the module graph', files: /^service\/architecture\.ts$/, may: [] },
    {
      place: 'the list of rooms',
      files: /^service\/app\.ts$/,
      may: [...frontDoors, ...webs, 'service/platform/'],
    },
    {
      place: 'the starting points',
      files: /^service\/(main|worker)\.ts$/,
      may: ['service/platform/config/', ...starts],
    },
    { place: 'what is brought in', files: /^service\/library\.ts$/, may: [...frontDoors, ...seeding] },
    { place: 'what is brought in', files: /^service\/seed\.ts$/, may: seeding },
    {
      place: 'the way in to an open service',
      files: /^service\/[a-z-]+(\.test)?\.tsx?$/,
      may: [...doors, ...anything],
    },
  ];
}

/** What stands outside the service, and comes in by its doors. */
function outerRows(): ImportRow[] {
  const outside = [...doors, 'packages/', 'reference/', 'frameworks/', ...anything];
  return [
    { place: 'reference facts', files: /^reference\//, may: ['reference/', ...anything] },
    { place: 'strategies as data', files: /^frameworks\//, may: ['frameworks/', ...outside] },
    {
      place: 'the invented county',
      files: /^demonstration\//,
      may: ['demonstration/', ...forTests, ...outside],
    },
    {
      place: 'the generator',
      files: /^bin\/generate\.ts$/,
      may: ['bin/', 'tests/architecture/reference/', 'tests/architecture/safety/', ...outside],
    },
    {
      place: 'the command line',
      files: /^bin\//,
      may: ['bin/', 'demonstration/', 'tests/browser/find-browser.ts', ...outside],
    },
    {
      place: 'benches',
      files: /^bench\//,
      may: ['bench/', 'bin/', 'demonstration/', 'tests/browser/', 'tests/faults/server/', ...outside],
    },
    {
      place: 'tests of the whole',
      files: /^tests\//,
      may: ['tests/', 'bin/', 'bench/', 'demonstration/', ...forTests, ...outside],
    },
  ];
}
