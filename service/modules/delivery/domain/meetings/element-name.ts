import { z } from 'zod';

/** An element as a rule or a form names it; both '' where it names none. */
export const elementName = z.strictObject({ frameworkSlug: z.string(), elementKey: z.string() });
