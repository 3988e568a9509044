import type { Sheet, SheetPicture } from './sheet.ts';

export type SheetKind = 'pdf' | 'word';

export type SheetAsked = { key: number; kind: SheetKind; sheet: Sheet; pictures: readonly SheetPicture[] };

export type SheetAnswer = { key: number; bytes: Uint8Array } | { key: number; failure: string };
