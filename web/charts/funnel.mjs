// Who differs from peers: each one's value by its size, between the limits within which chance stays; only what lies outside the wider
// ones, and the one that is looked at, is named. No order of rank.
//   rows   [{name, size, value, low95, high95, low998, high998, outside, own}]   by size
//   words  {x, y, target, limits: [text of 95, of 99.8], number(value), size(value)}
/** The end of an axis from 0 and the round step of its marks, whose last one is the end. */
function axisTo(most, parts = 4) {
  const unit = 10 ** Math.floor(Math.log10(most / parts));
  const step = unit * [1, 2, 2.5, 5, 10].find((one) => one * unit >= (most / parts) * (1 - 1e-9));
  // The digits that the product has too many would be one more mark.
  return { max: Number((Math.ceil((most / step) * (1 - 1e-9)) * step).toPrecision(12)), interval: step };
}

export function option(rows, words, palette, width = 600) {
  const narrow = width < 480;
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const most = Math.max(...rows.map((row) => row.value));
  const widest = Math.max(...rows.map((row) => row.size));
  const ends = axisTo(most * 1.05 || 1);
  const top = ends.max;
  const limit = (key, name, type) => ({
    type: 'line',
    data: rows.filter((row) => row[key] <= top).map((row) => [row.size, row[key]]),
    symbol: 'none',
    silent: true,
    smooth: false,
    lineStyle: { color: palette.common, width: 1.5, type },
    endLabel: { show: name !== null && !narrow, formatter: name ?? '', ...quiet },
    emphasis: { disabled: true },
    z: 2,
  });
  // Names where there is room for them: that of the one looked at first, then the furthest from the target.
  const right = (row) => row.size <= widest * 0.6;
  const box = (row) => {
    const [x, y, long] = [
      (row.size / widest) * (width - palette.size * 9),
      (1 - row.value / top) * palette.size * 22,
      palette.size * (1.2 + 0.62 * row.name.length),
    ];
    return { left: right(row) ? x : x - long, right: right(row) ? x + long : x, y };
  };
  const named = new Map();
  for (const row of rows
    .filter((one) => one.own || one.outside)
    .sort((a, b) => b.own - a.own || Math.abs(b.value - words.target) - Math.abs(a.value - words.target))) {
    const mine = box(row);
    if (
      ![...named.values()].some(
        (other) => Math.abs(other.y - mine.y) < palette.size * 1.6 && mine.left < other.right && other.left < mine.right,
      )
    )
      named.set(row, mine);
  }
  const drawn = (row) => ({
    value: [row.size, row.value],
    symbol: row.own ? 'diamond' : row.outside ? 'triangle' : 'circle',
    symbolSize: row.own ? 16 : row.outside ? 11 : 5,
    itemStyle: {
      color: row.own ? palette.categories[1] : row.outside ? palette.concern : palette.categories[0],
      opacity: row.own || row.outside ? 1 : 0.6,
      borderColor: palette.text,
      borderWidth: row.own || row.outside ? 1 : 0,
    },
    label: { show: named.has(row), formatter: row.name, position: right(row) ? 'right' : 'left', ...text },
  });
  return {
    grid: { left: 4, right: narrow ? 12 : palette.size * 5, top: palette.size * 0.6, bottom: palette.size * 0.4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: {
      type: 'value',
      min: 0,
      ...axisTo(widest || 1, narrow ? 2 : 4),
      name: words.x,
      nameLocation: 'middle',
      nameGap: palette.size * 2,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, formatter: words.size, alignMinLabel: 'left', alignMaxLabel: 'right', hideOverlap: true },
      axisLine: { show: true, lineStyle: { color: palette.border } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...ends,
      name: words.y,
      nameLocation: 'end',
      nameGap: palette.size * 0.8,
      nameTextStyle: { ...quiet, align: 'left' },
      splitLine: { lineStyle: { color: palette.hair } },
      axisLabel: { ...quiet, formatter: words.number },
    },
    series: [
      {
        type: 'scatter',
        name: words.y,
        data: rows.map(drawn),
        cursor: 'default',
        z: 4,
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.common, type: 'solid', width: 1.5 },
          label: { show: false },
          data: [{ yAxis: words.target }],
        },
      },
      limit('high998', words.limits[1], 'dashed'),
      limit('high95', words.limits[0], 'dotted'),
      limit('low95', null, 'dotted'),
      limit('low998', null, 'dashed'),
    ],
  };
}
