import { accountsMayCome } from './expected/accounts.ts';
import { aroundMayCome } from './expected/around.ts';
import { auditMayCome } from './expected/audit.ts';
import { bringingInMayCome } from './expected/bringing-in.ts';
import { dangerMayCome } from './expected/danger.ts';
import { deliveryMayCome } from './expected/delivery.ts';
import type { Expectation, Expected } from './expected/expectation.ts';
import { familiesMayCome } from './expected/families.ts';
import { figuresMayCome } from './expected/figures.ts';
import { rightsMayCome } from './expected/rights.ts';
import { sharingMayCome } from './expected/sharing.ts';
import { signInMayCome } from './expected/sign-in.ts';
import { strategyMayCome } from './expected/strategy.ts';

/**
 * Written from what the product promises to whom, apart from the code: a route that is not here is a disagreement, and
 * so is an address here that no route answers. Each room's lines stand in a file of `expected/`.
 */
export const whoMayCome: readonly Expectation[] = [
  ...aroundMayCome,
  ...signInMayCome,
  ...accountsMayCome,
  ...strategyMayCome,
  ...figuresMayCome,
  ...bringingInMayCome,
  ...deliveryMayCome,
  ...sharingMayCome,
  ...dangerMayCome,
  ...familiesMayCome,
  ...rightsMayCome,
  ...auditMayCome,
];

/** Who is expected at each address. */
export function expectedAt(table: readonly Expectation[] = whoMayCome): ReadonlyMap<string, Expected> {
  return new Map(table.flatMap(({ who, addresses }) => addresses.map((address) => [address, who])));
}
