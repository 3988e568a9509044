/** A kind of thing that can hang on the golden thread, as the module that owns it publishes it. */
export type ThreadSubject = {
  kind: string;
  id: string;
  title: string;
  /** where a person reads it */
  link: string;
  /** how it stands now, in one line a person understands */
  state: string;
};

/** An element of a strategy, as another room names it. */
export type ElementName = { frameworkSlug: string; elementKey: string };

/**
 * One module's side of the golden thread. Asked in batches, as the person who asks: a subject that they may not see,
 * or that does not exist, is simply absent from the answer.
 */
export type ThreadSubjects<Ctx> = {
  kind: string;
  /** for people, in the plural: "measures" */
  name: string;
  find(ctx: Ctx, ids: readonly string[]): Promise<readonly ThreadSubject[]>;
  /** what could be tied, by words typed; at most 20 */
  search(ctx: Ctx, words: string): Promise<readonly ThreadSubject[]>;
  /** what names this element itself, so that nobody has to tie it; a room without such things leaves it out */
  under?(ctx: Ctx, element: ElementName): Promise<readonly ThreadSubject[]>;
};
