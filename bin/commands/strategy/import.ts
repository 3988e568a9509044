import { z } from 'zod';
import {
  bringInFramework,
  checkFramework,
  compareVersions,
  countChanges,
  framework,
  holdFile,
  sayChange,
  type FrameworkDocument,
  type FrameworkView,
} from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { Refused, type Answer, type Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';
import { readStrategyFile, unread } from './strategy-file.ts';

const asked = z.object({ file: z.string(), text: z.string(), replace: z.boolean(), dryRun: z.boolean() });

const came = z.object({
  state: z.enum(['new', 'replaced', 'unchanged']),
  slug: z.string(),
  name: z.string(),
  count: z.string(),
  changes: z.array(z.string()),
  looseEnds: z.number(),
});

type Asked = z.infer<typeof asked>;
type Came = z.infer<typeof came>;

const work = groundWork<Asked, Came>({
  name: 'strategy import',
  payload: asked,
  result: came,
  async act(ground, payload) {
    const { transactions } = ground;
    try {
      return await transactions.inTransaction(commandLine(ground), 'write', (ctx) => bringIn(ctx, payload));
    } catch (fault) {
      if (fault instanceof OnlyTried) return fault.came;
      throw fault;
    }
  },
});

/** Thrown at the end of a dry run: it did all of it, so that it can say what came of it, and nothing is kept. */
class OnlyTried extends Error {
  readonly came: Came;

  constructor(cameOf: Came) {
    super('a dry run');
    this.came = cameOf;
  }
}

/** Brings a framework file in as a strategy of the partnership. */
export const strategyImport: Deed = {
  inService: work.inService,
  async run(call) {
    const [path = ''] = call.arguments;
    const bytes = await readGivenFile(path);
    const read = readStrategyFile(bytes);
    if (read.kind === 'unread') return unread(path, read.troubles);
    const dryRun = call.has('dry-run');
    const text = new TextDecoder().decode(bytes);
    const result = await work.do(call, { file: path, text, replace: call.has('replace'), dryRun });
    return answer(result, { dryRun, lost: read.lost });
  },
};

async function bringIn(ctx: Ctx, { file, text, replace, dryRun }: Asked): Promise<Came> {
  const read = readStrategyFile(text);
  if (read.kind === 'unread') throw new Refused('not-read', 'The running service cannot read this file.');
  const { document } = read;
  const view = await framework(ctx, document.slug);
  const own = view && !view.stored.isLibrary ? view : undefined;
  const result = compared(document, own, ctx);
  if (result.state === 'unchanged') return result;
  if (own && !replace && !dryRun) throw alreadyHere(document.slug);
  const kept = { ...result, slug: await keep(ctx, { file, text }, own) };
  if (dryRun) throw new OnlyTried(kept);
  return kept;
}

function compared(document: FrameworkDocument, own: FrameworkView | undefined, ctx: Ctx): Came {
  const changes = own ? compareVersions(own.stored.document, document) : [];
  const looseEnds = checkFramework({ document, today: ctx.today }).filter(
    ({ severity }) => severity === 'loose-end',
  ).length;
  return {
    state: !own ? 'new' : changes.length === 0 ? 'unchanged' : 'replaced',
    slug: document.slug,
    name: document.name,
    count: countChanges(changes),
    changes: changes.map(sayChange),
    looseEnds,
  };
}

/** All of it or nothing: a refusal is thrown, so that the transaction leaves no trace. */
async function keep(
  ctx: Ctx,
  { file, text }: { file: string; text: string },
  own: FrameworkView | undefined,
): Promise<string> {
  const held = await holdFile(ctx, { fileName: file, bytes: Buffer.from(text) });
  if (!held.done)
    throw new Refused(held.refusal.reason, 'The file could not be read a second time. Try again.');
  const replaces = own ? { replaces: { slug: own.stored.slug, seen: own.stored.version } } : {};
  const brought = await bringInFramework(ctx, { id: held.value.id, ...replaces });
  if (brought.done) return brought.value.slug;
  throw new Refused(brought.refusal.reason, words[brought.refusal.reason]);
}

const words = {
  'not-allowed': 'This account may not change the strategy.',
  'framework-missing': 'The strategy that this one should replace has gone meanwhile. Try again.',
  'bring-in-missing': 'The file got lost on its way in. Try again.',
  'changed-since-read': 'Somebody changed the strategy meanwhile. Look at it, and try again.',
  'framework-closed':
    'This strategy is closed: it stays to be read, and is changed no more. Give the file a slug of its own.',
} as const;

function alreadyHere(slug: string): Refused {
  return new Refused(
    'already-here',
    `A strategy with the slug “${slug}” is here already. To put this one in its place, say --replace (what is there is kept as a version); --dry-run says what would change. To keep both, give the file another slug.`,
  );
}

function answer(result: Came, { dryRun, lost }: { dryRun: boolean; lost: readonly string[] }): Answer {
  return {
    exit: 0,
    document: { dryRun, ...result, lost },
    out: [headline(result, dryRun), ...details(result), ...lost].join('\n'),
  };
}

function headline({ state, name, slug, count }: Came, dryRun: boolean): string {
  if (state === 'unchanged') return `${name} is here already, just like this. Nothing was changed.`;
  if (state === 'new')
    return dryRun
      ? `${name} would come in, as ${slug}.`
      : `${name} has come in, as ${slug}. It is seen once it is published.`;
  return dryRun
    ? `${name} would take the place of what is here, with --replace: ${count}.`
    : `${name} has taken the place of what was here: ${count}. What was there is kept as a version.`;
}

function details({ changes, looseEnds }: Came): string[] {
  const ends =
    looseEnds === 0
      ? []
      : [
          `It has ${looseEnds === 1 ? 'one loose end' : `${looseEnds} loose ends`}: \`goldenthread strategy check\` names them.`,
        ];
  return [...changes.map((change) => `  - ${change}`), ...ends];
}
