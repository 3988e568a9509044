import { Button, Select } from '#packages/govuk-jsx';
import { notFound, page, type Route } from '#platform/http/route.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import { areasToChoose } from '../../queries/areas-to-choose.ts';
import { laddersHere, type LaddersHere } from '../../queries/disparity/ladders-here.ts';
import { FiguresAround } from '../figures-around.tsx';
import { mayBringIn } from '../may-bring-in.ts';
import { reading } from '../reading.ts';
import { disparityPlaces } from './places.ts';

/** Which ladders of decisions have figures. */
export const laddersRoute: Route = {
  method: 'GET',
  path: disparityPlaces.ladders,
  policy: 'everyone',
  answer: async (request) => {
    const found = await request.read(async (ctx) => {
      const view = await laddersHere(ctx, request.query.get('area') || undefined);
      return view && { view, areas: (await areasToChoose(ctx)).all };
    });
    if (!found) return notFound();
    return page({
      title: `Decisions, step by step: ${found.view.place.name}`,
      breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
      body: <LaddersView {...found} path={request.path} mayBringIn={mayBringIn(request.actor)} />,
    });
  },
};

type Props = { view: LaddersHere; areas: readonly Place[]; path: string; mayBringIn: boolean };

function LaddersView({ view, areas, path, mayBringIn: may }: Props) {
  const { place, ladders } = view;
  return (
    <FiguresAround path={path}>
      <h1>Decisions, step by step</h1>
      <p class="lead">
        A gap in what becomes of children can begin in what is decided about them. Here each decision is
        looked at by itself: do children of every group go on alike from one step to the next?
      </p>
      <ChooseArea place={place} areas={areas} />
      {ladders.map((one) => (
        <LadderLine key={one.ladder.key} one={one} place={place} />
      ))}
      {may ? (
        <p>
          <a href="/imports">Bring in a table of steps by group</a>
        </p>
      ) : null}
    </FiguresAround>
  );
}

function LadderLine({ one, place }: { one: LaddersHere['ladders'][number]; place: Place }) {
  const { ladder, dimensions, told } = one;
  const href = disparityPlaces.ladder(ladder.key, { area: place.code });
  return (
    <section>
      <h2>
        <a href={href}>{ladder.title}</a>
      </h2>
      <p>{ladder.about}</p>
      <ol class="ladder-steps">
        {ladder.steps.map(({ key, name }) => (
          <li key={key}>
            {name} <span class="quiet">{told.has(key) ? '' : '(not known here)'}</span>
          </li>
        ))}
      </ol>
      <p class="quiet">
        {dimensions.length > 0
          ? `In ${place.name} told apart by: ${dimensions.map(({ name }) => name.toLowerCase()).join(', ')}.`
          : `For ${place.name} no table at hand tells these steps by group. The page says what is needed.`}
      </p>
    </section>
  );
}

function ChooseArea({ place, areas }: { place: Place; areas: readonly Place[] }) {
  const items = [
    { value: englandCode, text: 'England' },
    ...areas.map(({ code, name }) => ({ value: code, text: name })),
  ];
  const isListed = items.some(({ value }) => value === place.code);
  return (
    <form method="get" action={disparityPlaces.ladders} class="filters">
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
