import { Button, ErrorSummary, FileUpload, Input } from '#packages/govuk-jsx';
import { kept } from '#platform/forms/read-form.ts';
import {
  notFound,
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
import { loadBoundaries, mostBoundaryBytes, withdrawBoundaries } from '../../actions/maps/load-boundaries.ts';
import { drawZones } from '../../domain/permissions.ts';
import { boundariesLoaded, type BoundaryFile } from '../../queries/maps/boundaries-loaded.ts';
import { zonePlaces } from '../zones/places.ts';
import { boundaryWords } from '../../actions/maps/boundary-words.ts';
import { mapPlaces } from './places.ts';

/** Where an analyst loads boundaries, and withdraws a file of them as a whole. */
export const boundariesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: mapPlaces.boundaries,
    policy: drawZones,
    answer: async (request) => page(await content(request)),
  },
  { method: 'POST', path: mapPlaces.boundaries, policy: drawZones, uploads: true, answer: load },
  {
    method: 'POST',
    path: mapPlaces.withdraw(':id'),
    policy: drawZones,
    answer: async (request) => {
      const withdrawn = await request.write((ctx) => withdrawBoundaries(ctx, request.params['id'] ?? ''));
      if (withdrawn.done) return redirectTo(mapPlaces.boundaries, 'Withdrawn. Maps are drawn without it.');
      return withdrawn.refusal.reason === 'file-missing' ? redirectTo(mapPlaces.boundaries) : notFound();
    },
  },
];

async function load(request: PageRequest): Promise<Answer> {
  const upload = request.uploads.find(({ field }) => field === 'file');
  if (!upload) return pageToMend(await content(request, { field: 'file', message: 'Choose a file' }));
  const source = kept(request.posted, 'source').trim();
  if (source === '')
    return pageToMend(
      await content(request, { field: 'source', message: 'Enter whose boundaries they are' }),
    );
  const bytes = await uploadedBytes(upload, mostBoundaryBytes + 1);
  const layer = kept(request.posted, 'layer').trim();
  const loaded = await request.write((ctx) =>
    loadBoundaries(ctx, {
      fileName: upload.fileName.slice(-200),
      bytes,
      source: source.slice(0, 200),
      layer: layer === '' ? undefined : layer,
    }),
  );
  if (loaded.done) return redirectTo(mapPlaces.boundaries, sayLoaded(loaded.value));
  const { refusal } = loaded;
  const field = refusal.reason.startsWith('layer') ? 'layer' : 'file';
  return pageToMend(await content(request, { field, message: wordsOf(boundaryWords, refusal) }));
}

function sayLoaded({ areas, leftOut }: { areas: number; leftOut: readonly string[] }): string {
  const loaded = areas === 1 ? 'One area was loaded.' : `${areas.toLocaleString('en-GB')} areas were loaded.`;
  if (leftOut.length === 0) return loaded;
  const named = leftOut.slice(0, 3).join(', ');
  return `${loaded} ${leftOut.length} that nothing is known of here ${leftOut.length === 1 ? 'was' : 'were'} left out: ${named}${leftOut.length > 3 ? ' and more' : ''}.`;
}

type Wrong = { field: string; message: string };

async function content(request: PageRequest, wrong?: Wrong): Promise<PageContent> {
  const files = await request.read(boundariesLoaded);
  return {
    title: 'Boundaries for maps',
    breadcrumbs: [
      { text: 'Your work', href: '/work' },
      { text: 'Zones', href: zonePlaces.draw },
    ],
    body: (
      <>
        {wrong ? (
          <ErrorSummary
            titleText="There is something to put right"
            errorList={[{ href: `#${wrong.field}`, text: wrong.message }]}
          />
        ) : null}
        <h1>Boundaries for maps</h1>
        <p class="lead">
          With the outlines of areas, figures are drawn as a map. Without them every area is a tile of the
          same size.
        </p>
        <Loaded files={files} request={request} />
        <h2>Load a boundary file</h2>
        <LoadForm request={request} wrong={wrong} />
        <h2>Where boundaries come from</h2>
        <p>
          The Office for National Statistics gives boundaries away on its Open Geography Portal. Choose{' '}
          <em>ultra generalised</em> (BUC) as GeoJSON. For zones, take the boundaries of your small areas
          (LSOA): each zone is drawn as all of its small areas together.
        </p>
      </>
    ),
  };
}

function LoadForm({ request, wrong }: { request: PageRequest; wrong: Wrong | undefined }) {
  const errorAt = (field: string) => (wrong?.field === field ? { text: wrong.message } : undefined);
  return (
    <form method="post" action={mapPlaces.boundaries} encType="multipart/form-data" noValidate class="edit">
      <CsrfField csrf={request.csrf} />
      <FileUpload
        name="file"
        id="file"
        label={{ text: 'Boundary file', classes: 'govuk-label--s' }}
        hint={{
          text: `GeoJSON or TopoJSON in longitude and latitude, up to ${mostBoundaryBytes / 1_000_000} MB.`,
        }}
        errorMessage={errorAt('file')}
      />
      <Input
        name="source"
        id="source"
        label={{ text: 'Whose boundaries are they?', classes: 'govuk-label--s' }}
        hint={{
          text: 'Stands under every map: Office for National Statistics, December 2023. © Crown copyright',
        }}
        value={kept(request.posted, 'source')}
        errorMessage={errorAt('source')}
        autocomplete="off"
      />
      <Input
        name="layer"
        id="layer"
        label={{ text: 'Layer, where the file has several', classes: 'govuk-label--s' }}
        hint={{ text: 'Leave it empty if you do not know: the layers are then named.' }}
        value={kept(request.posted, 'layer')}
        errorMessage={errorAt('layer')}
        classes="govuk-input--width-10"
        autocomplete="off"
      />
      <Button text="Load it" preventDoubleClick />
    </form>
  );
}

function Loaded({ files, request }: { files: readonly BoundaryFile[]; request: PageRequest }) {
  if (files.length === 0) return <p class="empty">No boundaries have been loaded yet.</p>;
  return (
    <ul class="gap-groups">
      {files.map(({ id, fileName, source, areas, loadedByName }) => (
        <li key={id}>
          <strong>{fileName}</strong>
          <span class="beneath">
            {areas.toLocaleString('en-GB')} areas. {source}. Loaded by {loadedByName}.
          </span>
          <form method="post" action={mapPlaces.withdraw(id)}>
            <CsrfField csrf={request.csrf} />
            <Button classes="govuk-button--secondary" text={`Withdraw ${fileName}`} preventDoubleClick />
          </form>
        </li>
      ))}
    </ul>
  );
}
