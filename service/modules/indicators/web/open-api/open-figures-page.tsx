import type { ComponentChildren } from 'preact';
import { page, type PageRequest, type Route } from '#platform/http/route.ts';
import { licence } from '../../domain/exports/licence.ts';
import { areasToChoose } from '../../queries/areas-to-choose.ts';
import { FiguresAround } from '../figures-around.tsx';
import { gapPlaces } from '../gap/places.ts';
import { picturePlaces } from '../pictures/places.ts';
import { reading } from '../reading.ts';
import { datasetOf } from './dataset.ts';
import { openPlaces } from './open-places.ts';

/** What can be taken from here, how, and under which licence: for people, and as a data set for search engines. */
export const openDataRoute: Route = {
  method: 'GET',
  path: openPlaces.page,
  policy: 'everyone',
  answer: async (request) => {
    const { home, all } = await request.read(areasToChoose);
    const example = home?.code ?? all[0]?.code ?? 'E10000013';
    return page({
      title: 'Open figures',
      breadcrumbs: [{ text: 'How we are doing', href: reading.outcomes }],
      body: (
        <FiguresAround path={request.path}>
          <h1>Open figures</h1>
          <p class="lead">
            Everything that these pages show of figures can be taken away: as files, as pictures, as frames
            for your own site, or by a program. No key, no account. What a publisher hides, or what could
            point at a child, is hidden in all of them.
          </p>
          <Files area={example} />
          <Pictures area={example} />
          <Programs request={request} area={example} />
          <Licence request={request} />
          <script
            type="application/ld+json"
            // oxlint-disable-next-line react/no-danger -- a script's text is not escaped as HTML is; datasetOf holds no "<"
            dangerouslySetInnerHTML={{ __html: datasetOf(request) }}
          />
        </FiguresAround>
      ),
    });
  },
};

function Files({ area }: { area: string }) {
  return (
    <section id="files">
      <h2>Files</h2>
      <p>
        Every chart has its numbers as a CSV file beneath it. Every scorecard leads to “take away”:
        spreadsheets for Excel and OpenDocument, CSV, Parquet, JSON, and the format of Explore Education
        Statistics.
      </p>
      <p>
        <a href={`${reading.scorecard(area)}/take-away`}>Take away the figures of an area</a>
      </p>
    </section>
  );
}

function Pictures({ area }: { area: string }) {
  const measure = { source: 'lait', code: 'FSP_NEW_GOODDEV' };
  const file = `${reading.measure(measure)}.csv?area=${area}&table=years`;
  const { svg, png } = picturePlaces.ofFile(file);
  return (
    <>
      <section id="pictures">
        <h2>Pictures</h2>
        <p>
          Beside the CSV of every chart stand two pictures of it: SVG, which can be enlarged without loss, and
          PNG, for slides and letters. Title, source, licence and date stand inside the picture. Add{' '}
          <code>&amp;width=1800</code> for another width, from 600 to 2,400 pixels.
        </p>
        <Addresses list={[svg, `${png}&width=1800`]} />
      </section>
      <section id="embed">
        <h2>On your own site</h2>
        <p>
          Under the charts of a measure or a gap, “Put this on your site” gives a line to copy. The frame
          needs no script, sets no cookie, follows your reader’s light or dark screen and always shows the
          newest figures. A page editor that speaks oEmbed only needs the address of the page.
        </p>
        <Addresses
          list={[
            picturePlaces.embed(file),
            picturePlaces.row(measure, area),
            picturePlaces.embed(
              gapPlaces.file(measure, { area, group: 'free-school-meals', table: 'years' }),
            ),
            picturePlaces.oembed(reading.measure(measure, area)),
          ]}
        />
      </section>
    </>
  );
}

function Programs({ request, area }: { request: PageRequest; area: string }) {
  return (
    <section id="programs">
      <h2>For programs</h2>
      <p>
        An open interface answers in JSON, from any site. Its{' '}
        <a href={openPlaces.document}>description (OpenAPI 3.1)</a> names every address and every field. Lists
        come a page at a time: follow <code>next</code>. Send back the <code>ETag</code> to learn that nothing
        changed. Addresses under <code>/api/v1</code> keep their meaning; what must change gets another
        number.
      </p>
      <Addresses
        list={[
          openPlaces.root,
          openPlaces.measures,
          openPlaces.measure('lait:FSP_NEW_GOODDEV'),
          openPlaces.figures('lait:FSP_NEW_GOODDEV', area),
          openPlaces.areas,
          openPlaces.area(area),
          openPlaces.scorecard(area),
          openPlaces.gapsOf(area),
          openPlaces.gap('lait:FSP_NEW_GOODDEV', { area }),
          openPlaces.ownMeasures,
          openPlaces.frameworks,
        ]}
      />
      <p>In a terminal:</p>
      <p>
        <code>
          curl {request.origin}
          {openPlaces.figures('lait:FSP_NEW_GOODDEV', area)}
        </code>
      </p>
    </section>
  );
}

function Licence({ request }: { request: PageRequest }) {
  return (
    <section id="licence">
      <h2>Licence, and what to write beneath</h2>
      <p>
        The figures of public bodies come under the <a href={licence.link}>{licence.words}</a>: use them for
        whatever you like, and say whose they are. Every file, picture and answer names the publisher. Write,
        for example:
      </p>
      <p>
        <q>
          Source: Department for Education, through {request.brand.name}. {licence.words}.
        </q>
      </p>
      {request.brand.invented ? (
        <p>
          <strong>Everything here is invented.</strong> The county, its children and its figures are made up
          to show how the service works.
        </p>
      ) : null}
    </section>
  );
}

/** Addresses that can be tried, each on a line. */
function Addresses({ list }: { list: readonly string[] }): ComponentChildren {
  return (
    <ul class="measure-list addresses">
      {list.map((address) => (
        <li key={address}>
          <a href={address}>
            <code>{address}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
