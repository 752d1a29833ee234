// The kinds of charts, without a browser: each draws its rows, in both themes' colours, with its labels inside.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = resolve(process.env.BUILD ?? 'build', 'npm-web/node_modules');
const echarts = await import(pathToFileURL(`${modules}/echarts/dist/echarts.esm.min.mjs`));
let n = 0;
const ok = (condition, what, found) => {
  n += 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${n} - ${what}`);
  if (!condition) console.log(`#   ${JSON.stringify(found)}`);
};
const palette = {
  background: '#fff',
  text: '#16202b',
  muted: '#4f5b68',
  border: '#7d8894',
  hair: '#d5dae0',
  accent: '#0a58a6',
  good: '#0a58a6',
  concern: '#b34700',
  common: '#626d79',
  danger: '#a1260d',
  categories: ['#2a8eff', '#971e00', '#781e98', '#387360', '#b78512', '#292e34'],
  size: 13,
  font: 'DejaVu Sans',
};
const number = (value) => String(Math.round(value * 100) / 100);
const month = (i) => `M${i + 1}`;
const series = (make) => Array.from({ length: 24 }, (_, i) => make(i));
const cases = {
  reliability: [
    Array.from({ length: 10 }, (_, i) => {
      const [from, to] = [i / 10, (i + 1) / 10];
      return { from, to, predicted: from + 0.05, observed: from + 0.06, low: from, high: Math.min(1, from + 0.2), n: 100 - 9 * i };
    }),
    { x: 'Said', y: 'Came true', diagonal: 'as said', n: 'Predictions', share: (value) => `${Math.round(value * 100)}%`, number },
    ['Said', 'Came true', 'as said', 'Predictions', '0%', '100%'],
  ],
  line: [
    series((i) => ({
      x: month(i),
      values: [i === 5 ? null : 3 + Math.sin(i)],
      low: i === 5 ? null : 2 + Math.sin(i),
      high: i === 5 ? null : 4 + Math.sin(i),
    })),
    { x: 'Month', y: 'Mood', number, least: 1, most: 5 },
    ['M1', 'M24', 'Mood', 'Month', '1', '5'],
  ],
  'line of days a week': [
    series((i) => ({ x: month(i), values: [3 + (i % 2)] })),
    { x: 'Month', y: 'Days', number, most: 7 },
    ['0', '1', '6', '7'],
  ],
  'line of shares': [
    series((i) => ({ x: month(i), values: [i / 100], low: 0, high: 0.4 })),
    { x: 'Month', y: 'Share', number, most: 1 },
    ['0', '0.25', '0.75', '1'],
  ],
  'line of two': [
    series((i) => ({ x: month(i), values: [i, 24 - i] })),
    { x: 'Month', y: 'Posts', lines: ['As planned', 'Slower'], number },
    ['As planned', 'Slower'],
  ],
  fan: [
    series((i) => ({
      x: month(i),
      value: i < 12 ? i : null,
      middle: i >= 11 ? i : null,
      bands:
        i >= 11
          ? [
              [i - 1, i + 1],
              [i - 2, i + 2],
              [i - 3, i + 3],
            ]
          : null,
    })),
    { x: 'Week', y: 'Items done', now: 'now', past: 'done', shares: ['50 %', '85 %', '95 %'], number },
    ['now', '50 %', '95 %', 'Items done'],
  ],
  control: [
    series((i) => ({
      x: month(i),
      value: 10 + (i % 5),
      centre: 12,
      low: 8,
      high: 16,
      special: i === 7 ? 'beyond a limit' : null,
      phase: i === 12 ? 'new rota' : null,
    })),
    { x: 'Month', y: 'Rate', centre: 'mean', low: 'lower limit', high: 'upper limit', number },
    ['mean', 'lower limit', 'upper limit', 'new rota'],
  ],
  'control of shares': [
    series((i) => ({ x: month(i), value: 0.3 + (i % 5) / 20, centre: 0.4, low: 0.21, high: 0.59, special: null, phase: null })),
    { x: 'Month', y: 'Share', centre: 'mean', low: 'lower limit', high: 'upper limit', number },
    ['0.2', '0.6', 'mean'],
  ],
  funnel: [
    series((i) => ({
      name: `Site ${i}`,
      size: 50 + 40 * i,
      value: i === 20 ? 0.4 : 0.2,
      low95: 0.2 - 0.8 / (i + 4),
      high95: 0.2 + 0.8 / (i + 4),
      low998: 0.2 - 1.2 / (i + 4),
      high998: 0.2 + 1.2 / (i + 4),
      outside: i === 20,
      own: i === 3,
    })),
    { x: 'Stays', y: 'Falls', target: 0.2, limits: ['95 %', '99.8 %'], number, size: number },
    ['Site 20', 'Site 3', 'Stays', 'Falls'],
  ],
  heat: [
    Array.from({ length: 21 }, (_, i) => ({ x: i % 3, y: Math.floor(i / 3), value: i === 5 ? null : i })),
    { xs: ['W1', 'W2', 'W3'], ys: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], x: 'Week', number },
    ['Mon', 'Sun', 'W1', 'W3', 'Week', '0', '20'],
  ],
  pareto: [
    [
      { name: 'Surgery', value: 2.5, cumulative: 0.6 },
      { name: 'Medicine', value: 1.2, cumulative: 0.9 },
      { name: 'Cardiology', value: 0.4, cumulative: 1 },
    ],
    { x: 'raises the value by', share: 'Share so far', number, percent: (value) => `${value * 100} %` },
    ['Surgery', 'Cardiology', '100 %', 'Share so far', '0', '3'],
  ],
  tornado: [
    [
      { name: 'Attrition', low: '0.05', high: '0.15', atLow: 52, atHigh: 48 },
      { name: 'Both up', low: '1', high: '3', atLow: 51, atHigh: 53 },
      { name: 'Nothing', low: '0', high: '9', atLow: 50, atHigh: 50 },
    ],
    { base: 50, number },
    ['Attrition', '0.05', '0.15', 'Nothing', '0'],
  ],
};
/** The marks of axes of values are even: two at an end that are nearer than the others would stand in one another. */
function uneven(chart) {
  const found = [];
  for (const kind of ['xAxis', 'yAxis'])
    chart.getModel().eachComponent(kind, (component) => {
      const scale = component.axis?.scale;
      if (scale?.type !== 'interval' || component.get(['axisLabel', 'show']) === false) return;
      const marks = scale.getTicks().map((one) => one.value);
      const steps = marks.slice(1).map((one, i) => one - marks[i]);
      if (Math.max(...steps) - Math.min(...steps) > 1e-6 * Math.max(...steps)) found.push(`${kind}: ${marks.join(', ')}`);
    });
  return found;
}
const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');

for (const [name, [rows, words, wanted]] of Object.entries(cases)) {
  const { option } = await import(pathToFileURL(resolve(`web/charts/${name.split(' ')[0]}.mjs`)));
  for (const width of [280, 900]) {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: 320 });
    chart.setOption({ animation: false, ...option(rows, words, palette, width) });
    const svg = chart.renderToSVGString();
    const marks = uneven(chart);
    chart.dispose();
    const texts = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map((one) => unescaped(one[1].replace(/<[^>]*>/g, '')));
    const lost = wanted.filter((one) => !texts.some((text) => text === one));
    ok(lost.length === 0 && !svg.includes('NaN'), `${name}, ${width} wide: its labels are there`, { lost, texts });
    ok(marks.length === 0, `${name}, ${width} wide: the marks of its axes are even`, marks);
  }
}

// The sociogram draws without the library: its places.
const { layout } = await import(pathToFileURL(resolve('web/charts/sociogram.mjs')));
const crew = Array.from({ length: 20 }, (_, i) => ({ id: i, name: `Somebody with a long name ${i}`, candidate: i === 19 }));
const pairs = crew.slice(1).map(({ id }) => ({ source: 0, target: id, kind: ['synergy', 'neutral', 'friction'][id % 3] }));
for (const width of [280, 900]) {
  const { height, nodes, lines } = layout(crew, [...pairs, { source: 0, target: 99, kind: 'neutral' }], width, 13);
  const outside = nodes.filter((one) => one.x < 13 || one.x > width - 13 || one.y < 13 || one.y > height - 13);
  ok(
    outside.length === 0 && lines.length === pairs.length && (width > 400 || nodes.every((one) => one.label === '')),
    `sociogram, ${width} wide`,
    outside,
  );
}
const kinds = readdirSync('web/charts')
  .map((file) => file.slice(0, -4))
  .filter((kind) => kind !== 'sociogram');
ok(
  kinds.every((kind) => Object.keys(cases).some((name) => name.split(' ')[0] === kind)),
  'every kind is drawn here',
  kinds,
);
