import { Button, Checkboxes, FileUpload } from '#packages/govuk-jsx';
import { DayField, LineField, readDay, Wrong, type Answers } from '#platform/forms/inputs.tsx';
import { errorOf, kept, type FieldError } from '#platform/forms/read-form.ts';
import {
  page,
  pageToMend,
  redirectTo,
  type Answer,
  type PageContent,
  type PageRequest,
  type Route,
} from '#platform/http/route.ts';
import { uploadedBytes } from '#platform/http/uploaded-bytes.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { CsrfField } from '#platform/page/frame.tsx';
import { drawZones as draw, type DrawZonesRefusal } from '../../actions/zones/draw-zones.ts';
import { loadSmallAreas } from '../../actions/zones/load-small-areas.ts';
import { rowsOfTable } from '../../actions/zones/rows-of-text.ts';
import { drawZones } from '../../domain/permissions.ts';
import { readZoneList } from '../../domain/zones/zone-list.ts';
import { drawZonesWords, loadSmallAreasWords } from './zone-words.ts';
import { zonePlaces } from './places.ts';

/** Bringing in small areas, and drawing zones out of them by a file of two columns. */
export const drawingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: zonePlaces.smallAreas,
    policy: drawZones,
    answer: async (request) => page(smallAreasPage(request, { errors: [] })),
  },
  { method: 'POST', path: zonePlaces.smallAreas, policy: drawZones, uploads: true, answer: bringSmallAreas },
  {
    method: 'GET',
    path: zonePlaces.begin,
    policy: drawZones,
    answer: async (request) => page(zonesPage(request, { errors: [] })),
  },
  { method: 'POST', path: zonePlaces.begin, policy: drawZones, uploads: true, answer: bringZones },
];

const most = 5_000_000;

type Read = Awaited<ReturnType<typeof rowsOfTable>>;

async function tableOf(request: PageRequest): Promise<{ fileName: string; table: Read } | undefined> {
  const upload = request.uploads.find(({ field }) => field === 'file');
  if (!upload) return undefined;
  const fileName = upload.fileName.slice(-200);
  return { fileName, table: await rowsOfTable(fileName, await uploadedBytes(upload, most)) };
}

async function bringSmallAreas(request: PageRequest): Promise<Answer> {
  const again = (message: string) =>
    pageToMend(smallAreasPage(request, { errors: [{ field: 'file', message }] }));
  const given = await tableOf(request);
  if (!given) return again('Choose a file');
  const { fileName, table } = given;
  if (!table.done) return again(table.refusal.words);
  const loaded = await request.write((ctx) => loadSmallAreas(ctx, { fileName, table: table.value }));
  if (!loaded.done) return again(wordsOf(loadSmallAreasWords, loaded.refusal));
  return redirectTo(
    zonePlaces.draw,
    `${loaded.value.length.toLocaleString('en-GB')} small areas are known now.`,
  );
}

async function bringZones(request: PageRequest): Promise<Answer> {
  const { posted } = request;
  const again = (errors: readonly FieldError[]) => pageToMend(zonesPage(request, { posted, errors }));
  const name = kept(posted, 'name').trim().slice(0, 80);
  const dates = {
    from: readDay(posted, 'from', 'The first day'),
    until: readDay(posted, 'until', 'The last day'),
  };
  const errors = [
    ...(name === '' ? [{ field: 'name', message: 'Enter what these zones are called' }] : []),
    ...[dates.from, dates.until].flatMap((read) => (read.done ? [] : read.refusal.errors)),
  ];
  const given = await tableOf(request);
  if (!given) errors.push({ field: 'file', message: 'Choose a file' });
  if (errors.length > 0 || !given || !dates.from.done || !dates.until.done) return again(errors);
  const { table, fileName } = given;
  if (!table.done) return again([{ field: 'file', message: table.refusal.words }]);
  const read = readZoneList(table.value);
  if (!read.done) return again([{ field: 'file', message: wordsOf(drawZonesWords, read.refusal) }]);
  const [from, until] = [dates.from.value, dates.until.value];
  const drawn = await request.write((ctx) =>
    draw(ctx, {
      name,
      from: from ?? ctx.today,
      until,
      fileName,
      ...read.value,
      leaving: posted['leaving'] ? 'some-left-out' : 'nothing-left-out',
    }),
  );
  if (drawn.done) return redirectTo(zonePlaces.set(drawn.value.key), `${drawn.value.zones} zones are drawn.`);
  return again([{ field: fieldOf(drawn.refusal), message: wordsOf(drawZonesWords, drawn.refusal) }]);
}

function fieldOf({ reason }: DrawZonesRefusal): string {
  if (reason === 'set-name-without-letters') return 'name';
  if (reason === 'ends-before-it-begins') return 'until';
  return reason === 'left-out' ? 'leaving' : 'file';
}

const trail = [
  { text: 'Your work', href: '/work' },
  { text: 'Zones', href: zonePlaces.draw },
];

function smallAreasPage(request: PageRequest, answers: Answers): PageContent {
  const wrong = errorOf(answers.errors, 'file');
  return {
    title: 'Bring in small areas',
    breadcrumbs: trail,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Bring in small areas</h1>
        <p class="lead">
          Zones are drawn out of small areas. The list says which are ours, and what is known of each. A new
          list takes the place of the one before.
        </p>
        <form
          method="post"
          action={zonePlaces.smallAreas}
          encType="multipart/form-data"
          noValidate
          class="edit"
        >
          <CsrfField csrf={request.csrf} />
          <FileUpload
            name="file"
            id="file"
            label={{ text: 'List of small areas (CSV)', classes: 'govuk-label--s' }}
            hint={{
              text: 'A column of codes is needed: LSOA21CD, MSOA21CD, WD24CD or code. What else it has is read too: name, children, IMD decile, and rural or urban.',
            }}
            errorMessage={wrong === undefined ? undefined : { text: wrong }}
          />
          <Button text="Bring it in" preventDoubleClick />
        </form>
      </>
    ),
  };
}

function zonesPage(request: PageRequest, answers: Answers): PageContent {
  return {
    title: 'Draw zones',
    breadcrumbs: trail,
    body: (
      <>
        <Wrong errors={answers.errors} />
        <h1>Draw zones</h1>
        <p class="lead">
          A file of two columns says which small area lies in which zone. Nothing is kept before every code is
          known and every small area has its place.
        </p>
        <ZonesForm request={request} answers={answers} />
      </>
    ),
  };
}

function ZonesForm({ request, answers }: { request: PageRequest; answers: Answers }) {
  const [wrong, leaving] = [errorOf(answers.errors, 'file'), errorOf(answers.errors, 'leaving')];
  return (
    <form method="post" action={zonePlaces.begin} encType="multipart/form-data" noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <LineField
        answers={answers}
        name="name"
        label="What are these zones called?"
        hint="Family partnership zones, or School pyramids. A name that is there already gets a new version."
        before={request.query.get('name') ?? undefined}
      />
      <FileUpload
        name="file"
        id="file"
        label={{ text: 'File of zones (CSV)', classes: 'govuk-label--s' }}
        hint={{ text: 'Two columns: the code of a small area, and the name of its zone.' }}
        errorMessage={wrong === undefined ? undefined : { text: wrong }}
      />
      <DayField answers={answers} name="from" label="From which day on?" hint="Left empty: from today." />
      <DayField
        answers={answers}
        name="until"
        label="To which day?"
        hint="Left empty: until further notice."
      />
      <Checkboxes
        name="leaving"
        idPrefix="leaving"
        classes="govuk-checkboxes--small"
        errorMessage={leaving === undefined ? undefined : { text: leaving }}
        items={[{ value: 'yes', text: 'Some small areas are meant to be in no zone' }]}
        values={[...(answers.posted?.['leaving'] ?? [])]}
      />
      <Button text="Draw them" preventDoubleClick />
    </form>
  );
}
