// Is it calibrated: how often it happened against how likely it was said to be, with an interval a bin; the diagonal is where both agree;
// below, how many predictions each bin has.
//   rows   [{predicted, observed, low, high, n, from, to}]   shares of 0 to 1; from, to: the ends of the bin
//   words  {x, y, diagonal, n, share(value), number(value)}
export function option(rows, words, palette) {
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const left = palette.size * 4;
  const below = palette.size * 5;
  const axis = {
    axisLabel: { ...quiet, hideOverlap: true },
    nameTextStyle: quiet,
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.border } },
    axisPointer: { show: false },
  };
  const x = { type: 'value', min: 0, max: 1, interval: 0.25, ...axis };
  return {
    tooltip: { trigger: 'item', showContent: false, renderMode: 'richText' },
    grid: [
      { left, right: palette.size * 1.5, top: palette.size * 2.2, bottom: below + palette.size * 6 },
      { left, right: palette.size * 1.5, height: below, bottom: palette.size * 3.6 },
    ],
    xAxis: [
      { ...x, gridIndex: 0, splitLine: { lineStyle: { color: palette.hair } }, axisLabel: { show: false } },
      {
        ...x,
        gridIndex: 1,
        splitLine: { show: false },
        name: words.x,
        nameLocation: 'middle',
        nameGap: palette.size * 2.2,
        axisLabel: { ...x.axisLabel, formatter: words.share, margin: palette.size * 0.7, alignMinLabel: 'left', alignMaxLabel: 'right' },
      },
    ],
    yAxis: [
      {
        ...x,
        gridIndex: 0,
        name: words.y,
        nameLocation: 'end',
        nameGap: palette.size * 0.8,
        nameTextStyle: { ...quiet, align: 'left' },
        splitLine: { lineStyle: { color: palette.hair } },
        axisLabel: { ...x.axisLabel, formatter: words.share },
      },
      {
        type: 'value',
        min: 0,
        gridIndex: 1,
        splitNumber: 2,
        name: words.n,
        nameLocation: 'end',
        nameGap: palette.size * 0.5,
        ...axis,
        nameTextStyle: { ...quiet, align: 'left' },
        splitLine: { lineStyle: { color: palette.hair } },
        axisLabel: { ...quiet, formatter: words.number, hideOverlap: true },
      },
    ],
    series: [
      {
        type: 'scatter',
        xAxisIndex: 0,
        yAxisIndex: 0,
        data: rows.map((row) => [row.predicted, row.observed]),
        symbolSize: 10,
        cursor: 'default',
        z: 4,
        itemStyle: { color: palette.categories[0], borderColor: palette.text, borderWidth: 1 },
        emphasis: { scale: 1.6 },
      },
      {
        type: 'custom',
        xAxisIndex: 0,
        yAxisIndex: 0,
        silent: true,
        z: 3,
        data: rows.map((row) => [row.predicted, row.low, row.high]),
        dimensions: ['x', 'low', 'high'],
        encode: { x: 0, y: [1, 2] },
        renderItem(params, api) {
          const [at, low] = api.coord([api.value(0), api.value(1)]);
          const [, high] = api.coord([api.value(0), api.value(2)]);
          const line = (x1, y1, x2, y2) => ({
            type: 'line',
            shape: { x1, y1, x2, y2 },
            style: { stroke: palette.categories[0], lineWidth: 2, fill: null },
          });
          return { type: 'group', children: [line(at, low, at, high), line(at - 4, low, at + 4, low), line(at - 4, high, at + 4, high)] };
        },
      },
      {
        type: 'line',
        xAxisIndex: 0,
        yAxisIndex: 0,
        silent: true,
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        z: 1,
        lineStyle: { opacity: 0 },
        emphasis: { disabled: true },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.common, width: 1.5, type: 'dashed' },
          label: { show: true, formatter: words.diagonal, position: 'insideEndBottom', ...quiet },
          data: [[{ coord: [0, 0] }, { coord: [1, 1] }]],
        },
      },
      {
        type: 'custom',
        xAxisIndex: 1,
        yAxisIndex: 1,
        silent: true,
        z: 2,
        data: rows.map((row) => [row.from, row.to, row.n]),
        dimensions: ['from', 'to', 'n'],
        encode: { x: [0, 1], y: 2 },
        renderItem(params, api) {
          const [x1, y1] = api.coord([api.value(0), api.value(2)]);
          const [x2, y2] = api.coord([api.value(1), 0]);
          return {
            type: 'rect',
            shape: { x: x1 + 1, y: y1, width: Math.max(1, x2 - x1 - 2), height: y2 - y1 },
            style: { fill: palette.common },
          };
        },
      },
    ],
  };
}
