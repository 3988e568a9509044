import { shortPeriod } from '../../domain/say-period.ts';
import { measurePath, sayInUnit } from '../../domain/figures/measure-definition.ts';
import type { Place } from '../../domain/figures/place.ts';
import { betterOffWords, levelWords } from '../../domain/report/measure-card.ts';
import { isNumber } from '../../domain/value.ts';
import type { DescribedRow } from '../../domain/three-questions/three-questions.ts';
import { reportPlaces } from '../report-card/places.ts';
import { ValueWords } from '../value-words.tsx';
import { TrendVerdict, VerdictWords } from '../verdict.tsx';

type ListProps = { rows: readonly DescribedRow[]; place: Place; empty: string; side?: 'by-side' };

/** Measures with their number, its comparison and trend, and what was said of them. */
export function DescribedList({ rows, place, empty, side }: ListProps) {
  if (rows.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ul class={side ? 'described described-by-side' : 'described'}>
      {rows.map((described) => (
        <Described key={described.row.definition.id} described={described} place={place} />
      ))}
    </ul>
  );
}

function Described({ described: { row, card }, place }: { described: DescribedRow; place: Place }) {
  const { definition, latest, trend } = row;
  const hasTrend = trend && (!('reason' in trend.came) || trend.overruled.standing.length > 0);
  const tags = [
    ...(card?.betterOff ?? []).map((kind) => betterOffWords[kind]),
    ...(card?.levels ?? []).map((level) => `For: ${levelWords[level].toLowerCase()}`),
  ];
  return (
    <li>
      <p class="described-title">
        <a href={measurePath(definition, place.code)}>{definition.title}</a>
      </p>
      {latest ? (
        <p class="described-number">
          <strong>
            {isNumber(latest.value) ? (
              sayInUnit(latest.value, definition.unit)
            ) : (
              <ValueWords value={latest.value} unit={definition.unit} />
            )}
          </strong>{' '}
          <span class="quiet">{shortPeriod(latest.period)}</span>
        </p>
      ) : null}
      <p class="described-verdicts">
        <VerdictWords comparison={row.comparison} />
        {hasTrend ? (
          <span class="described-trend">
            {' '}
            <TrendVerdict trend={trend} />
          </span>
        ) : null}
      </p>
      {tags.length > 0 ? <p class="quiet described-tags">{tags.join(' · ')}</p> : null}
    </li>
  );
}

type NotSaidProps = { rows: readonly DescribedRow[]; place: Place; mayDescribe: boolean };

/** What nobody has said a kind of: counted for everybody, and to be mended by those who may. */
export function NotSaid({ rows, place, mayDescribe }: NotSaidProps) {
  if (rows.length === 0) return null;
  const count = rows.length === 1 ? '1 measure' : `${rows.length} measures`;
  return (
    <section>
      <h2>What nobody has said yet</h2>
      <details>
        <summary>
          Of {count} nobody has said what {rows.length === 1 ? 'it asks' : 'they ask'}
        </summary>
        <ul class="plain-links">
          {rows.map(({ row: { definition } }) => (
            <li key={definition.id}>
              <a href={measurePath(definition, place.code)}>{definition.title}</a>
              {mayDescribe ? (
                <>
                  {' '}
                  <a href={reportPlaces.about(definition, place.code)}>
                    Say what it asks<span class="visually-hidden">: {definition.title}</span>
                  </a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
