import { Button, Select } from '#packages/govuk-jsx';
import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { gapOpenTable } from '../../domain/exports/gap-open-table.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import { standings, type FoundGaps } from '../../domain/gap/finder/find-gaps.ts';
import { finderTable } from '../../domain/gap/finder/finder-table.ts';
import { areasToChoose } from '../../queries/areas-to-choose.ts';
import { gapFinder, type GapFinderView } from '../../queries/gaps/gap-finder.ts';
import { disparityPlaces } from '../disparity/places.ts';
import { finderForms, OtherForms } from './other-forms.tsx';
import { moneyBesideGaps } from '../../queries/money/beside-gaps.ts';
import type { SpendBeside } from '../../queries/money/spend-beside.ts';
import type { TableForm } from '../exports/table-forms.ts';
import { FiguresAround, NoFiguresYet } from '../figures-around.tsx';
import { mayBringIn } from '../may-bring-in.ts';
import { reading } from '../reading.ts';
import { FoundSections, HowItIsRanked, leadOf } from './finder-sections.tsx';
import { MoneyBeside } from './money-beside.tsx';
import { gapPlaces } from './places.ts';

/** Which gaps of an area are surely large: the surest first; under the endings of `finderForms` the same as a file. */
export const finderRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: gapPlaces.finder,
    policy: 'everyone',
    answer: async (request) => {
      const found = await request.read(async (ctx) => {
        const view = await gapFinder(ctx, areaAsked(request));
        if (!view) return undefined;
        const money = await moneyBesideGaps(ctx, view.place.code);
        return { view, money, areas: (await areasToChoose(ctx)).all };
      });
      if (!found) return notFound();
      return page({
        title: `Gaps: ${found.view.place.name}`,
        breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
        body: <Finder {...found} path={request.path} mayBringIn={mayBringIn(request.actor)} />,
      });
    },
  },
  ...finderForms.map((form): Route => ({
    method: 'GET',
    path: `${gapPlaces.finder}${form.ending}`,
    policy: 'everyone',
    answer: (request) => tableFile(request, form),
  })),
];

async function tableFile(request: PageRequest, form: TableForm): Promise<Answer> {
  const view = await request.read((ctx) => gapFinder(ctx, areaAsked(request)));
  if (!view) return notFound();
  const { place, found } = view;
  const { now } = request;
  const name = `${place.isInvented ? 'invented-' : ''}gaps-${place.code}`;
  const publishers = standings.flatMap((standing) => found[standing].map((gap) => gap.definition.publisher));
  const table = gapOpenTable(finderTable(found, place.name), { place, publishers, today: dayInEngland(now) });
  return file(form.type, form.write(table, { now, name }), `${name}${form.ending}`);
}

function areaAsked(request: PageRequest): string | undefined {
  return request.query.get('area') || undefined;
}

type FinderProps = {
  view: GapFinderView;
  money: SpendBeside | undefined;
  areas: readonly Place[];
  path: string;
  mayBringIn: boolean;
};

function Finder({ view, money, areas, path, mayBringIn: may }: FinderProps) {
  const { place, found } = view;
  return (
    <FiguresAround path={path}>
      <h1>Gaps in {place.name}</h1>
      {areas.length === 0 && isEmpty(found) ? (
        <NoFiguresYet
          what="Here will be which groups of children are left behind, the surest large gaps first."
          mayBringIn={may}
        />
      ) : (
        <>
          <p class="lead">{leadOf(found)}</p>
          <ChooseArea place={place} areas={areas} />
          <FoundSections view={view} />
          <MoneyBeside money={money} />
          <HowItIsRanked view={view} />
          <p>
            <a href={gapPlaces.finderFile(place.code)}>All of these gaps as a file (CSV)</a>
          </p>
          <OtherForms
            what="all of these gaps"
            forms={finderForms}
            hrefOf={(ending) => gapPlaces.finderFile(place.code, ending)}
          />
        </>
      )}
      <p>
        <a href={disparityPlaces.laddersOf(place.code)}>
          Does it begin in what is decided? Decisions, step by step
        </a>
      </p>
    </FiguresAround>
  );
}

function isEmpty(found: FoundGaps): boolean {
  return standings.every((standing) => found[standing].length === 0);
}

function ChooseArea({ place, areas }: { place: Place; areas: readonly Place[] }) {
  const items = [
    { value: englandCode, text: 'England' },
    ...areas.map(({ code, name }) => ({ value: code, text: name })),
  ];
  const isListed = items.some(({ value }) => value === place.code);
  return (
    <form method="get" action={gapPlaces.finder} class="filters">
      <Select
        name="area"
        label={{ text: 'Area' }}
        value={place.code}
        items={isListed ? items : [{ value: place.code, text: place.name }, ...items]}
      />
      <Button text="Show" />
    </form>
  );
}
