import { careAndHealthStories } from './stories/care-and-health.ts';
import { learningStories } from './stories/learning.ts';
import type { Story } from './stories/story.ts';

export { yearsOf } from './stories/story.ts';
export type { Story } from './stories/story.ts';

/** Every invented measure, in the order in which the files tell them. */
export const stories: readonly Story[] = [...learningStories, ...careAndHealthStories];

/** The story of a short description; throws where none is told, which is a fault of the caller. */
export function storyOf(shortDesc: string): Story {
  const found = stories.find((one) => one.shortDesc === shortDesc);
  if (!found) throw new Error(`no story is told of ${shortDesc}`);
  return found;
}
