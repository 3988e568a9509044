import { z } from 'zod';
import { isDue, sourcesToFetch } from '#modules/indicators/index.ts';
import type { Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const line = z.object({
  title: z.string(),
  kind: z.string(),
  identifier: z.string(),
  areaType: z.string(),
  rhythm: z.string(),
  comesIn: z.string(),
  isPaused: z.boolean(),
  isDue: z.boolean(),
  triedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  outcome: z.string().nullable(),
  words: z.string().nullable(),
});

const work = groundWork({
  name: 'fetch list',
  payload: z.object({}),
  result: z.object({ sources: z.array(line) }),
  async act(ground) {
    return ground.transactions.inTransaction(commandLine(ground), 'read', async (ctx) => ({
      sources: (await sourcesToFetch(ctx)).map((source) => ({
        title: source.title,
        kind: source.kind,
        identifier: source.identifier,
        areaType: source.areaType,
        rhythm: source.rhythm,
        comesIn: source.comesIn,
        isPaused: source.isPaused,
        isDue: isDue(source, ctx.now),
        triedAt: source.triedAt?.toISOString() ?? null,
        answeredAt: source.answeredAt?.toISOString() ?? null,
        outcome: source.outcome ?? null,
        words: source.outcomeWords ?? null,
      })),
    }));
  },
});

/** Says what is set to be fetched, when each was last tried, and what came of it. */
export const fetchList: Deed = {
  inService: work.inService,
  async run(call) {
    const { sources } = await work.do(call, {});
    const out = sources.length === 0 ? 'Nothing is set to be fetched.' : sources.flatMap(say).join('\n');
    return { exit: 0, document: { sources }, out };
  },
};

function say(source: z.infer<typeof line>): string[] {
  const { title, kind, identifier, areaType, rhythm, isPaused, triedAt, words } = source;
  const area = areaType === '' ? '' : `, area type ${areaType}`;
  return [
    `${title} (${kind} ${identifier}${area}), ${isPaused ? 'paused' : rhythm}`,
    triedAt === null ? '  never fetched' : `  ${triedAt.slice(0, 16).replace('T', ' ')}: ${words ?? ''}`,
  ];
}
