import type { Config } from '#platform/config/config.ts';
import { WrongUse, type Answer, type Call, type Deed } from '../../command-line/command.ts';
import { databaseSights, sayOfItself } from './database-sights.ts';
import { aroundSights, placeSights, portSight, programSights } from './machine-sights.ts';
import { postFor } from '#platform/mail/post-for.ts';
import { fine, note, toMend, type Sight } from './sight.ts';

/** Says what runs and what it runs on, what is missing, and how to mend it. */
export const doctor: Deed = {
  inService: sayOfItself,
  async run(call) {
    const program = await programSights();
    const settings = settingsOf(call);
    if ('sight' in settings) return answer([...program, settings.sight]);
    return answer([...program, fine('Settings', 'all are understood'), ...(await around(settings.config))]);
  },
};

async function around(config: Config): Promise<Sight[]> {
  const place = await placeSights(config);
  if (place.some(({ state, what }) => state === 'mend' && what === 'Place')) return place;
  const database = await databaseSights(config);
  const isRunning = database.some(({ what, state }) => what === 'Service' && state !== 'note');
  const port = await portSight(config, isRunning);
  return [...database, port, ...place, await postSight(config), ...(await aroundSights(config))];
}

/** Whether letters could leave: the mail server is asked, and nothing is sent. */
async function postSight(config: Config): Promise<Sight> {
  const post = postFor(config);
  const { ready, says } = await post.look();
  if (ready) return fine('Post', says);
  const words =
    'GOLDENTHREAD_SMTP and GOLDENTHREAD_POST_FROM say how letters leave (docs/guides/operate.md).';
  return post.kind === 'none' ? note('Post', says, words) : toMend('Post', says, words);
}

function settingsOf(call: Call): { config: Config } | { sight: Sight } {
  try {
    return { config: call.settings() };
  } catch (fault) {
    if (!(fault instanceof WrongUse)) throw fault;
    return { sight: toMend('Settings', fault.message, 'npx goldenthread --help names every setting.') };
  }
}

const marks = { fine: '✓', note: '·', mend: '✗' } as const;

function answer(sights: readonly Sight[]): Answer {
  const ill = sights.filter(({ state }) => state === 'mend').length;
  const width = Math.max(...sights.map(({ what }) => what.length));
  const lines = sights.flatMap(({ what, state, says, mend }) => [
    `${marks[state]} ${what.padEnd(width)}  ${says}`,
    ...(mend === undefined
      ? []
      : [`  ${' '.repeat(width)}  ${state === 'mend' ? 'To mend it: ' : ''}${mend}`]),
  ]);
  const end =
    ill === 0 ? 'All is well.' : ill === 1 ? 'One thing wants mending.' : `${ill} things want mending.`;
  return {
    exit: ill === 0 ? 0 : 1,
    document: { well: ill === 0, sights },
    out: [...lines, '', end].join('\n'),
  };
}
