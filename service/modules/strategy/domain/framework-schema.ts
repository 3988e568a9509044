import { z } from 'zod';
import { crosswalkDocument, frameworkDocument } from './framework-document.ts';

export type PublishedSchema = {
  /** where it stands, from the root of the repository */
  path: string;
  text: string;
};

/** The published JSON Schemas of our two file formats, made from what the reader itself checks by. */
export function publishedSchemas(): PublishedSchema[] {
  return [
    published({
      file: 'framework.schema.json',
      schema: frameworkDocument,
      title: 'Golden Thread framework, version 1',
      description:
        'A partnership’s strategy as data, in whatever tiers and words it has. Written as YAML or JSON; see frameworks/library for whole examples. Beyond this schema a reader also checks that keys are used once, that every reference names something in the file, and that no element stands above itself.',
    }),
    published({
      file: 'crosswalk.schema.json',
      schema: crosswalkDocument,
      title: 'Golden Thread crosswalk, version 1',
      description:
        'Which elements of two frameworks speak of the same thing. Each pair reads from left to right: the left element is the same as, broader than, narrower than, or related to the right one.',
    }),
  ];
}

type Publication = { file: string; schema: z.ZodType; title: string; description: string };

function published({ file, schema, title, description }: Publication): PublishedSchema {
  const { $schema, ...shape } = z.toJSONSchema(schema, { io: 'input' });
  const whole = { $schema, title, description, ...shape };
  return { path: `frameworks/${file}`, text: `${JSON.stringify(whole, null, 2)}\n` };
}
