// What makes it up: a bar a part, from 0, the largest first; the line is the share of all of them so far, 0 to 100 %, on the axis above.
//   rows   [{name, value, cumulative}]   value ≥ 0, in order; cumulative 0 to 1
//   words  {x, share, number(value), percent(value)}
/** Upward to an end whose half is round too. */
function rounded(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((step) => step * unit >= value * (1 - 1e-9));
}

export function option(rows, words, palette, width) {
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const most = rounded(Math.max(...rows.map((row) => row.value), 1e-9));
  const ends = { alignMinLabel: 'left', alignMaxLabel: 'right', hideOverlap: true };
  return {
    grid: { left: 4, right: 12, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: [
      {
        type: 'value',
        position: 'bottom',
        min: 0,
        max: most,
        interval: most / 2,
        name: words.x,
        nameLocation: 'middle',
        nameGap: palette.size * 2,
        nameTextStyle: quiet,
        axisLabel: { ...quiet, formatter: words.number, ...ends },
        splitLine: { lineStyle: { color: palette.hair } },
        axisLine: { show: true, lineStyle: { color: palette.border } },
      },
      {
        type: 'value',
        position: 'top',
        min: 0,
        max: 1,
        interval: 0.5,
        name: words.share,
        nameLocation: 'middle',
        nameGap: palette.size * 2,
        nameTextStyle: quiet,
        axisLabel: { ...quiet, formatter: words.percent, ...ends },
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: palette.border, type: 'dashed' } },
      },
    ],
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.text, width: 2 } },
      axisPointer: { show: true, type: 'shadow' },
      axisLabel: {
        ...text,
        width: width < 480 ? width * 0.32 : Math.max(palette.size * 6, width * 0.28),
        overflow: 'break',
        lineHeight: palette.size * 1.4,
      },
    },
    series: [
      {
        type: 'bar',
        name: words.x,
        data: rows.map((row) => row.value),
        barWidth: '60%',
        cursor: 'default',
        itemStyle: { color: palette.categories[0], borderColor: palette.text, borderWidth: 1 },
        emphasis: { disabled: true },
      },
      {
        type: 'line',
        name: words.share,
        xAxisIndex: 1,
        data: rows.map((row) => row.cumulative),
        symbol: 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        silent: true,
        lineStyle: { color: palette.categories[1], width: 2.5, type: 'dashed' },
        itemStyle: { color: palette.categories[1], borderColor: palette.text, borderWidth: 1 },
        emphasis: { disabled: true },
        z: 4,
      },
    ],
  };
}
