import { demonstrationSeeds } from '../../demonstration/load.ts';
import { openGround } from '../../service/open-service.ts';
import { untilStopped } from '../../service/until-stopped.ts';
import { Refused, type Deed } from '../command-line/command.ts';

/** Deals with what waits after facts became true. */
export const worker: Deed = {
  async run(call) {
    const config = call.settings();
    if (!config.databaseUrl)
      throw new Refused(
        'no-server',
        'The worker is for a PostgreSQL server, and DATABASE_URL names none. On the embedded database the service deals with the queue itself: start that.',
      );
    const ground = await openGround(config, { tell: call.tell, seeds: demonstrationSeeds(config) });
    ground.outbox.start();
    ground.schedules.start();
    const { place } = await ground.database.about();
    call.hand({ pid: process.pid, database: place });
    call.say(`The worker looks after the queue of ${place}. Stop it with Ctrl+C.`);
    const exit = await untilStopped(ground.close, () =>
      call.say('Stopping, as soon as the work in hand is done…'),
    );
    return exit === 0
      ? { exit: 0, document: {}, out: 'Stopped. What still waits is dealt with by the next worker.' }
      : {
          exit: 3,
          document: {},
          note: 'The work in hand took too long and was broken off; it is tried again.',
        };
  },
};
