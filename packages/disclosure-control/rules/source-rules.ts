import type { LevelRule, RuleSet, Symbols } from './rule-set.ts';

/** Symbols of the Government Analysis Function, as Explore Education Statistics uses them. */
const governmentSymbols: Symbols = { suppressed: 'c', low: 'low', notApplicable: 'z', unavailable: 'x' };
const starSymbols: Symbols = { suppressed: '*', low: 'low', notApplicable: 'z', unavailable: 'x' };

const everywhere = (rule: LevelRule): RuleSet['levels'] => ({
  national: rule,
  regional: rule,
  local: rule,
  'small-area': rule,
});

const dfeLevels: RuleSet['levels'] = {
  national: { rounds: { base: 10 } },
  regional: { rounds: { base: 10 } },
  local: { hides: { from: 1, to: 5 } },
  'small-area': { hides: { from: 1, to: 5 } },
};

/** Children in need, child protection: 1 to 5 held back for local authorities, which are otherwise as counted. */
export const dfeChildrenInNeed: RuleSet = {
  id: 'dfe-children-in-need',
  name: 'Department for Education, children in need',
  levels: dfeLevels,
  shares: { decimals: 1, leastBase: 6 },
  symbols: governmentSymbols,
  source: {
    title: 'Children in need: methodology; confirmed on the table of plans by duration, 2013 to 2025',
    on: '2025-10-30',
  },
};

/** Children looked after: the same counts, and shares as whole numbers. */
export const dfeLookedAfter: RuleSet = {
  id: 'dfe-looked-after',
  name: 'Department for Education, children looked after',
  levels: dfeLevels,
  shares: { decimals: 0, leastBase: 6 },
  symbols: governmentSymbols,
  source: {
    title: 'Children looked after in England: methodology; confirmed on its published tables',
    on: '2025-10-30',
  },
};

const hesSubNational: LevelRule = { hides: { from: 1, to: 7 }, rounds: { base: 5 } };

/** Hospital episodes, emergency care, child measurement: below the nation 1 to 7 held back, the rest to the nearest 5. */
export const nhsHospitalEpisodes: RuleSet = {
  id: 'nhs-hes-ecds',
  name: 'NHS England, hospital episodes and emergency care',
  levels: { national: {}, regional: hesSubNational, local: hesSubNational, 'small-area': hesSubNational },
  shares: { decimals: 1, leastBase: 8 },
  symbols: starSymbols,
  source: {
    title: 'Hospital Episode Statistics and Emergency Care Data Set: disclosure rule of September 2018',
    on: '2018-09-01',
  },
};

/** Fingertips: counts from 1 to 5 are flagged and held back; the rest to the nearest 5. */
export const fingertips: RuleSet = {
  id: 'fingertips',
  name: 'Office for Health Improvement and Disparities, Fingertips',
  levels: everywhere({ hides: { from: 1, to: 5 }, rounds: { base: 5 } }),
  shares: { decimals: 1, leastBase: 6 },
  symbols: starSymbols,
  source: { title: 'Fingertips: note on small counts; confirmed on indicator 90284', on: '2025-02-01' },
};

/** Indices of deprivation, numerators: fewer than 10 held back, the rest to the nearest 5. */
export const indicesOfDeprivation: RuleSet = {
  id: 'iod-idaci',
  name: 'Indices of deprivation, numerators',
  levels: everywhere({ hides: { from: 0, to: 9 }, rounds: { base: 5 } }),
  shares: { decimals: 1, leastBase: 10 },
  symbols: starSymbols,
  source: { title: 'Indices of Deprivation 2019: underlying indicators', on: '2019-09-26' },
};

/** The partnership's own cases, for everybody: fewer than 10 held back, none included; the rest to the nearest 5. */
export const ownCasesPublic: RuleSet = {
  id: 'own-cases-public',
  name: 'Own cases, for the public',
  levels: everywhere({ hides: { from: 0, to: 9 }, rounds: { base: 5 } }),
  shares: { decimals: 0, leastBase: 10 },
  symbols: governmentSymbols,
  source: {
    title: 'Ten and five, as the Office for National Statistics asks of shared records',
    on: '2025-11-01',
  },
};

/** The partnership's own cases, for partners only: fewer than 5 held back, none included; the rest as counted. */
export const ownCasesPartners: RuleSet = {
  id: 'own-cases-partners',
  name: 'Own cases, for partners only',
  levels: everywhere({ hides: { from: 0, to: 4 } }),
  shares: { decimals: 0, leastBase: 5 },
  symbols: governmentSymbols,
  source: { title: "The partnership's own rule for partners", on: '2025-11-01' },
};

/** A survey of children: ten must have answered, thirty on sensitive matters, from three schools or more. */
export const survey: RuleSet = {
  id: 'survey',
  name: 'Survey of children and young people',
  levels: everywhere({ hides: { from: 0, to: 9 } }),
  shares: { decimals: 0, leastBase: 10 },
  symbols: governmentSymbols,
  survey: { leastBase: 10, leastSensitiveBase: 30, leastSchools: 3 },
  source: {
    title: 'Base rule of the Active Lives children survey (30 answers, three schools); 10 on other matters',
    on: '2025-11-01',
  },
};

/** Output checking of research results: ten everywhere, none included, and the two rules on dominance. */
export const outputChecking: RuleSet = {
  id: 'acro-output-checking',
  name: 'Research outputs, as ACRO checks them',
  levels: everywhere({ hides: { from: 0, to: 9 } }),
  shares: { decimals: 1, leastBase: 10 },
  symbols: governmentSymbols,
  magnitudes: {
    leastContributors: 10,
    dominance: { n: 2, share: 0.9 },
    closeness: { share: 0.1 },
  },
  source: { title: 'ACRO, default parameters', on: '2025-06-01' },
};

/** Every rule set, by its id. */
export const ruleSets: Readonly<Record<string, RuleSet>> = Object.fromEntries(
  [
    dfeChildrenInNeed,
    dfeLookedAfter,
    nhsHospitalEpisodes,
    fingertips,
    indicesOfDeprivation,
    ownCasesPublic,
    ownCasesPartners,
    survey,
    outputChecking,
  ].map((rules) => [rules.id, rules]),
);
