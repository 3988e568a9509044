import { z } from 'zod';
import type { Deed } from '../command-line/command.ts';
import { groundWork } from '../ground/ground-work.ts';

const work = groundWork({
  name: 'migrate',
  payload: z.object({}),
  result: z.object({ applied: z.number(), database: z.enum(['embedded', 'server']), place: z.string() }),
  // a ground is brought up to date as it opens, whoever opened it
  act: async ({ migrated, database }) => {
    const { place } = await database.about();
    return { applied: migrated, database: database.kind, place };
  },
});

/** Brings the database up to date. */
export const migrate: Deed = {
  inService: work.inService,
  async run(call) {
    const result = await work.do(call, {});
    const { applied, place } = result;
    const words =
      applied === 0
        ? 'Nothing was waiting.'
        : `${applied === 1 ? 'One migration was' : `${applied} migrations were`} applied when it was opened.`;
    return { exit: 0, document: result, out: `The database (${place}) is up to date. ${words}` };
  },
};
