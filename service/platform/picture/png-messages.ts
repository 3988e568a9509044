/** A picture to be drawn in pixels, `width` of them across. */
export type PngAsked = { key: number; svg: string; width: number };

export type PngAnswer = { key: number; png: Uint8Array } | { key: number; failure: string };
