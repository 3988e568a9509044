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
    publisher: 'Learning and work at 16 and 17',
    what: 'Young people who are not in education, work or training (NEET), and those who take part, by authority.',
    steps:
      'Take the table by authority of each year and hand it in unchanged: its headers may change, it is read by what they say.',
    href: 'https://explore-education-statistics.service.gov.uk/find-statistics/participation-in-education-training-and-neet-age-16-to-17-by-local-authority',
    link: 'Open the release (Department for Education)',
  },
  {
    publisher: 'Mid-year populations',
    what: 'How many children live in each authority, and people by single year of age up to 25.',
    steps:
      'Take the file of single years of age (MYEB1), as CSV. Counties are added up from all their districts.',
    href: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates',
    link: 'Open the estimates (Office for National Statistics)',
  },
  {
    publisher: 'Indices of deprivation',
    what: 'The share of an authority’s small areas in each tenth of England, from the most to the least deprived.',
    steps:
      'Take the table by small area (LSOA) of 2019 or 2025, as CSV, with the code of the authority in it.',
    href: 'https://www.gov.uk/government/collections/english-indices-of-deprivation',
    link: 'Open the indices (GOV.UK)',
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
      <AnyTable />
      <MeasureMap />
    </section>
  );
}

/** What is read once a person has said what its columns are. */
function AnyTable() {
  return (
    <>
      <h2>A table of any other publisher</h2>
      <p>
        Hand in any CSV with a row for each area and period, an area code in one column and a number in
        another. You say once what its columns are and which measure it is; the next file with the same
        headers is read by itself. The upload file of Fingertips names no measure, so it asks every time.
      </p>
      <p>
        Such figures count as published by the publisher that you name. What the partnership counted itself
        belongs to <a href="/own-measures">our own measures</a>.
      </p>
    </>
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
