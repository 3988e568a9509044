import { sayDay } from '#platform/kernel/day.ts';
import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import { sayNumber } from '../../domain/say-value.ts';
import { sayPeriod } from '../../domain/say-period.ts';
import { isNumber } from '../../domain/value.ts';
import { mostDeprivedShare, ruralShare } from '../../domain/zones/make-up.ts';
import type { ZoneProfile, ZoneRow } from '../../queries/zones/zone-profile.ts';
import { FiguresAround } from '../figures-around.tsx';
import { mapPlaces } from '../maps/places.ts';
import { reading } from '../reading.ts';
import { ValueWords } from '../value-words.tsx';
import { VerdictWord } from '../verdict.tsx';
import { zonePlaces } from './places.ts';

/** One place on one page, to be read on a screen or printed: need, figures beside the rest, and what is not known. */
export function ZoneSheet({ profile, path }: { profile: ZoneProfile; path: string }) {
  const { zone, home } = profile;
  return (
    <FiguresAround path={path}>
      <h1>{zone.name}</h1>
      <p class="lead">{leadOf(profile)}</p>
      <Need profile={profile} />
      <Figures profile={profile} />
      <NotKnown profile={profile} />
      <section>
        <h2>How this place is drawn</h2>
        <p>
          {zone.name} is one of the {zone.set.name} of {home.name}: {zone.members.length} small areas, as
          drawn from {sayDay(zone.version.from)}
          {zone.version.until === undefined ? ' on' : ` to ${sayDay(zone.version.until)}`}.
        </p>
        {profile.others.length > 0 ? (
          <>
            <p>Other places of this set:</p>
            <ul class="gap-groups">
              {profile.others.map(({ code, name }) => (
                <li key={code}>
                  <a href={zonePlaces.zone(code)}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
    </FiguresAround>
  );
}

function leadOf({ zone, home, makeUp, rows }: ZoneProfile): string {
  const who =
    makeUp.children === undefined
      ? ''
      : `${makeUp.children.toLocaleString('en-GB')} children live in ${zone.name}. `;
  const [better, worse] = [countOf(rows, ['better']), countOf(rows, ['worse'])];
  const compared = rows.filter(({ beside }) => beside.verdict !== 'not-compared').length;
  if (rows.length === 0) return `${who}No figure is known by zone yet.`;
  if (compared === 0)
    return `${who}${sayMany(rows.length, 'figure is', 'figures are')} known; none could be compared with the rest of ${home.name}.`;
  return `${who}Of ${sayMany(compared, 'figure', 'figures')} that could be compared with the rest of ${home.name}, ${better} ${better === 1 ? 'is' : 'are'} better, ${worse} worse, and the others may differ by chance alone.`;
}

function countOf(rows: readonly ZoneRow[], verdicts: readonly string[]): number {
  return rows.filter(({ beside }) => verdicts.includes(beside.verdict)).length;
}

function sayMany(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

type NeedLine = readonly [what: string, here: string, all: string];

function needLines({ makeUp, whole }: ZoneProfile): readonly NeedLine[] {
  const share = (value: number | undefined) => (value === undefined ? 'Not known' : `${value.toFixed(0)}%`);
  const count = (value: number | undefined) =>
    value === undefined ? 'Not known' : value.toLocaleString('en-GB');
  return [
    ['Children', count(makeUp.children), count(whole.children)],
    ['Small areas', count(makeUp.smallAreas), count(whole.smallAreas)],
    [
      'Children in the most deprived fifth of England',
      share(mostDeprivedShare(makeUp)),
      share(mostDeprivedShare(whole)),
    ],
    ['Children in rural places', share(ruralShare(makeUp)), share(ruralShare(whole))],
  ];
}

function Need({ profile }: { profile: ZoneProfile }) {
  const { makeUp, home, zone } = profile;
  return (
    <section>
      <h2>Who lives here, and what need there is</h2>
      <div class="table-scroll" role="region" aria-label="Need" tabIndex={0}>
        <table class="table">
          <caption>
            {zone.name} and all of {home.name}
          </caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" class="number">
                {zone.name}
              </th>
              <th scope="col" class="number">
                {home.name}
              </th>
            </tr>
          </thead>
          <tbody>
            {needLines(profile).map(([what, here, all]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td class="number">{here}</td>
                <td class="number">{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Tenths makeUp={makeUp} />
    </section>
  );
}

function Tenths({ makeUp }: Pick<ZoneProfile, 'makeUp'>) {
  if (!makeUp.tenths) return null;
  return (
    <p class="quiet">
      By tenths of deprivation in England, the most deprived first, its small areas number:{' '}
      {makeUp.tenths.map(({ smallAreas }) => smallAreas).join(', ')}.
    </p>
  );
}

function Figures({ profile: { rows, home, zone } }: { profile: ZoneProfile }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>How it fares beside the rest of {home.name}</h2>
      <div class="table-scroll" role="region" aria-label="Figures of this place" tabIndex={0}>
        <table class="table">
          <caption>
            Latest figures of {zone.name}, each beside the rest of {home.name} without it
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col" class="number">
                {zone.name}
              </th>
              <th scope="col" class="number">
                The rest
              </th>
              <th scope="col">The gap</th>
              <th scope="col">How sure</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FigureRow key={row.definition.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">
        A gap is between this place and the rest, since the whole holds this place too. “Similar” means that
        chance alone could have made it: its 95% limits hold nought.
      </p>
    </section>
  );
}

function FigureRow({ row: { definition, latest, beside } }: { row: ZoneRow }) {
  const { unit } = definition;
  const { figure, of } = latest;
  const limits = beside.here.interval.known ? beside.here.interval.limits : undefined;
  return (
    <tr>
      <th scope="row">
        <a href={reading.measure(definition)}>{definition.title}</a>
        <span class="beneath">
          {sayPeriod(figure.period)}
          {of > 0 ? `; the sum of ${of} small areas` : ''}.{' '}
          <a href={mapPlaces.map(definition)}>
            On a map<span class="govuk-visually-hidden">: {definition.title}</span>
          </a>
        </span>
      </th>
      <td class="number">
        <ValueWords value={figure.value} unit={unit} />
        {limits ? (
          <span class="beneath">
            {sayNumber(limits.lower, unit.decimals)} to {sayNumber(limits.upper, unit.decimals)}
          </span>
        ) : null}
      </td>
      <td class="number">
        {beside.rest
          ? sayInUnit(beside.rest.value, { ...unit, name: unit.symbol ? unit.name : '' })
          : 'not known'}
      </td>
      <td>{sayApart(beside, definition)}</td>
      <td>
        <VerdictWord verdict={beside.verdict} />
      </td>
    </tr>
  );
}

/** How far a place is from the rest, with its 95% limits. */
export function sayApart({ difference }: ZoneRow['beside'], { unit }: ZoneRow['definition']): string {
  if (!difference) return 'Not worked out';
  const words = unit.symbol === '%' ? ' points' : '';
  const by = `${sayNumber(Math.abs(difference.value), unit.decimals)}${words} ${difference.value < 0 ? 'lower' : 'higher'}`;
  const { sureness } = difference;
  if (!sureness.known) return by;
  const { lower, upper } = sureness.limits;
  return `${by} (${sayNumber(lower, unit.decimals)} to ${sayNumber(upper, unit.decimals)})`;
}

/** What this page does not say, each with the reason. */
function NotKnown({ profile: { rows, makeUp, zone } }: { profile: ZoneProfile }) {
  const unknown: [string, string][] = [];
  if (makeUp.children === undefined)
    unknown.push(['How many children live here', 'The list of small areas does not say it for all of them.']);
  if (!makeUp.tenths)
    unknown.push(['Deprivation', 'The list of small areas does not give the tenth of each.']);
  if (!makeUp.ruralUrban)
    unknown.push(['Rural or urban', 'The list of small areas does not say which each is.']);
  for (const { definition, latest } of rows) {
    const { value } = latest.figure;
    if (isNumber(value)) continue;
    unknown.push([
      definition.title,
      value.status === 'suppressed'
        ? 'Held back, here or in one of its small areas, so that no child can be recognised.'
        : `${latest.from} of its ${latest.of} small areas have a number; a sum of some of them would be of another place.`,
    ]);
  }
  unknown.push([
    'Most published measures',
    `Publishers count children by council. For ${zone.name} only those are known that come by small area, or that we count ourselves.`,
  ]);
  return (
    <section>
      <h2>Not known, and why</h2>
      <dl class="reading">
        {unknown.map(([what, why]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
