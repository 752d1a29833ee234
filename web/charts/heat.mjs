// When does it happen: a cell a place and time, one hue, the darker (on dark: the brighter) the more; its legend has the ends of the scale.
//   rows   [{x, y, value}]   x, y: places in words.xs and words.ys; value null: not known, and no cell
//   words  {xs, ys, x, number(value)}
export function option(rows, words, palette) {
  const quiet = { color: palette.muted, fontSize: palette.size, fontFamily: palette.font };
  const most = Math.max(1, ...rows.map((row) => row.value ?? 0));
  const axis = { axisTick: { show: false }, axisLine: { show: false }, splitArea: { show: false }, axisPointer: { show: false } };
  return {
    tooltip: { trigger: 'item', showContent: false, renderMode: 'richText' },
    grid: { left: 4, right: 4, top: palette.size * 3.4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: {
      type: 'category',
      data: words.xs,
      name: words.x,
      nameLocation: 'middle',
      nameGap: palette.size * 2.2,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
      ...axis,
    },
    yAxis: { type: 'category', inverse: true, data: words.ys, axisLabel: { ...quiet, interval: 0 }, ...axis },
    visualMap: {
      type: 'continuous',
      min: 0,
      max: most,
      calculable: false,
      hoverLink: false,
      orient: 'horizontal',
      left: 0,
      top: 0,
      itemWidth: palette.size,
      itemHeight: palette.size * 9,
      textStyle: quiet,
      text: [words.number(most), words.number(0)],
      inRange: { color: [palette.background, palette.accent] },
    },
    series: [
      {
        type: 'heatmap',
        data: rows.map((row) => [row.x, row.y, row.value ?? '-']),
        itemStyle: { borderColor: palette.hair, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 2 } },
        progressive: 0,
        cursor: 'default',
      },
    ],
  };
}
