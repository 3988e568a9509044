import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { boundaryWords, loadBoundaries } from '#modules/indicators/index.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { Refused, type Answer, type Deed } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const asked = z.object({ path: z.string(), source: z.string(), layer: z.string().nullable() });

const loaded = z.object({ areas: z.number(), points: z.number(), leftOut: z.array(z.string()) });

type Loaded = z.infer<typeof loaded>;

const work = groundWork({
  name: 'measures boundaries',
  payload: asked,
  result: loaded,
  async act(ground, { path, source, layer }, { tell }): Promise<Loaded> {
    const fileName = basename(path);
    tell({ says: `Reading ${fileName}`, done: 0, of: 2 });
    const bytes = await readGivenFile(path);
    tell({ says: 'Making the outlines', done: 1, of: 2 });
    const outcome = await ground.transactions.inTransaction(commandLine(ground), 'write', (ctx) =>
      loadBoundaries(ctx, { fileName, bytes, source, layer: layer ?? undefined }),
    );
    if (!outcome.done)
      throw new Refused(outcome.refusal.reason, `${fileName}: ${wordsOf(boundaryWords, outcome.refusal)}.`);
    const { areas, points, leftOut } = outcome.value;
    return { areas, points, leftOut: [...leftOut] };
  },
});

/** Loads a file of boundaries, so that maps are drawn in the areas' own shape. */
export const measuresBoundaries: Deed = {
  inService: work.inService,
  async run(call) {
    const path = resolve(call.arguments[0] ?? '');
    const source = (call.valueOf('source') ?? '').trim();
    if (source === '')
      throw new Refused(
        'source-missing',
        'Say whose boundaries they are, as it is to stand under the maps: --source "Office for National Statistics, 2024".',
      );
    // a name mistyped is said sooner than a database is opened
    await readGivenFile(path);
    const result = await work.do(call, { path, source, layer: call.valueOf('layer') ?? null });
    return answerOf(basename(path), result);
  },
};

function answerOf(file: string, { areas, points, leftOut }: Loaded): Answer {
  const count = (number: number) => number.toLocaleString('en-GB');
  const named = leftOut.slice(0, 10).join('; ');
  return {
    exit: 0,
    document: { file, areas, points, leftOut },
    out: [
      `${file} is loaded: the outlines of ${areas === 1 ? 'one area' : `${count(areas)} areas`}, drawn with ${count(points)} points.`,
      ...(leftOut.length > 0
        ? [
            `  ${count(leftOut.length)} left out, because nothing is known of them here: ${named}${leftOut.length > 10 ? ' …' : ''}`,
          ]
        : []),
    ].join('\n'),
  };
}
