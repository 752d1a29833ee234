// Values over time: one line with a band, or up to six lines, each labelled at its end and with a dash of its own.
//   rows   [{x, values: [number | null …], low, high}]   low, high: of the first line; null is a gap and stays one
//   words  {x, y, lines: [name …], number(value), least, most, step, points}
//          least, most: ends of a scale, such as 1 and 5; without them from 0
//          points: each value is marked, so that one between two gaps is seen
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 3], [3, 6]];

/** The round step whose marks end at both ends of a scale; the library's own would leave the last two beside each other. */
function even(span) {
  const round = (step) => [1, 2, 2.5, 5].some((one) => Math.abs(step / 10 ** Math.floor(Math.log10(step)) - one) < 1e-9);
  return [4, 5, 3, 2, 6, 7].map((n) => span / n).find(round);
}

export function option(rows, words, palette, width = 600) {
  const lines = words.lines ?? [words.y];
  // Labels at the first and the last place, and as many between as fit.
  const longest = palette.size * Math.max(4.5, 1.5 + 0.8 * Math.max(...rows.map((row) => row.x.length)));
  const room = width - palette.size * (lines.length > 1 && width >= 480 ? 13 : 4);
  const every = Math.max(1, Math.ceil(rows.length / Math.max(2, room / longest)));
  const last = rows.length - 1;
  const labelled = (i) => i === last || (i % every === 0 && last - i >= every);
  const band = rows.some((row) => row.low !== null && row.low !== undefined);
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const axis = {
    axisLabel: { ...text, color: palette.muted },
    nameTextStyle: { ...text, color: palette.muted },
    axisLine: { show: true, lineStyle: { color: palette.border } },
  };
  // Where there is no room beside the lines, their names stand above.
  const beside = lines.length > 1 && width >= 480;
  const above = lines.length > 1 && !beside;
  const series = lines.map((name, i) => ({
    type: 'line',
    name,
    data: rows.map((row) => row.values[i]),
    symbol: words.points ? 'circle' : 'none',
    symbolSize: 6,
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: { color: palette.categories[i], width: 2.5, type: dashes[i] },
    itemStyle: { color: palette.categories[i] },
    endLabel: beside
      ? { show: true, formatter: () => name, ...text, lineHeight: palette.size * 1.4, width: palette.size * 9, overflow: 'truncate' }
      : { show: false },
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { disabled: true },
    z: 3,
  }));
  if (band) {
    const edge = {
      type: 'line',
      stack: 'band',
      stackStrategy: 'all',
      symbol: 'none',
      silent: true,
      connectNulls: false,
      lineStyle: { opacity: 0 },
      z: 2,
    };
    series.push({ ...edge, data: rows.map((row) => row.low ?? null) });
    series.push({
      ...edge,
      data: rows.map((row) => (row.low === null || row.low === undefined ? null : row.high - row.low)),
      areaStyle: { color: palette.categories[0], opacity: 0.28 },
    });
  }
  return {
    grid: {
      left: 4,
      right: beside ? palette.size * 10 : 12,
      top: palette.size * (above ? 1 + lines.length * 1.7 : 0.6),
      bottom: palette.size * 0.4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    legend: {
      show: above,
      data: lines,
      selectedMode: false,
      orient: 'vertical',
      left: 0,
      top: 0,
      itemWidth: palette.size * 3,
      itemGap: palette.size * 0.4,
      textStyle: { ...text, width: width - palette.size * 5, overflow: 'truncate', lineHeight: palette.size * 1.4 },
    },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.x),
      boundaryGap: false,
      name: words.x,
      nameLocation: 'middle',
      nameGap: palette.size * 2,
      ...axis,
      axisLabel: { ...axis.axisLabel, alignMinLabel: 'left', alignMaxLabel: 'right', interval: labelled },
      axisPointer: { show: true, triggerTooltip: false, label: { show: false }, lineStyle: { color: palette.text } },
    },
    yAxis: {
      type: 'value',
      min: words.least ?? 0,
      max: words.most ?? null,
      interval: words.most === undefined ? undefined : even(words.most - (words.least ?? 0)),
      name: words.y,
      nameLocation: 'end',
      nameGap: palette.size * 0.8,
      ...axis,
      nameTextStyle: { ...axis.nameTextStyle, align: 'left' },
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.hair } },
      axisLabel: { ...axis.axisLabel, formatter: words.number },
    },
    series,
  };
}
