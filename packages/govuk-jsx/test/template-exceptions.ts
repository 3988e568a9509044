/**
 * What the official page template has and ours has not, as selectors in the official page. Each must find something
 * there: an exception that finds nothing is stale.
 */
export const templateExceptions: Readonly<Record<string, string>> = {
  'no inline script: a strict content security policy forbids it, and no page needs it': 'body > script',
  'no crown, no GOV.UK header: this is not GOV.UK; the host gives its own header': '.govuk-header',
  'no crown, no GOV.UK footer, no claim of Crown copyright: the host gives its own footer': '.govuk-footer',
  'no GOV.UK icons: the host gives its own through headIcons':
    'link[rel="icon"], link[rel="mask-icon"], link[rel="apple-touch-icon"], link[rel="manifest"]',
  'no colour of GOV.UK in the browser’s frame: the host gives its own through themeColor':
    'meta[name="theme-color"][content="#1d70b8"]',
};

/** Official elements left empty by the exceptions; ours are written only where they hold something. */
export const leftEmpty = '.govuk-template__header:empty, .govuk-template__footer:empty';
