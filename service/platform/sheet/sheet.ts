/**
 * A document to be read on paper: one model, written as a tagged PDF, as Word and as a page. It holds words and tables in
 * the order in which they are read; how they look is the writers' matter.
 */
export type Sheet = {
  title: string;
  /** what stands small above the title: whose document it is */
  over: string;
  /** beneath the title, a line each */
  lines: readonly string[];
  /** said on every page where the partnership is invented; '' where it is not */
  mark: string;
  /** at the foot of every page, beside its number */
  foot: string;
  author: string;
  subject: string;
  madeAt: Date;
  blocks: readonly Block[];
};

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'words'; text: string; look?: 'lead' | 'quiet' }
  | { kind: 'list'; items: readonly string[] }
  | {
      kind: 'table';
      caption: string;
      head: readonly string[];
      rows: readonly (readonly string[])[];
      widths?: readonly number[];
    }
  /** parts of equal weight, side by side */
  | { kind: 'beside'; parts: readonly BesidePart[] }
  /** a picture by its key among the sheet's pictures */
  /** `values` says in words what it shows, where a picture cannot be asked */
  | { kind: 'picture'; key: string; alt: string; values: string }
  | { kind: 'new-page' };

export type BesidePart = {
  title: string;
  paragraphs: readonly string[];
  /** word for word; '' where nobody is quoted */
  quote: string;
  /** whose it is, and from when; '' where there is nothing */
  whose: string;
};

/** A drawing, and the same in pixels for programs that cannot draw it. */
export type SheetPicture = { key: string; svg: string; width: number; height: number; png?: Uint8Array };
