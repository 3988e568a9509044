import { setUpPartnership } from '#modules/accounts/index.ts';
import { setUpOrganisations } from '#modules/partners/index.ts';
import { loadFrameworks, readFramework } from '#modules/strategy/index.ts';
import { readOwnFile } from '../service/library.ts';
import { asSeeder, type Seed } from '../service/seed.ts';
import { partnership } from './county.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';

const ownFramework = new URL('../frameworks/brackenshire.yaml', import.meta.url);

/** The invented county's first layer: the partnership, its organisations, the people to sign in as, and its own strategy. */
export const inventedCounty: Seed = {
  name: 'invented-county',
  says: 'Inventing the county of Brackenshire',
  owner: 'partnership',
  madeOf: [ownFramework, ...['county.ts', 'organisations.ts', 'people.ts'].map(beside)],
  async load({ transactions, partnershipId }) {
    const framework = await readOwnFile(ownFramework, readFramework);
    const names = new Map(organisations.map(({ key, name }) => [key, name]));
    await transactions.inTransaction(asSeeder(partnershipId), 'write', async (ctx) => {
      await setUpPartnership(ctx, {
        partnership,
        people: people.map(({ key, name, job, organisation, roles }) => ({
          key,
          name,
          job,
          organisation: names.get(organisation) ?? organisation,
          roles,
        })),
      });
      await setUpOrganisations(ctx, organisations);
      await loadFrameworks(ctx, { frameworks: [framework], crosswalks: [] });
    });
  },
};

/** What the demonstration brings in, for the partnership that the service shows; nothing where it shows a real one. */
export function demonstrationSeeds(config: { demonstration: boolean; partnership: string }): readonly Seed[] {
  return config.demonstration && config.partnership === partnership.slug ? [inventedCounty] : [];
}

function beside(file: string): URL {
  return new URL(file, import.meta.url);
}
