import { z } from 'zod';

/** The minutes of a meeting as they were agreed: its items in order, what was noted and what was decided under each. */
export const minutesDocument = z.object({
  items: z.array(
    z.object({
      /** '' for what stands under no item */
      title: z.string(),
      isExempt: z.boolean(),
      ground: z.string(),
      notes: z.array(z.object({ words: z.string(), author: z.string() })),
      /** numbers of decisions, which stand as they were made */
      decisions: z.array(z.number().int()),
    }),
  ),
});

export type MinutesDocument = z.output<typeof minutesDocument>;
