// Who differs from peers: each one's value by its size, between the limits within which chance stays; only what lies outside the wider
// ones, and the one that is looked at, is named. No order of rank.
//   rows   [{name, size, value, low95, high95, low998, high998, outside, own}]   by size
//   words  {x, y, target, limits: [text of 95, of 99.8], number(value), size(value)}
const compact = (value, step, up) => (up ? Math.ceil(value / step) : Math.floor(value / step)) * step;

export function option(rows, words, palette, width = 600) {
  const narrow = width < 480;
  const text = { color: palette.text, fontSize: palette.size, fontFamily: palette.font };
  const quiet = { ...text, color: palette.muted };
  const most = Math.max(...rows.map((row) => row.value));
  const step = 10 ** Math.floor(Math.log10(most || 1));
  const widest = Math.max(...rows.map((row) => row.size));
  const sizes = 10 ** Math.floor(Math.log10(widest || 1));
  const top = compact(most * 1.05, step / 2, true);
  const limit = (key, name, type) => ({
    type: 'line', data: rows.filter((row) => row[key] <= top).map((row) => [row.size, row[key]]), symbol: 'none', silent: true, smooth: false, lineStyle: { color: palette.common, width: 1.5, type },
    endLabel: { show: name !== null && !narrow, formatter: name ?? '', ...quiet }, labelLayout: { moveOverlap: 'shiftY' }, emphasis: { disabled: true }, z: 2,
  });
  const drawn = (row) => ({
    value: [row.size, row.value], symbol: row.own ? 'diamond' : row.outside ? 'triangle' : 'circle', symbolSize: row.own ? 16 : row.outside ? 11 : 5,
    itemStyle: {
      color: row.own ? palette.categories[1] : row.outside ? palette.concern : palette.categories[0], opacity: row.own || row.outside ? 1 : 0.6,
      borderColor: palette.text, borderWidth: row.own || row.outside ? 1 : 0,
    },
    label: { show: row.own || row.outside, formatter: row.name, position: row.size > widest * 0.6 ? 'left' : 'right', ...text },
  });
  return {
    grid: { left: 4, right: narrow ? 12 : palette.size * 5, top: 6, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: {
      type: 'value', min: 0, max: compact(widest, sizes / 2, true), name: words.x, nameLocation: 'middle', nameGap: palette.size * 2, nameTextStyle: quiet, splitNumber: 4,
      axisLabel: { ...quiet, formatter: words.size, alignMinLabel: 'left', alignMaxLabel: 'right', hideOverlap: true }, axisLine: { show: true, lineStyle: { color: palette.border } }, splitLine: { show: false },
    },
    yAxis: {
      type: 'value', min: 0, max: top, name: words.y, nameLocation: 'end', nameGap: palette.size * 0.8, nameTextStyle: { ...quiet, align: 'left' }, splitNumber: 4,
      splitLine: { lineStyle: { color: palette.hair } }, axisLabel: { ...quiet, formatter: words.number },
    },
    series: [{
      type: 'scatter', name: words.y, data: rows.map(drawn), labelLayout: { hideOverlap: true }, cursor: 'default', z: 4,
      markLine: { silent: true, symbol: 'none', lineStyle: { color: palette.common, type: 'solid', width: 1.5 }, label: { show: false }, data: [{ yAxis: words.target }] },
    }, limit('high998', words.limits[1], 'dashed'), limit('high95', words.limits[0], 'dotted'), limit('low95', null, 'dotted'), limit('low998', null, 'dashed')],
  };
}
