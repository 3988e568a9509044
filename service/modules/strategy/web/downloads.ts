import { file, notFound, type Route } from '#platform/http/route.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { writeStratml } from '../domain/stratml/write-stratml.ts';
import { writeCsv, writeJson, writeYaml } from '../domain/write-framework.ts';
import { framework } from '../queries/framework.ts';

type Format = { type: string; write: (document: FrameworkDocument) => string };

const formats: Readonly<Record<string, Format>> = {
  yaml: { type: 'application/yaml; charset=utf-8', write: writeYaml },
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  xml: { type: 'application/xml; charset=utf-8', write: (document) => writeStratml(document).xml },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
};

/** A framework as a file, as this person sees it. */
export const downloadRoutes: readonly Route[] = Object.entries(formats).map(([ending, format]) => ({
  method: 'GET',
  path: `/frameworks/:slug/framework.${ending}`,
  policy: 'everyone',
  answer: async (request) => {
    const view = await request.read((ctx) => framework(ctx, request.params['slug'] ?? ''));
    if (!view) return notFound();
    return file(format.type, format.write(view.document), `${view.stored.slug}.${ending}`);
  },
}));
