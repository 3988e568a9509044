import type { Config } from '#platform/config/config.ts';
import { demonstrationSeeds } from '../../demonstration/load.ts';
import { takeLock } from '../../service/lock.ts';
import { openGround, type Ground } from '../../service/open-service.ts';
import type { Tell } from '../../service/seed.ts';

export type Opened = { ground: Ground; close: () => Promise<void> };

/** Opens the database in this process, where no service has it open. @throws AlreadyOpen where one has */
export async function openHere(config: Config, tell: Tell): Promise<Opened> {
  const control = config.databaseUrl ? undefined : await takeLock(config);
  try {
    const seeds = demonstrationSeeds(config);
    const ground = await openGround(config, { control, seeds, tell });
    const close = async (): Promise<void> => {
      await ground.close();
      await control?.close();
    };
    return { ground, close };
  } catch (fault) {
    await control?.close();
    throw fault;
  }
}
