/** One publisher's file: where it is, and what to do there. */
type Download = { publisher: string; what: string; steps: string; href: string; link: string };

const downloads: readonly Download[] = [
  {
    publisher: 'Local Authority Interactive Tool',
    what: 'Some 430 measures of children’s lives for every authority, with ten years each. The most useful file to begin with.',
    steps: 'Take the bulk download (CSV or Parquet) and the data dictionary, and hand both in at once.',
    href: 'https://department-for-education.shinyapps.io/local-authority-interactive-tool/',
    link: 'Open the tool (Department for Education)',
  },
  {
    publisher: 'Explore Education Statistics',
    what: 'The tables behind each release, with the counts that intervals are worked out from.',
    steps: 'On a release choose “Download all data”, unpack it, and hand in NAME.csv with NAME.meta.csv.',
    href: 'https://explore-education-statistics.service.gov.uk/data-catalogue',
    link: 'Open the data catalogue (Department for Education)',
  },
  {
    publisher: 'Fingertips',
    what: 'Public health measures with counts and intervals: injuries, healthy weight, mental health.',
    steps: 'Choose indicators and areas, then “Download”, and hand in the CSV.',
    href: 'https://fingertips.phe.org.uk/profile/child-health-profiles',
    link: 'Open the child health profiles (Office for Health Improvement and Disparities)',
  },
  {
    publisher: 'Statistical neighbours',
    what: 'Which authorities are most like yours. The sets of 2021 and 2025 come with the service.',
    steps: 'When a new set is published, save its sheet as CSV and hand it in.',
    href: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
    link: 'Open the page of the tool (GOV.UK)',
  },
];

/** What can be brought in, from whom, and how to come by it. */
export function WhatToDownload() {
  return (
    <section aria-labelledby="what-to-download">
      <h2 id="what-to-download">What to download</h2>
      <ul class="cards">
        {downloads.map(({ publisher, what, steps, href, link }) => (
          <li key={publisher} class="card">
            <h3>{publisher}</h3>
            <p>{what}</p>
            <p>{steps}</p>
            <p>
              <a href={href} rel="external noreferrer">
                {link}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p class="quiet">
        Also read: the area lists and code maps of the Department for Education, which are held against the
        areas that come with the service.
      </p>
      <MeasureMap />
    </section>
  );
}

/** The one file that no publisher gives: a partnership writes it, and whoever edits the strategy says yes to it. */
function MeasureMap() {
  return (
    <>
      <h2>A map of your own: which measure answers which outcome</h2>
      <p>
        A CSV with the columns <code>plan</code>, <code>outcome_no</code>, <code>outcome</code>,{' '}
        <code>role</code>, <code>lait_short_desc</code> and <code>fingertips_id</code>, one row for each
        measure; other columns are not read. <code>plan</code> is what the strategy is called,{' '}
        <code>outcome</code> the words of its element, <code>role</code> one of headline, supporting, gap
        pair: target, gap pair: reference, published gap, proxy, context, or “none published”.
      </p>
      <p>
        You see which measures it would tie to which elements before anything is tied. Somebody who may edit
        the strategy says yes.
      </p>
    </>
  );
}
