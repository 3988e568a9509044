/** In this order, because most browsers say that they are others as well. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const machines: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** What kind of browser asks, in words its person knows: "Firefox on Windows". Nothing else of what it says is kept. */
export function browserKind(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 1000);
  const program = programs.find(([sign]) => sign.test(said))?.[1];
  const machine = machines.find(([sign]) => sign.test(said))?.[1];
  if (program && machine) return `${program} on ${machine}`;
  return program ?? (machine ? `a browser on ${machine}` : 'a browser that we do not know');
}
