import type { SmallArea } from './small-area.ts';

/** What a place is made of: how many children, how deprived, how rural. */
export type MakeUp = {
  readonly smallAreas: number;
  /** undefined where one of its small areas has no number */
  readonly children: number | undefined;
  /** how many small areas, and how many of its children, lie in each tenth of England; the first is the most deprived */
  readonly tenths:
    | readonly { readonly tenth: number; readonly smallAreas: number; readonly children: number }[]
    | undefined;
  readonly ruralUrban: { readonly rural: Part; readonly urban: Part } | undefined;
};

type Part = { readonly smallAreas: number; readonly children: number };

/** The make-up of a place, from its small areas. What is not known of every one of them is not said of the whole. */
export function makeUpOf(areas: readonly SmallArea[]): MakeUp {
  const everyone = areas.every(({ children }) => children !== undefined);
  const partOf = (some: readonly SmallArea[]): Part => ({
    smallAreas: some.length,
    children: everyone ? some.reduce((sum, { children = 0 }) => sum + children, 0) : 0,
  });
  const hasTenths = areas.length > 0 && areas.every(({ deprivationTenth }) => deprivationTenth !== undefined);
  const hasKinds = areas.length > 0 && areas.every(({ ruralUrban }) => ruralUrban !== undefined);
  return {
    smallAreas: areas.length,
    children: everyone && areas.length > 0 ? partOf(areas).children : undefined,
    tenths: hasTenths
      ? Array.from({ length: 10 }, (_, at) => ({
          tenth: at + 1,
          ...partOf(areas.filter(({ deprivationTenth }) => deprivationTenth === at + 1)),
        }))
      : undefined,
    ruralUrban: hasKinds
      ? {
          rural: partOf(areas.filter(({ ruralUrban }) => ruralUrban === 'rural')),
          urban: partOf(areas.filter(({ ruralUrban }) => ruralUrban === 'urban')),
        }
      : undefined,
  };
}

/** The share of children in the two most deprived tenths of England, in percent; undefined where it is not known. */
export function mostDeprivedShare({ tenths, children }: MakeUp): number | undefined {
  if (!tenths || children === undefined || children === 0) return undefined;
  const among = tenths.filter(({ tenth }) => tenth <= 2).reduce((sum, one) => sum + one.children, 0);
  return (100 * among) / children;
}

/** The share of children who live in rural places, in percent; undefined where it is not known. */
export function ruralShare({ ruralUrban, children }: MakeUp): number | undefined {
  if (!ruralUrban || children === undefined || children === 0) return undefined;
  return (100 * ruralUrban.rural.children) / children;
}
