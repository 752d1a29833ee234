// What moves a result: for each input a bar to either side of the result as it is, the widest first; at its ends the input's values.
//   rows   [{name, low, high, atLow, atHigh}]   low, high: texts of the input's values; atLow, atHigh: the result there
//   words  {base, number(value)}
/** Upward to an end whose half is round too. */
function rounded(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((step) => step * unit >= value * (1 - 1e-9));
}
/** The widest effect first. */
export const ordered = (rows) => [...rows].sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));

export function option(rows, words, palette, width) {
  const shown = ordered(rows);
  const names = width < 480 ? width * 0.36 : Math.max(palette.size * 6, width * 0.3);
  // The longest bar leaves room for its label.
  const half = (width - names) / 2 - 16;
  const label = palette.size * (0.6 + 0.58 * Math.max(...shown.flatMap((row) => [row.low.length, row.high.length])));
  const widest = Math.max(...shown.flatMap((row) => [row.atLow, row.atHigh]).map((value) => Math.abs(value - words.base)), 1e-9);
  const most = rounded((widest * half) / Math.max(half / 3, half - label));
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const side = (at, label, colour, dash) => ({
    type: 'bar',
    name: at,
    barGap: '-100%',
    barWidth: '60%',
    cursor: 'default',
    data: shown.map((row) => {
      const change = row[at] - words.base;
      const other = row[at === 'atLow' ? 'atHigh' : 'atLow'] - words.base;
      // Where both ends go to one side, the shorter is labelled on the other.
      const yields = change * other > 0 && (Math.abs(change) < Math.abs(other) || (change === other && at === 'atLow'));
      const left = change < 0 || (change === 0 && (other > 0 || (other === 0 && at === 'atLow')));
      return { value: change, label: { position: left !== yields ? 'left' : 'right' } };
    }),
    itemStyle: { color: colour, borderColor: palette.text, borderWidth: 1, borderType: dash },
    label: { show: true, ...text, formatter: ({ dataIndex }) => shown[dataIndex][label] },
    emphasis: { disabled: true },
  });
  return {
    grid: { left: 4, right: 12, top: palette.size * 0.6, bottom: palette.size * 0.4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: {
      type: 'value',
      min: -most,
      max: most,
      interval: most / 2,
      axisLabel: {
        ...text,
        color: palette.muted,
        formatter: words.number,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
        hideOverlap: true,
      },
      axisLine: { show: true, lineStyle: { color: palette.border } },
      splitLine: { lineStyle: { color: palette.hair } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map((row) => row.name),
      axisTick: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: palette.text, width: 2 } },
      axisLabel: { ...text, width: names, overflow: 'break', lineHeight: palette.size * 1.4 },
    },
    series: [side('atLow', 'low', palette.categories[0], 'solid'), side('atHigh', 'high', palette.categories[4], 'dashed')],
  };
}
