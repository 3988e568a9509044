/** How a partnership looks and what it calls itself. */
export type Brand = {
  name: string;
  shortName: string;
  /** the header band and primary buttons: `#rrggbb`, one on which white text can be read */
  colour: string;
  /** said on every page where the partnership is invented */
  invented: boolean;
};
