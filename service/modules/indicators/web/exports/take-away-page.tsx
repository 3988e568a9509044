import {
  notFound,
  page,
  pageMadeOnce,
  redirectTo,
  type PageContent,
  type Route,
} from '#platform/http/route.ts';
import type { EesExport } from '../../queries/exports/ees-export.ts';
import { FiguresAround } from '../figures-around.tsx';
import { figuresNow } from '../figures-now.ts';
import { reading } from '../reading.ts';
import type { Asked } from '../scorecard/filters.tsx';
import { exportAsked } from './asked-export.ts';
import { takeAways, type TakeAway, type TakeAwayFiles, type TakeAwayOf } from './take-aways.ts';
import { takingAway } from './taking-away.ts';

/** Every form in which the figures of an area can be taken away, with what each is for. */
export const takeAwayRoute: Route = {
  method: 'GET',
  path: '/scorecards/:area/take-away',
  policy: 'everyone',
  answer: async (request) => {
    const stamp = await figuresNow(request);
    const found = await exportAsked(request);
    if (!found) return notFound();
    const { asked, made } = found;
    if (made.place.code !== request.params['area'])
      return redirectTo(takingAway.page(made.place.code, asked));
    const content = contentOf(request.path, { asked, ees: made, areaCode: made.place.code });
    return asked.framework === undefined
      ? pageMadeOnce(`${request.partnershipId} ${stamp}`, async () => content)
      : page(content);
  },
};

function contentOf(path: string, of: TakeAwayOf): PageContent {
  const { place } = of.ees;
  return {
    title: `Take away the figures of ${place.name}`,
    breadcrumbs: [
      { text: 'How we are doing', href: reading.outcomes },
      { text: 'Scorecards', href: reading.scorecards },
      { text: place.name, href: reading.scorecard(place.code) },
    ],
    body: (
      <FiguresAround path={path}>
        <h1>Take away the figures of {place.name}</h1>
        <p class="lead">
          {saysWhich(of.asked)} Nothing that a publisher hides leaves as a number: its symbol stands in its
          place.
        </p>
        {place.isInvented ? <p class="quiet">An invented county: every figure is made up.</p> : null}
        {takeAways.map((each) => (
          <Form key={each.key} form={each} of={of} />
        ))}
        <LeftOut made={of.ees} />
        <p>
          <a href="/open-data">Pictures, frames for your own site, and an interface for programs</a>
        </p>
      </FiguresAround>
    ),
  };
}

function saysWhich({ topic, framework, show }: Asked): string {
  const isPart = topic !== undefined || framework !== undefined || show !== 'with-figure';
  return isPart
    ? 'The measures that you had chosen on the scorecard.'
    : 'Every measure of the scorecard that has a figure.';
}

function Form({ form, of }: { form: TakeAway; of: TakeAwayOf }) {
  const files = form.files(of);
  return (
    <section id={form.key}>
      <h2>{form.title}</h2>
      <p>{form.whatFor}</p>
      {files.length === 0 ? (
        <p class="empty">There are no figures of this area to write yet.</p>
      ) : (
        <ul class="measure-list">
          {files.map((each) => (
            <Files key={each.links[0]?.href} files={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Files({ files: { of, links, note } }: { files: TakeAwayFiles }) {
  return (
    <li>
      {of === undefined ? null : <strong>{of}</strong>}
      {links.map(({ text, href }, at) => (
        <span key={href}>
          {at > 0 || of !== undefined ? <br /> : null}
          <a href={href}>
            {text}
            {of === undefined ? null : <span class="visually-hidden">, {of}</span>}
          </a>
        </span>
      ))}
      <span class="beneath">{note}</span>
    </li>
  );
}

/** What the format has no place for, so that nobody takes its absence for a zero. */
function LeftOut({ made: { leftOut, refused } }: { made: EesExport }) {
  if (leftOut.length + refused.length === 0) return null;
  return (
    <section id="left-out">
      <h2>What the Explore Education Statistics files leave out</h2>
      <ul class="measure-list">
        {refused.map(({ kind, words, findings }) => (
          <li key={kind}>
            <strong>{words}, every measure</strong>
            <span class="beneath">{findings.map((finding) => finding.words).join(' ')}</span>
          </li>
        ))}
        {leftOut.map(({ measure, why, figures, such }) => (
          <li key={`${measure} ${why}`}>
            <strong>{measure}</strong>
            <span class="beneath">
              {why} {figures === 1 ? `One figure: ${such}.` : `${figures} figures, such as ${such}.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
