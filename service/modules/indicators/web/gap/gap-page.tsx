import { file, notFound, page, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import { placesTable } from '../../domain/gap/card/places-table.ts';
import { gapOpenTable } from '../../domain/exports/gap-open-table.ts';
import { gapTable } from '../../domain/gap/card/gap-table.ts';
import { measureId } from '../../domain/measure-facts.ts';
import { gapCard, type GapAsked, type GapCardView } from '../../queries/gaps/gap-card.ts';
import { hypothesesOf } from '../../queries/gaps/hypotheses.ts';
import { areasToChoose } from '../../queries/areas-to-choose.ts';
import { formAsked, type TableForm } from '../exports/table-forms.ts';
import { mayBringIn } from '../may-bring-in.ts';
import { reading } from '../reading.ts';
import { GapCardPage } from './gap-card.tsx';
import { deprivationTable, yearsTable } from './gap-charts.tsx';
import { mayExplain } from './may-explain.ts';
import { gapPlaces, gapTables, type GapTable } from './places.ts';

/** The truth of one gap: how wide, how sure, whether it is closing and because of whom, and why it might be there. */
export const gapRoute: Route = {
  method: 'GET',
  path: '/gaps/:source/:code',
  policy: 'everyone',
  answer: async (request) => {
    const { source = '', code = '' } = request.params;
    const wanted = formAsked(code);
    if (wanted) return tableFile(request, askedOf(request, `${source}:${wanted.name}`), wanted.form);
    const asked = askedOf(request, `${source}:${code}`);
    const found = await request.read(async (ctx) => {
      const view = await gapCard(ctx, asked);
      if (!view) return undefined;
      const gap = view.chosen && {
        measure: measureId(view.definition),
        group: view.chosen.group.key,
        areaCode: view.place.code,
      };
      return {
        view,
        areas: (await areasToChoose(ctx)).all,
        hypotheses: gap ? await hypothesesOf(ctx, gap) : [],
      };
    });
    if (!found) return notFound();
    const { definition } = found.view;
    return page({
      title: `${definition.title}: the gap`,
      breadcrumbs: [
        { text: 'How we are doing', href: reading.outcomes },
        { text: 'Gaps', href: gapPlaces.finder },
      ],
      body: (
        <GapCardPage
          {...found}
          path={request.path}
          origin={request.origin}
          mayBringIn={mayBringIn(request.actor)}
          mayExplain={mayExplain(request.actor)}
        />
      ),
    });
  },
};

function askedOf(request: PageRequest, id: string): GapAsked {
  return {
    id,
    areaCode: request.query.get('area') || undefined,
    group: request.query.get('group') || undefined,
  };
}

async function tableFile(request: PageRequest, asked: GapAsked, form: TableForm): Promise<Answer> {
  const view = await request.read((ctx) => gapCard(ctx, asked));
  const table = gapTables.find((one) => one === request.query.get('table')) ?? 'card';
  const made = view && tableOf(view, table);
  if (!view || !made) return notFound();
  const { place, definition, chosen } = view;
  const invented = place.isInvented ? 'invented-' : '';
  const name = `${invented}gap-${definition.code}-${chosen?.group.key ?? 'deprivation'}-${place.code}-${table}`;
  const { now } = request;
  const of = { place, publishers: [definition.publisher], today: dayInEngland(now) };
  return file(form.type, form.write(gapOpenTable(made, of), { now, name }), `${name}${form.ending}`);
}

function tableOf(view: GapCardView, table: GapTable) {
  const { card, place } = view;
  if (table === 'deprivation') return deprivationTable(view);
  if (table === 'places') return view.places.length > 0 ? placesTable(view) : undefined;
  if (!card) return undefined;
  return table === 'card' ? gapTable(card, place) : yearsTable(view, card);
}
