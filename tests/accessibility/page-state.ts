import type { Reader } from './reader.ts';

/** One page in one state, as every check here looks at it. */
export type PageState = {
  name: string;
  reader: Reader;
  path: string;
  status?: number;
  /** what is posted on the page before it is looked at: the page that answers is the state */
  sends?: { button: string | RegExp; answers: Readonly<Record<string, string>> };
  /** part of `npm test`; the others wait for `npm run accessibility` */
  chosen?: 'every-run';
  /** a sheet to print has no frame around it: no skip link, no navigation */
  sheet?: 'sheet';
};
