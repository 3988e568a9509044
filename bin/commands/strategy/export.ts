import { z } from 'zod';
import {
  framework,
  frameworks,
  writeCsv,
  writeJson,
  writeStratml,
  writeYaml,
  type FrameworkDocument,
} from '#modules/strategy/index.ts';
import { closest } from '../../command-line/closest.ts';
import { Refused, type Deed } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import { commandLine } from '../../ground/command-line-actor.ts';
import { groundWork } from '../../ground/ground-work.ts';

const formats = ['yaml', 'json', 'csv', 'xml'] as const;
const format = z.enum(formats);

type Written = { text: string; lost: readonly string[] };

const writers: Readonly<Record<z.infer<typeof format>, (document: FrameworkDocument) => Written>> = {
  yaml: (document) => ({ text: writeYaml(document), lost: [] }),
  json: (document) => ({ text: writeJson(document), lost: [] }),
  csv: (document) => ({ text: writeCsv(document), lost: [] }),
  xml: (document) => {
    const { xml, lost } = writeStratml(document);
    return { text: xml, lost };
  },
};

const asked = z.object({ slug: z.string(), format });
const came = z.object({ name: z.string(), text: z.string(), lost: z.array(z.string()).readonly() });

const work = groundWork({
  name: 'strategy export',
  payload: asked,
  result: came,
  act: (ground, { slug, format: as }) =>
    ground.transactions.inTransaction(commandLine(ground), 'read', async (ctx) => {
      const view = await framework(ctx, slug);
      if (view) return { name: view.document.name, ...writers[as](view.document) };
      throw noSuchStrategy(
        slug,
        (await frameworks(ctx)).map((line) => line.slug),
      );
    }),
});

/** Writes a strategy as a file. */
export const strategyExport: Deed = {
  inService: work.inService,
  async run(call) {
    const [slug = ''] = call.arguments;
    const as = format.parse(call.valueOf('format') ?? 'yaml');
    const { name, text, lost } = await work.do(call, { slug, format: as });
    const out = call.valueOf('out');
    const note = lost.length > 0 ? { note: lost.join('\n') } : {};
    const document = { slug, name, format: as, lost };
    if (out === undefined) return { exit: 0, document: { ...document, text }, out: text, ...note };
    await writeWhole(out, text);
    return { exit: 0, document: { ...document, file: out }, out: `${name} is written to ${out}.`, ...note };
  },
};

function noSuchStrategy(slug: string, slugs: readonly string[]): Refused {
  const meant = closest(slug, slugs);
  const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
  return new Refused(
    'no-such-strategy',
    `There is no strategy “${slug}” here.${hint} There are: ${slugs.join(', ')}.`,
  );
}
