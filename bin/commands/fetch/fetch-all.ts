import { wordsOf } from '#platform/kernel/outcome.ts';
import { z } from 'zod';
import { fetchRefusals, fetchSource, isDue, sourcesToFetch } from '#modules/indicators/index.ts';
import { Refused, type Deed } from '../../command-line/command.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';
import { answerOf, fetchReport, reportOf, type FetchReport } from './fetching.ts';

const work = groundWork({
  name: 'fetch all',
  payload: z.object({ dueOnly: z.boolean() }),
  result: z.object({ fetched: z.array(fetchReport) }),
  async act(ground, { dueOnly }, { tell, signal }) {
    const who = commandLine(ground);
    const act: Parameters<typeof fetchSource>[0] = (access, deed) =>
      ground.transactions.inTransaction(who, access, deed);
    const all = await act('read', async (ctx) =>
      (await sourcesToFetch(ctx)).filter(
        (source) => !source.isPaused && (!dueOnly || isDue(source, ctx.now)),
      ),
    );
    const fetched: FetchReport[] = [];
    for (const { id, title } of all) {
      const said = (says: string): void => tell({ says: `${title}: ${says}` });
      const came = await fetchSource(act, { publishers: ground.publishers, id, signal, tell: said });
      if (came.done) fetched.push(reportOf(title, came.value));
      else if (came.refusal.reason === 'not-allowed')
        throw new Refused(came.refusal.reason, wordsOf(fetchRefusals, came.refusal));
    }
    return { fetched };
  },
});

/** Fetches everything that is set to be fetched and does not rest. */
export const fetchAll: Deed = {
  inService: work.inService,
  async run(call) {
    const { fetched } = await work.do(call, { dueOnly: call.has('due') });
    const answer = answerOf(fetched);
    return fetched.length === 0 ? { ...answer, out: 'There is nothing to fetch now.' } : answer;
  },
};
