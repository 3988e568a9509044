/** What a letter sounds like in two ways of saying the name, and how many letters that took. */
export type Sound = readonly [first: string, second: string, taken: number];

/** A name in capitals as sounds are looked for in it: nothing stands before its first or after its last letter. */
export class Word {
  readonly text: string;
  /** whether the spelling looks Slavic or Germanic */
  readonly slavic: boolean;
  readonly germanic: boolean;

  constructor(text: string) {
    this.text = text;
    this.slavic = /W|K|CZ/.test(text);
    this.germanic = text.startsWith('SCH');
  }

  /** The letter at a place; a space outside the word. */
  letter(at: number): string {
    return this.text[at] ?? ' ';
  }

  /** Whether one of these stands at a place; a space in them is the end of the word. */
  has(at: number, ...pieces: readonly string[]): boolean {
    return at >= 0 && pieces.some((piece) => `${this.text}  `.startsWith(piece, at));
  }

  /** Whether the letter at a place is one of these. */
  is(at: number, letters: string): boolean {
    return at >= 0 && letters.includes(this.letter(at));
  }

  vowel(at: number): boolean {
    return this.is(at, 'AEIOUY');
  }

  get last(): number {
    return this.text.length - 1;
  }
}

/** One sound for both ways, a letter that is doubled taken as one. */
export function plain(sound: string, word: Word, at: number): Sound {
  return [sound, sound, word.is(at + 1, word.letter(at)) ? 2 : 1];
}
