// Change or noise: values in their order, the limits between which noise stays, the centre; what is special is a triangle and is named
// in the readout. Phases, each with limits of its own, are drawn apart and labelled with their reasons.
//   rows   [{x, value, centre, low, high, special, phase}]   special: the rule, or null; phase: where a new one begins its reason
//   words  {x, y, centre, low, high, number(value)}
/** The next round step. */
function tick(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1, 2, 2.5, 5, 10].find((step) => step * unit >= value * (1 - 1e-9));
}

/** So many steps, without the digits that the product has too many: they would be one more mark. */
const steps = (n, step) => Number((n * step).toPrecision(12));

export function option(rows, words, palette, width = 600) {
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const values = rows.flatMap((row) => [row.value, row.low, row.high]).filter((value) => value !== null && value !== undefined);
  const step = tick((Math.max(...values) - Math.min(...values) || 1) / 4);
  const beside = palette.size * (0.8 + 0.66 * Math.max(...[words.centre, words.low, words.high].map((name) => name.length)));
  // Labels at the first and the last place, and as many between as fit.
  const last = rows.length - 1;
  const every = Math.max(
    1,
    Math.ceil(
      rows.length /
        Math.max(
          2,
          (width - beside - palette.size * 4) / (palette.size * Math.max(4.5, 1.5 + 0.8 * Math.max(...rows.map((row) => row.x.length)))),
        ),
    ),
  );
  const labelled = (i) => i === last || (i % every === 0 && last - i >= every);
  const limit = (key, name, type) => ({
    type: 'line',
    step: 'middle',
    data: rows.map((row) => row[key] ?? null),
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.common, width: 1.5, type },
    endLabel: { show: true, formatter: name, ...quiet },
    emphasis: { disabled: true },
    z: 1,
  });
  const phases = rows.map((row, i) => (row.phase ? { xAxis: i, label: { formatter: row.phase } } : null)).filter(Boolean);
  return {
    grid: {
      left: 4,
      right: beside,
      top: palette.size * 0.6,
      bottom: palette.size * 0.4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: {
      type: 'category',
      data: rows.map((row) => row.x),
      name: words.x,
      nameLocation: 'middle',
      nameGap: palette.size * 2,
      nameTextStyle: quiet,
      axisLabel: { ...quiet, alignMinLabel: 'left', alignMaxLabel: 'right', interval: labelled },
      axisLine: { onZero: false, lineStyle: { color: palette.border } },
      axisPointer: { show: true, triggerTooltip: false, label: { show: false }, lineStyle: { color: palette.text } },
    },
    yAxis: {
      type: 'value',
      min: steps(Math.floor(Math.min(...values) / step), step),
      max: steps(Math.ceil(Math.max(...values) / step), step),
      interval: step,
      name: words.y,
      nameLocation: 'end',
      nameGap: palette.size * 0.8,
      nameTextStyle: { ...quiet, align: 'left' },
      splitLine: { lineStyle: { color: palette.hair } },
      axisLabel: { ...quiet, formatter: words.number },
    },
    series: [
      {
        type: 'line',
        name: words.y,
        showAllSymbol: true,
        lineStyle: { color: palette.categories[0], width: 1.5 },
        emphasis: { disabled: true },
        z: 3,
        data: rows.map((row) => ({
          value: row.value ?? null,
          symbol: row.special ? 'triangle' : 'circle',
          symbolSize: row.special ? 12 : 6,
          itemStyle: {
            color: row.special ? palette.concern : palette.categories[0],
            borderColor: palette.text,
            borderWidth: row.special ? 1 : 0,
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.border, type: 'dotted' },
          label: { position: 'insideEndTop', rotate: 0, ...text },
          data: phases,
        },
      },
      limit('centre', words.centre, 'solid'),
      limit('low', words.low, 'dashed'),
      limit('high', words.high, 'dashed'),
    ],
  };
}
