import { soundOfC, soundOfG } from './metaphone-c-g.ts';
import { plain, type Sound, type Word } from './metaphone-word.ts';

type SoundOf = (word: Word, at: number) => Sound;

/** The sound of each consonant where it stands; a vowel sounds only at the beginning. */
export const soundOf: Readonly<Record<string, SoundOf>> = {
  B: (w, at) => plain('P', w, at),
  C: soundOfC,
  D: soundOfD,
  F: (w, at) => plain('F', w, at),
  G: soundOfG,
  H: (w, at) => ((at === 0 || w.vowel(at - 1)) && w.vowel(at + 1) ? ['H', 'H', 2] : ['', '', 1]),
  J: soundOfJ,
  K: (w, at) => plain('K', w, at),
  L: soundOfL,
  M: soundOfM,
  N: (w, at) => plain('N', w, at),
  P: (w, at) => (w.is(at + 1, 'H') ? ['F', 'F', 2] : ['P', 'P', w.is(at + 1, 'PB') ? 2 : 1]),
  Q: (w, at) => plain('K', w, at),
  R: soundOfR,
  S: soundOfS,
  T: soundOfT,
  V: (w, at) => plain('F', w, at),
  W: soundOfW,
  X: soundOfX,
  Z: soundOfZ,
};

function soundOfD(w: Word, at: number): Sound {
  if (w.is(at + 1, 'G')) return w.is(at + 2, 'IEY') ? ['J', 'J', 3] : ['TK', 'TK', 2];
  return ['T', 'T', w.is(at + 1, 'DT') ? 2 : 1];
}

function soundOfJ(w: Word, at: number): Sound {
  if (w.has(at, 'JOSE')) return at === 0 && w.is(4, ' ') ? ['H', 'H', 1] : ['J', 'H', 1];
  const [, , taken] = plain('J', w, at);
  if (at === 0) return ['J', 'A', taken];
  if (w.vowel(at - 1) && !w.slavic && w.is(at + 1, 'AO')) return ['J', 'H', taken];
  if (at === w.last) return ['J', '', taken];
  return !w.is(at + 1, 'LTKSNMBZ') && !w.is(at - 1, 'SKL') ? ['J', 'J', taken] : ['', '', taken];
}

function soundOfL(w: Word, at: number): Sound {
  const spanish =
    (at === w.last - 2 && w.has(at - 1, 'ILLO', 'ILLA', 'ALLE')) ||
    ((w.has(w.last - 1, 'AS', 'OS') || w.is(w.last, 'AO')) && w.has(at - 1, 'ALLE'));
  return w.is(at + 1, 'L') && spanish ? ['L', '', 2] : plain('L', w, at);
}

function soundOfM(w: Word, at: number): Sound {
  const silentB = w.has(at - 1, 'UMB') && (at + 1 === w.last || w.has(at + 2, 'ER'));
  return silentB ? ['M', 'M', 2] : plain('M', w, at);
}

function soundOfR(w: Word, at: number): Sound {
  const french = at === w.last && !w.slavic && w.has(at - 2, 'IE') && !w.has(at - 4, 'ME', 'MA');
  return french ? ['', 'R', 1] : plain('R', w, at);
}

function soundOfS(w: Word, at: number): Sound {
  if (w.has(at - 1, 'ISL', 'YSL')) return ['', '', 1];
  if (at === 0 && w.has(0, 'SUGAR')) return ['X', 'S', 1];
  if (w.is(at + 1, 'H')) {
    const sound = w.has(at + 1, 'HEIM', 'HOEK', 'HOLM', 'HOLZ') ? 'S' : 'X';
    return [sound, sound, 2];
  }
  if (w.has(at, 'SIO', 'SIA')) return ['S', w.slavic ? 'S' : 'X', 3];
  if ((at === 0 && w.is(1, 'MNLW')) || w.is(at + 1, 'Z')) return ['S', 'X', w.is(at + 1, 'Z') ? 2 : 1];
  if (w.is(at + 1, 'C')) return soundOfSc(w, at);
  const silent = at === w.last && w.has(at - 2, 'AI', 'OI');
  return [silent ? '' : 'S', 'S', w.is(at + 1, 'SZ') ? 2 : 1];
}

function soundOfSc(w: Word, at: number): Sound {
  if (w.is(at + 2, 'H')) {
    if (w.has(at + 3, 'ER', 'EN')) return ['X', 'SK', 3];
    if (w.has(at + 3, 'OO', 'UY', 'ED', 'EM')) return ['SK', 'SK', 3];
    return ['X', at === 0 && !w.vowel(3) && !w.is(3, 'W') ? 'S' : 'X', 3];
  }
  return w.is(at + 2, 'IEY') ? ['S', 'S', 3] : ['SK', 'SK', 3];
}

function soundOfT(w: Word, at: number): Sound {
  if (w.has(at, 'TION', 'TIA', 'TCH')) return ['X', 'X', 3];
  if (w.has(at, 'TH', 'TTH')) return w.has(at + 2, 'OM', 'AM') || w.germanic ? ['T', 'T', 2] : ['0', 'T', 2];
  return ['T', 'T', w.is(at + 1, 'DT') ? 2 : 1];
}

function soundOfW(w: Word, at: number): Sound {
  if (w.is(at + 1, 'R')) return ['R', 'R', 2];
  if (at === 0 && (w.vowel(1) || w.is(1, 'H'))) return ['A', w.vowel(1) ? 'F' : 'A', 1];
  const polish = w.has(at - 1, 'EWSKI', 'EWSKY', 'OWSKI', 'OWSKY');
  if ((at === w.last && w.vowel(at - 1)) || polish || w.germanic) return ['', 'F', 1];
  return w.has(at, 'WICZ', 'WITZ') ? ['TS', 'FX', 4] : ['', '', 1];
}

function soundOfX(w: Word, at: number): Sound {
  if (at === 0) return ['S', 'S', 1];
  const silent = at === w.last && (w.has(at - 3, 'IAU', 'EAU') || w.has(at - 2, 'AU', 'OU'));
  const sound = silent ? '' : 'KS';
  return [sound, sound, w.is(at + 1, 'CX') ? 2 : 1];
}

function soundOfZ(w: Word, at: number): Sound {
  if (w.is(at + 1, 'H')) return ['J', 'J', 2];
  const [, , taken] = plain('S', w, at);
  const hard = w.has(at + 1, 'ZO', 'ZI', 'ZA') || (w.slavic && at > 0 && !w.is(at - 1, 'T'));
  return ['S', hard ? 'TS' : 'S', taken];
}
