/**
 * Whether a text is one word of at least two small letters from a to z: nothing in it needs cleaning, so that whoever
 * asks of very many pairs need not look up what it is when clean.
 */
export function isPlainWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter < 97 || letter > 122) return false;
  }
  return text.length > 1;
}
