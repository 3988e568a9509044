import { readFileSync, writeFileSync } from 'node:fs';
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import {
  BarIntervalChart,
  Choropleth,
  DotPlot,
  SmallMultiples,
  Sparkline,
  SpineChart,
  TileMap,
  TrendChart,
} from '../index.ts';
import * as areas from './examples/areas.ts';
import * as maps from './examples/maps.ts';
import * as panels from './examples/panels.ts';
import * as spines from './examples/spine.ts';
import * as trends from './examples/trends.ts';

const examples = { ...areas, ...maps, ...panels, ...spines, ...trends };

/** Writes every example as one page, to be looked at: `node bin/run.mjs packages/charts/test/gallery.tsx /tmp/gallery.html [dir]`. */
const [, , file = '/tmp/gallery.html', direction = 'ltr'] = process.argv;
const css = readFileSync(new URL('../styles/charts.css', import.meta.url), 'utf8');
const page = `
:root{color-scheme:light dark;--paper:#fffaf3;--card:#fff;--ink:#1b2338;--quiet:#525b70;--line:#e3dccf;--thread:#b98400;--link:#1d4fa3;--better:#0b6b62;--worse:#a83a12;--similar:#5d6679;--judgement-free:#5b3f96}
@media (prefers-color-scheme:dark){:root{--paper:#14192b;--card:#1d2438;--ink:#f3f0e8;--quiet:#b8bfd0;--line:#333b52;--thread:#f2b53c;--link:#9cc2ff;--better:#5fd3c2;--worse:#ff9b70;--similar:#aab3c6;--judgement-free:#c3b0ff}}
body{margin:0;padding:15px;background:var(--paper);color:var(--ink);font:19px/1.5 system-ui,sans-serif}
main{max-width:1000px;margin:auto} td,th{text-align:start;padding:6px 16px 6px 0;border-bottom:1px solid var(--line)}
@media(min-width:700px){body{padding:30px}}`;

function Gallery(): JSX.Element {
  return (
    <main>
      <TrendChart {...examples.repeatPlans} />
      <TrendChart {...examples.brokenSeries} />
      <TrendChart {...examples.earlyYears} />
      <TrendChart {...examples.nothingYet} />
      <TrendChart {...examples.oneYear} />
      <BarIntervalChart {...examples.injuries} />
      <BarIntervalChart {...examples.injuryPoints} />
      <DotPlot {...examples.attendance} />
      <DotPlot {...examples.manyAreas} />
      <SpineChart {...examples.spine} />
      <Choropleth {...examples.countyMap} />
      <TileMap {...examples.countyTiles} />
      <TileMap {...examples.manyTiles} />
      <SmallMultiples {...examples.districts} />
      <table>
        <tbody>
          {[examples.repeatPlans, examples.brokenSeries, examples.nothingYet, examples.oneYear].map(
            (each) => (
              <tr>
                <th>{each.measure}</th>
                <td>{each.series[0] && <Sparkline series={each.series[0]} unit={each.unit} />}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </main>
  );
}

writeFileSync(
  file,
  `<!doctype html><html lang="en" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts</title><style>${page}${css}</style><body>${render(<Gallery />)}</body></html>`,
);
