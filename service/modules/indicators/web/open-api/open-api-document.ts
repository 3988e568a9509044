import { z } from 'zod';
import type { PageRequest } from '#platform/http/route.ts';
import { licence } from '../../domain/exports/licence.ts';
import { namedParts } from './answer-schemas.ts';
import type { Endpoint, QueryAsked } from './endpoint.ts';
import { openPlaces } from './open-places.ts';

/** The interface described for programs: OpenAPI 3.1, made of the schemas that type its answers. */
export function openApiDocument(
  endpoints: readonly Endpoint[],
  request: Pick<PageRequest, 'origin' | 'brand'>,
) {
  const registry = z.registry<{ id: string }>();
  const schemas = z.toJSONSchema(registryOf(endpoints, registry), {
    uri: (id) => `#/components/schemas/${id}`,
    target: 'draft-2020-12',
    io: 'output',
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `${request.brand.name}: open figures`,
      version: '1',
      summary: 'What the pages show to everybody, for programs. No key, no limit but politeness.',
      license: { name: licence.words, url: licence.link },
    },
    servers: [{ url: request.origin }],
    paths: Object.fromEntries(
      endpoints.map((each) => [each.path, { get: operationOf(each, idOf(each.answers)) }]),
    ),
    components: { schemas: Object.fromEntries(Object.entries(schemas.schemas).map(plain)) },
    externalDocs: { url: `${request.origin}${openPlaces.page}`, description: 'The same for people' },
  };
}

/** Every schema that has a name, under it. */
function registryOf(endpoints: readonly Endpoint[], registry: ReturnType<typeof z.registry<{ id: string }>>) {
  for (const schema of [...endpoints.map(({ answers }) => answers), ...namedParts]) {
    if (!registry.has(schema)) registry.add(schema, { id: idOf(schema) });
  }
  return registry;
}

function idOf(schema: z.ZodType): string {
  const id = schema.meta()?.id;
  if (id === undefined) throw new RangeError('an answer of the open interface needs a name');
  return id;
}

/** The name of a schema is its key; said twice it would be another address. */
function plain([name, schema]: [string, object]): [string, object] {
  const rest = Object.entries(schema).filter(([key]) => key !== '$id' && key !== '$schema' && key !== 'id');
  return [name, Object.fromEntries(rest)];
}

function operationOf({ name, summary, parts, asks }: Endpoint, answers: string) {
  const inPath = Object.entries(parts).map(([part, description]) => ({
    name: part,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }));
  return {
    operationId: name,
    summary,
    parameters: [...inPath, ...asks.map(inQuery)],
    responses: {
      200: { description: 'Found', content: jsonOf('application/json', answers) },
      304: { description: 'The same as what you have (If-None-Match)' },
      ...(asks.length > 0 ? { 400: refused('What was asked for cannot be read') } : {}),
      ...(inPath.length > 0 || asks.length > 0 ? { 404: refused('Nothing of that name is here') } : {}),
      429: refused('Too many questions in one minute: wait, then ask again'),
    },
  };
}

function inQuery({ name, about, example, most }: QueryAsked) {
  const schema = most === undefined ? { type: 'string' } : { type: 'integer', minimum: 1, maximum: most };
  return { name, in: 'query', required: false, description: about, schema, ...(example ? { example } : {}) };
}

function refused(description: string) {
  return { description, content: jsonOf('application/problem+json', 'Problem') };
}

function jsonOf(type: string, schema: string) {
  return { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } };
}
