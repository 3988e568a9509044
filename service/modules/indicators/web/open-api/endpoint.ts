import type { z } from 'zod';
import { openly, problem, type Answer, type PageRequest, type Route } from '#platform/http/route.ts';

/** Something that may be asked for beside the path. */
export type QueryAsked = {
  name: string;
  about: string;
  example?: string;
  /** of a whole number: the largest that is answered */
  most?: number;
};

/** A refusal of the open interface, with words for a person. */
export class NotAnswered extends Error {
  readonly status: 400 | 404;
  readonly title: string;

  constructor(status: 400 | 404, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

/** One address of the open interface: what it is for, what it takes, what it answers. */
export type Endpoint = {
  /** with its parts in braces: `/api/v1/measures/{measure}` */
  path: string;
  name: string;
  summary: string;
  parts: Readonly<Record<string, string>>;
  asks: readonly QueryAsked[];
  answers: z.ZodType;
  route: Route;
};

/** Makes an endpoint; the compiler holds what is found against the schema that the document promises. */
export function endpoint<Schema extends z.ZodType>(given: {
  path: string;
  name: string;
  summary: string;
  parts?: Readonly<Record<string, string>>;
  asks?: readonly QueryAsked[];
  answers: Schema;
  find(request: PageRequest): Promise<z.output<Schema>>;
}): Endpoint {
  const { find, parts = {}, asks = [], ...rest } = given;
  const answer = async (request: PageRequest): Promise<Answer> => {
    try {
      return openly('application/json; charset=utf-8', JSON.stringify(await find(request)));
    } catch (refusal) {
      if (refusal instanceof NotAnswered) return problem(refusal.status, refusal.title, refusal.message);
      throw refusal;
    }
  };
  const path = given.path.replaceAll(/\{(\w+)\}/g, ':$1');
  return { ...rest, parts, asks, route: { method: 'GET', path, policy: 'everyone', openly: true, answer } };
}

/** A part of the path; the router never calls without it. */
export function part(request: PageRequest, name: string): string {
  return request.params[name] ?? '';
}

/** The same, or nothing where it was not asked for. */
export function given(request: PageRequest, name: string): string | undefined {
  return request.query.get(name)?.trim() || undefined;
}
