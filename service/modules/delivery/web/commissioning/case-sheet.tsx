import { notFound, page, type Route } from '#platform/http/route.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import type { CommissionOption } from '../../domain/commissioning/commission.ts';
import { readBoards } from '../../domain/permissions.ts';
import { commissionView, type CommissionView } from '../../queries/commissioning/commission-view.ts';
import { sayPartners } from './commissions-page.tsx';
import { Heard } from './parts/need-part.tsx';
import { sayLatest } from './parts/say-latest.ts';
import { OptionTable } from './parts/option-table.tsx';
import { commissionPlaces } from './places.ts';

/** The case for money on one sheet: the need, the number, the voices, the options with their ranges, the ask. */
export const caseRoute: Route = {
  method: 'GET',
  path: commissionPlaces.sheet(':key'),
  policy: readBoards,
  answer: async (request) => {
    const view = await request.read((ctx) => commissionView(ctx, request.params['key'] ?? ''));
    if (!view) return notFound();
    return page({
      title: `The case for ${view.commission.title}`,
      sheet: true,
      body: <Sheet view={view} brand={request.brand.name} today={dayInEngland(request.now)} />,
    });
  },
};

function Sheet({ view, brand, today }: { view: CommissionView; brand: string; today: Day }) {
  const { commission, options } = view;
  return (
    <main class="case-sheet">
      <p class="no-print">
        <a href={commissionPlaces.one(commission.key)}>Back to the purchase</a>
      </p>
      <p class="quiet">
        {brand} · {sayDay(today)} · {sayPartners(commission, view.organisations)}
      </p>
      <h1 dir="auto">{commission.title}</h1>
      <div class="case-three">
        <section>
          <h2>The need</h2>
          <p dir="auto">{commission.need}</p>
          <p class="quiet" dir="auto">
            Known from: {commission.needSource}
          </p>
        </section>
        <NumberPart view={view} />
        <Voices view={view} />
      </div>
      <h2>The options, with what each costs and may bring</h2>
      {options.length === 0 ? (
        <p>No option is written down yet.</p>
      ) : (
        <OptionTable options={options} edit={undefined} />
      )}
      <AnywayAndAsk commission={commission} />
      <p class="quiet">
        Every sum that may come is a range, to the figures that its width deserves. What is between its ends
        is as likely as the assumptions beside it, and no more.
      </p>
    </main>
  );
}

function NumberPart({ view }: { view: CommissionView }) {
  const measure = view.measures.get(view.commission.needMeasureId);
  const told = view.told.get(view.commission.needMeasureId);
  return (
    <section>
      <h2>The number</h2>
      {measure ? (
        <>
          <p>{told ? sayLatest(told) : measure.state}</p>
          <p class="quiet">
            {measure.title}. {told ? `${told.source}. ` : ''}
            <a href={measure.link}>How it is counted</a>
          </p>
        </>
      ) : (
        <p>No published number tells this need. What was found and heard stands for it.</p>
      )}
    </section>
  );
}

function Voices({ view }: { view: CommissionView }) {
  const said = view.options.filter(({ whatChildrenSay }: CommissionOption) => whatChildrenSay !== '');
  const nothing =
    said.length === 0 && view.evidence.every((one) => one.voices.length + one.findings.length === 0);
  return (
    <section>
      <h2>What children say</h2>
      <Heard view={view} />
      {said.map(({ id, title, whatChildrenSay }) => (
        <p key={id} dir="auto">
          “{whatChildrenSay}” <span class="quiet">Of: {title}</span>
        </p>
      ))}
      {nothing ? <p>Nobody has asked them yet. That is missing from this case.</p> : null}
    </section>
  );
}

function AnywayAndAsk({ commission }: Pick<CommissionView, 'commission'>) {
  return (
    <div class="case-two">
      <section>
        <h2>What would happen anyway</h2>
        <p dir="auto">{commission.anyway || 'Nobody has written it down yet.'}</p>
      </section>
      <section class="case-ask">
        <h2>What we ask</h2>
        <p dir="auto">{commission.ask || 'Nobody has written it down yet.'}</p>
      </section>
    </div>
  );
}
