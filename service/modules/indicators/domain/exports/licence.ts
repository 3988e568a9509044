/** The licence of the figures that public bodies publish. */
export const licence = {
  words: 'Open Government Licence v3.0',
  link: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;
