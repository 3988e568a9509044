import { plain, type Sound, type Word } from './metaphone-word.ts';

/** The sounds of C. */
export function soundOfC(w: Word, at: number): Sound {
  if (
    at > 1 &&
    !w.vowel(at - 2) &&
    w.has(at - 1, 'ACH') &&
    !w.is(at + 2, 'I') &&
    (!w.is(at + 2, 'E') || w.has(at - 2, 'BACHER', 'MACHER'))
  )
    return ['K', 'K', 2];
  if (at === 0 && w.has(0, 'CAESAR')) return ['S', 'S', 2];
  if (w.has(at, 'CHIA')) return ['K', 'K', 2];
  if (w.has(at, 'CH')) return soundOfCh(w, at);
  if (w.has(at, 'CZ') && !w.has(at - 2, 'WICZ')) return ['S', 'X', 2];
  if (w.has(at + 1, 'CIA')) return ['X', 'X', 3];
  if (w.has(at, 'CC') && !(at === 1 && w.is(0, 'M'))) return soundOfCc(w, at);
  if (w.has(at, 'CK', 'CG', 'CQ')) return ['K', 'K', 2];
  if (w.has(at, 'CI', 'CE', 'CY')) return ['S', w.has(at, 'CIO', 'CIE', 'CIA') ? 'X' : 'S', 2];
  return ['K', 'K', w.is(at + 1, 'CKQ') && !w.has(at + 1, 'CE', 'CI') ? 2 : 1];
}

function soundOfCh(w: Word, at: number): Sound {
  if (at > 0 && w.has(at, 'CHAE')) return ['K', 'X', 2];
  const greek = w.has(1, 'HARAC', 'HARIS', 'HOR', 'HYM', 'HIA', 'HEM') && !w.has(0, 'CHORE');
  if (at === 0 && greek) return ['K', 'K', 2];
  const hard =
    w.germanic ||
    w.has(at - 2, 'ORCHES', 'ARCHIT', 'ORCHID') ||
    w.is(at + 2, 'TS') ||
    ((at === 0 || w.is(at - 1, 'AOUE')) && w.is(at + 2, 'LRNMBHFVW '));
  if (hard) return ['K', 'K', 2];
  if (at === 0) return ['X', 'X', 2];
  return w.has(0, 'MC') ? ['K', 'K', 2] : ['X', 'K', 2];
}

function soundOfCc(w: Word, at: number): Sound {
  if (!w.is(at + 2, 'IEH') || w.has(at + 2, 'HU')) return ['K', 'K', 2];
  const hard = (at === 1 && w.is(0, 'A')) || w.has(at - 1, 'UCCEE', 'UCCES');
  return hard ? ['KS', 'KS', 3] : ['X', 'X', 3];
}

/** The sounds of G. */
export function soundOfG(w: Word, at: number): Sound {
  if (w.is(at + 1, 'H')) return soundOfGh(w, at);
  if (w.is(at + 1, 'N')) {
    if (at === 1 && w.vowel(0) && !w.slavic) return ['KN', 'N', 2];
    return !w.has(at + 2, 'EY') && !w.slavic ? ['N', 'KN', 2] : ['KN', 'KN', 2];
  }
  if (w.has(at + 1, 'LI') && !w.slavic) return ['KL', 'L', 2];
  const soft = ['Y', 'ES', 'EP', 'EB', 'EL', 'EY', 'IB', 'IL', 'IN', 'IE', 'EI', 'ER'];
  if (at === 0 && w.has(1, ...soft)) return ['K', 'J', 2];
  const either =
    w.has(at + 1, 'ER', 'Y') &&
    !w.has(0, 'DANGER', 'RANGER', 'MANGER') &&
    !w.is(at - 1, 'EI') &&
    !w.has(at - 1, 'RGY', 'OGY');
  if (either) return ['K', 'J', 2];
  if (w.is(at + 1, 'EIY') || w.has(at - 1, 'AGGI', 'OGGI')) {
    if (w.germanic || w.has(at + 1, 'ET')) return ['K', 'K', 2];
    return ['J', w.has(at + 1, 'IER ') ? 'J' : 'K', 2];
  }
  return plain('K', w, at);
}

function soundOfGh(w: Word, at: number): Sound {
  if (at > 0 && !w.vowel(at - 1)) return ['K', 'K', 2];
  if (at === 0) return w.is(2, 'I') ? ['J', 'J', 2] : ['K', 'K', 2];
  if (w.is(at - 2, 'BHD') || w.is(at - 3, 'BHD') || w.is(at - 4, 'BH')) return ['', '', 2];
  if (at > 2 && w.is(at - 1, 'U') && w.is(at - 3, 'CGLRT')) return ['F', 'F', 2];
  return w.is(at - 1, 'I') ? ['', '', 2] : ['K', 'K', 2];
}
