import { notFound, page, type Route } from '#platform/http/route.ts';
import { outcomesOf, type Outcomes } from '../../queries/outcomes.ts';
import { FiguresAround } from '../figures-around.tsx';
import { mayBringIn } from '../may-bring-in.ts';
import { reading } from '../reading.ts';
import { latestFinding, latestVoice } from './beside-panels.tsx';
import { OutcomeSection } from './outcome-section.tsx';

/** The way in: what we promised, and how it stands, as number, finding and voice at equal size. */
export const outcomesRoute: Route = {
  method: 'GET',
  path: reading.outcomes,
  policy: 'everyone',
  answer: async (request) => {
    const slug = request.query.get('framework') || undefined;
    const found = await request.read((ctx) => outcomesOf(ctx, slug));
    if (!found) return slug === undefined ? page(nothingYet(request.path)) : notFound();
    return page({
      title: found.isLibrary ? `How ${found.place?.name ?? found.partnership} is doing` : 'How we are doing',
      body: (
        <FiguresAround path={request.path}>
          <OutcomesPage found={found} mayBringIn={mayBringIn(request.actor)} />
        </FiguresAround>
      ),
    });
  },
};

function nothingYet(path: string) {
  return {
    title: 'How we are doing',
    body: (
      <FiguresAround path={path}>
        <h1>How we are doing</h1>
        <div class="empty">
          <h2>There is no published strategy of ours yet</h2>
          <p>Here will be the outcomes that we promise, and how each of them stands.</p>
          <p>
            The first step is to <a href="/frameworks">bring a strategy in and publish it</a>.
          </p>
        </div>
      </FiguresAround>
    ),
  };
}

function OutcomesPage({ found, mayBringIn: may }: { found: Outcomes; mayBringIn: boolean }) {
  const { outcomes, place } = found;
  return (
    <>
      <h1>{found.isLibrary ? `How ${place?.name ?? found.partnership} is doing` : 'How we are doing'}</h1>
      <p class="lead">{summary(found)}</p>
      <p class="quiet">
        The outcomes of <a href={`/frameworks/${found.slug}`}>{found.name}</a>
        {place
          ? `, with figures for ${place.name}${place.isInvented ? ', an invented county: every figure is made up' : ''}`
          : ''}
        . A number, a look inside and children’s own words count the same here.
      </p>
      {outcomes.length === 0 ? (
        <p class="empty">This strategy names no outcomes for its first page yet.</p>
      ) : (
        outcomes.map((outcome, at) => (
          <OutcomeSection
            key={outcome.key}
            outcome={outcome}
            found={found}
            mayBringIn={may}
            isFirst={at === 0}
          />
        ))
      )}
      <Others found={found} />
    </>
  );
}

const counts = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'] as const;

/** What the page says, before it is read: how many outcomes, and how much is known of them. */
function summary({ outcomes }: Outcomes): string {
  const numbered = outcomes.filter(({ number }) => number.kind === 'measure' || number.kind === 'gap').length;
  const all = counts[outcomes.length] ?? String(outcomes.length);
  const some = (counts[numbered] ?? String(numbered)).toLowerCase();
  const promised = outcomes.length === 1 ? 'One outcome is promised' : `${all} outcomes are promised`;
  return `${promised}. ${capital(some)} ${numbered < 2 ? 'has' : 'have'} a published number. ${beside(outcomes)}`;
}

/** How many have what was found and what was said beside their number. */
function beside(outcomes: Outcomes['outcomes']): string {
  const found = outcomes.filter((outcome) => latestFinding(outcome)).length;
  const said = outcomes.filter((outcome) => latestVoice(outcome)).length;
  if (found + said === 0) return 'None has an audit finding or children’s own words beside it yet.';
  const words = (count: number) => (counts[count] ?? String(count)).toLowerCase();
  return `A closer look was taken at ${words(found)}, and people were asked about ${words(said)}.`;
}

function Others({ found }: { found: Outcomes }) {
  const others = found.strategies.filter(({ slug }) => slug !== found.slug);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>The same for another strategy</h2>
      <ul class="plain-list">
        {others.map(({ slug, name, isLibrary }) => (
          <li key={slug}>
            <a href={isLibrary ? reading.outcomesOf(slug) : reading.outcomes}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
