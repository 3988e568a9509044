import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { bringInTexts, setUpAreas, type AreasToSetUp } from '#modules/indicators/index.ts';
import { loadFrameworks, readFramework } from '#modules/strategy/index.ts';
import type { Who } from '#platform/db/transactions.ts';
import { readOwnFile } from '../service/library.ts';
import type { Seed, SeedGround } from '../service/seed.ts';
import { inventedFrontDoor } from './danger/front-door.ts';
import { county, neighbours, partnership, region, zones } from './county.ts';
import { deliverySeeds } from './delivery/delivery-seeds.ts';
import { inventedFamilies } from './families/families-seed.ts';
import { loadEvidence } from './figures/evidence.ts';
import { loadFetchSource } from './figures/fetching.ts';
import { loadGapCauses } from './figures/gaps.ts';
import { inventedFiles } from './measures.ts';
import { loadKeptScorecards } from './figures/kept-scorecards.ts';
import { loadMoney } from './figures/money.ts';
import { organisations } from './organisations.ts';
import { loadOwnMeasures } from './figures/own-measures.ts';
import { loadReportCards } from './figures/report-cards.ts';
import { people } from './people.ts';
import { loadPlaces } from './figures/places.ts';
import { loadSurveys } from './figures/surveys.ts';
import { inventedAgreements, inventedLedger } from './sharing/sharing-seeds.ts';
import { inventedRights } from './rights/rights-seed.ts';
import { loadSuppliers } from './supply/suppliers.ts';
import { inventedWhoComesIn } from './who-comes-in.ts';

const ownFramework = new URL('../frameworks/brackenshire.yaml', import.meta.url);

/** The invented county's first layer: the partnership, its organisations, the people to sign in as, and its own strategy. */
const inventedCounty: Seed = {
  name: 'invented-county',
  says: 'Inventing the county of Brackenshire',
  owner: 'partnership',
  madeOf: [ownFramework, ...['county.ts', 'organisations.ts', 'people.ts'].map(beside)],
  async load({ transactions, partnershipId }) {
    const framework = await readOwnFile(ownFramework, readFramework);
    await transactions.inTransaction(demonstrator(partnershipId), 'write', async (ctx) => {
      await setUpOrganisations(ctx, organisations);
      await setUpPartnership(ctx, {
        partnership,
        people: people.map(({ key, name, job, organisation, roles }) => ({
          key,
          name,
          job,
          organisationKey: organisation,
          email: `${key}@brackenshire.example`,
          roles,
        })),
      });
      await loadFrameworks(ctx, { frameworks: [framework], crosswalks: [] });
    });
  },
};

/** Ten invented years, brought in through the same door as published files. */
const inventedFigures: Seed = {
  name: 'invented-figures',
  says: 'Inventing ten years of figures',
  owner: 'partnership',
  madeOf: [new URL('measures/', import.meta.url), ...['county.ts', 'measures.ts'].map(beside)],
  async load({ transactions, partnershipId, keepIn }) {
    const who = demonstrator(partnershipId);
    await transactions.inTransaction(who, 'write', (ctx) => setUpAreas(ctx, inventedAreas()));
    const texts = inventedFiles()
      // the codes of regions are set up above: nobody hands such a list in
      .filter(({ format }) => format !== 'region-codes')
      .map(({ publishedAs, text }) => ({ name: publishedAs, text }));
    const brought = await bringInTexts((access, work) => transactions.inTransaction(who, access, work), {
      texts,
      keepIn,
    });
    const failed = brought.done ? brought.value.filter(({ became }) => became === 'failed') : [];
    if (!brought.done || failed.length > 0)
      throw new Error(
        `the invented figures were not brought in: ${failed.map(({ fileName, batch }) => `${fileName}: ${batch.failure ?? ''}`).join('; ')}`,
      );
  },
};

/** What the county counts itself, protected before anybody else sees it. */
const inventedOwnMeasures: Seed = {
  name: 'invented-own-measures',
  says: 'Counting what nobody publishes',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/own-measures.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    loadOwnMeasures((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** Where children live: small areas with their boundaries, zones and wards drawn out of them, and a measure by small area. */
const inventedPlaces: Seed = {
  name: 'invented-places',
  says: 'Drawing invented places',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/places.ts', 'figures/small-areas.ts', 'figures/voronoi.ts'].map(beside),
  load: ({ transactions, partnershipId, keepIn }) =>
    loadPlaces(
      (access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work),
      keepIn,
    ),
};

/** What a charity counts and sends by a link, so that a letter lies in the post for whoever tries it. */
const inventedSuppliers: Seed = {
  name: 'invented-suppliers',
  says: 'Writing to an invented charity',
  owner: 'partnership',
  madeOf: ['county.ts', 'supply/suppliers.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    loadSuppliers((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** Why an invented gap might be there, to be read on its card. */
const inventedCauses: Seed = {
  name: 'invented-causes',
  says: 'Guessing why a gap is there',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/gaps.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    loadGapCauses((access, work) =>
      transactions.inTransaction(
        { actor: { kind: 'service', name: 'Invented' }, partnershipId },
        access,
        work,
      ),
    ),
};

/** What partners spend beside need. */
const inventedMoney: Seed = {
  name: 'invented-money',
  says: 'Inventing what partners spend',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/money.ts', 'figures/claims.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    loadMoney((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** A line with limits, a story, a target and a verdict that somebody doubts. */
const inventedReportCards: Seed = {
  name: 'invented-report-cards',
  says: 'Writing on report cards',
  owner: 'partnership',
  madeOf: ['county.ts', 'people.ts', 'figures/limits.ts', 'figures/report-cards.ts'].map(beside),
  load: (ground) => loadReportCards(ground),
};

/** What was found, heard and judged beside the numbers. */
const inventedEvidence: Seed = {
  name: 'invented-evidence',
  says: 'Looking closely, and asking',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/evidence.ts'].map(beside),
  load: ({ transactions, partnershipId }) =>
    loadEvidence((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** What could be fetched from a publisher, and rests. */
const inventedFetching: Seed = {
  name: 'invented-fetching',
  says: 'Naming what could be fetched',
  owner: 'partnership',
  madeOf: [beside('figures/fetching.ts')],
  load: ({ transactions, partnershipId }) =>
    loadFetchSource((access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work)),
};

/** Scorecards that were kept in quarters past, and what some measures ask. */
const inventedKeptScorecards: Seed = {
  name: 'invented-kept-scorecards',
  says: 'Keeping scorecards as they stood',
  owner: 'partnership',
  madeOf: ['county.ts', 'people.ts', 'figures/kept-scorecards.ts'].map(beside),
  load: (ground) => loadKeptScorecards(ground),
};

/** What children answered in two waves, a measure by formula, and two that are read together. */
const inventedSurveys: Seed = {
  name: 'invented-surveys',
  says: 'Asking the children of Brackenshire',
  owner: 'partnership',
  madeOf: ['county.ts', 'figures/surveys.ts', 'figures/worked-out.ts'].map(beside),
  load: ({ transactions, partnershipId, keepIn }) =>
    loadSurveys(
      (access, work) => transactions.inTransaction(demonstrator(partnershipId), access, work),
      keepIn,
    ),
};

function inventedAreas(): AreasToSetUp {
  const counties = [county, ...neighbours].map(({ code, number, name, kind, regionName }) => ({
    code,
    dfeCode: number,
    name,
    kind,
    regionCode: regionName === region.name ? region.code : undefined,
  }));
  const regions = [
    {
      code: region.code,
      dfeCode: region.number,
      name: region.name,
      kind: region.kind,
      regionCode: undefined,
    },
  ];
  const parts = zones.map(({ code, name }) => ({
    code,
    dfeCode: undefined,
    name,
    kind: 'zone',
    regionCode: undefined,
  }));
  return { home: county.code, areas: [...counties, ...regions, ...parts] };
}

function demonstrator(partnershipId: SeedGround['partnershipId']): Who {
  return { actor: { kind: 'service', name: 'demonstration' }, partnershipId };
}

/** What the demonstration brings in, for the partnership that the service shows; nothing where it shows a real one. */
export function demonstrationSeeds(config: { demonstration: boolean; partnership: string }): readonly Seed[] {
  return config.demonstration && config.partnership === partnership.slug
    ? [
        inventedCounty,
        inventedWhoComesIn,
        inventedFigures,
        inventedPlaces,
        inventedOwnMeasures,
        inventedSuppliers,
        inventedReportCards,
        inventedSurveys,
        inventedCauses,
        inventedMoney,
        inventedEvidence,
        inventedKeptScorecards,
        inventedFetching,
        inventedFrontDoor,
        inventedAgreements,
        ...deliverySeeds,
        inventedFamilies,
        inventedLedger,
        inventedRights,
      ]
    : [];
}

function beside(file: string): URL {
  return new URL(file, import.meta.url);
}
