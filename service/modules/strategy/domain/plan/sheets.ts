export type SheetName = 'A3 landscape' | 'A3 portrait' | 'A4 landscape' | 'A4 portrait';
/** Millimetres. */
export type Sheet = { name: SheetName; width: number; height: number; margin: number };

export const sheets: Readonly<Record<SheetName, Sheet>> = {
  'A3 landscape': { name: 'A3 landscape', width: 420, height: 297, margin: 14 },
  'A3 portrait': { name: 'A3 portrait', width: 297, height: 420, margin: 14 },
  'A4 landscape': { name: 'A4 landscape', width: 297, height: 210, margin: 11 },
  'A4 portrait': { name: 'A4 portrait', width: 210, height: 297, margin: 11 },
};
