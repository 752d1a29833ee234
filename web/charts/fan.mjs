// When, or how many: what has been, and what may come within 50, 85 and 95 % of the futures; past and future are drawn apart.
//   rows   [{x, value, middle, bands: [[low, high] …]}]   value: of the past, else null; bands: the narrowest first
//   words  {x, y, now, past, shares: [text of each band …], number(value)}
export function option(rows, words, palette) {
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const last = rows.findLastIndex((row) => row.value !== null && row.value !== undefined);
  const width = rows.find((row) => row.bands)?.bands.length ?? 0;
  const series = [
    {
      type: 'line',
      name: words.past,
      data: rows.map((row) => row.value ?? null),
      symbol: 'circle',
      symbolSize: 5,
      showAllSymbol: true,
      lineStyle: { color: palette.categories[0], width: 2.5 },
      itemStyle: { color: palette.categories[0] },
      emphasis: { disabled: true },
      z: 4,
      markLine:
        last < 0
          ? undefined
          : {
              silent: true,
              symbol: 'none',
              lineStyle: { color: palette.text, type: 'solid', width: 1 },
              label: { show: true, formatter: words.now, position: 'insideStartTop', rotate: 0, ...text },
              data: [{ xAxis: last }],
            },
    },
    {
      type: 'line',
      name: words.now,
      data: rows.map((row) => row.middle ?? null),
      symbol: 'none',
      lineStyle: { color: palette.categories[0], width: 2.5, type: 'dashed' },
      emphasis: { disabled: true },
      z: 4,
    },
  ];
  for (let i = width - 1; i >= 0; i -= 1) {
    const edge = { type: 'line', stack: `band${i}`, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, z: 2 };
    series.push({ ...edge, data: rows.map((row) => row.bands?.[i]?.[0] ?? null) });
    series.push({
      ...edge,
      data: rows.map((row) => (row.bands?.[i] ? row.bands[i][1] - row.bands[i][0] : null)),
      areaStyle: { color: palette.categories[0], opacity: 0.18 },
      endLabel: { show: true, formatter: words.shares[i], ...quiet, offset: [0, (width - 1 - i) * palette.size * 1.1] }, // below one another, however narrow the bands are
    });
  }
  return {
    grid: {
      left: 4,
      right: palette.size * 4,
      top: palette.size * 0.6,
      bottom: palette.size * 0.4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.x),
      boundaryGap: false,
      name: words.x,
      nameLocation: 'middle',
      nameGap: palette.size * 2,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, alignMinLabel: 'left', alignMaxLabel: 'right', hideOverlap: true },
      axisLine: { lineStyle: { color: palette.border } },
      axisPointer: { show: true, triggerTooltip: false, label: { show: false }, lineStyle: { color: palette.text } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      name: words.y,
      nameLocation: 'end',
      nameGap: palette.size * 0.8,
      nameTextStyle: { ...quiet, align: 'left' },
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.hair } },
      axisLabel: { ...quiet, formatter: words.number },
    },
    series,
  };
}
