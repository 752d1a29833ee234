// A chart with its readout. The library is imported here alone, when a chart comes near the window; the chart's options are made by a
// file of charts/, which imports nothing. The library's own tooltip breaks the content policy or the text, and without content throws
// when the pointer stays at a place, so there is none of it: a range input, the pointer and the keyboard move one readout.
import { h, id } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';

let echarts = null;
let coming = null;
const loadLibrary = () => {
  coming ??= import('/vendor/echarts.6.0.0.mjs').then((loaded) => {
    echarts = loaded;
  });
  return coming;
};

const dark = matchMedia('(prefers-color-scheme: dark)');
const print = matchMedia('print');
const forced = matchMedia('(forced-colors: active)');

/** The colours of the theme, and how large text is. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  // Colours of the system have names that the library does not know: what they are is asked of an element.
  const probe = h('span', { hidden: true });
  probe.style.forcedColorAdjust = 'none';
  if (forced.matches) document.body.append(probe);
  const colour = (name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    if (!forced.matches) return value;
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const found = {
    background: colour('raised'),
    text: colour('text'),
    muted: colour('muted'),
    border: colour('border'),
    hair: colour('hair'),
    accent: colour('accent'),
    good: colour('good'),
    concern: colour('concern'),
    common: colour('common'),
    danger: colour('danger'),
    categories: [1, 2, 3, 4, 5, 6].map((n) => colour(`cat-${n}`)),
    size: parseFloat(style.fontSize) * 0.8125,
    font: style.fontFamily,
  };
  probe.remove();
  return found;
}

/** A text in lines of so many pixels at most, where its words allow it. */
function folded(text, most, colours) {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${colours.size}px ${colours.font}`;
  return text.split(' ').reduce((lines, word) => {
    const longer = lines === '' ? word : `${lines} ${word}`;
    return pen.measureText(longer.slice(longer.lastIndexOf('\n') + 1)).width <= most ? longer : `${lines}\n${word}`;
  }, '');
}
/** What an axis is of stands above it, from there to the right: on a narrow chart in more than one line. */
const above = (axis, colours, width) =>
  axis?.name && axis.nameLocation === 'end'
    ? {
        ...axis,
        name: folded(axis.name, width - colours.size * 5, colours),
        nameTextStyle: { ...axis.nameTextStyle, lineHeight: colours.size * 1.4 },
      }
    : axis;

/** What every chart has: text of the page, no animation, no tooltip of the library's, no label in place of ours. */
function common(option, colours, width) {
  const text = { color: colours.text, fontFamily: colours.font, fontSize: colours.size };
  const yAxis = [option.yAxis ?? []].flat().map((axis) => above(axis, colours, width));
  return { animation: false, aria: { enabled: false }, textStyle: text, tooltip: { show: false }, ...option, yAxis };
}

/**
 * @param make (palette, width) → option: bound to rows and words of a file of charts/
 * @param label what the chart shows, with its finding, for those who do not see it
 * @param points the text of the readout at each place, in the order of the chart's axis
 * @param height in rem, or of the width in sixteenths of a rem
 */
export function chart({ make, label, points = [], start = points.length - 1, height = null, axis = t('chart.place') }) {
  const canvas = h('div', { class: 'chart', role: 'img', 'aria-label': label });
  const sized = () => {
    if (!height) return;
    // How many lines labels take depends on how wide the chart is for the size of the text.
    const width = ((canvas.clientWidth || innerWidth) * 16) / parseFloat(getComputedStyle(document.documentElement).fontSize);
    canvas.style.height = `${typeof height === 'function' ? height(width) : height}rem`;
  };
  sized();
  const output = h('output', { class: 'readout' }, points[start] ?? '');
  const control = id('range');
  const range =
    points.length > 1 &&
    h('input', { type: 'range', id: control, min: 0, max: points.length - 1, step: 1, 'aria-valuetext': points[start] ?? '' });
  if (range) range.value = start;
  let drawn = null;

  function read(index) {
    if (!points[index] || !range) return;
    range.value = index;
    range.setAttribute('aria-valuetext', points[index]);
    output.textContent = points[index];
  }
  range &&
    range.addEventListener('input', () => {
      read(Number(range.value));
      drawn?.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'mousemove', seriesIndex: 0, dataIndex: Number(range.value) });
    });

  function draw() {
    if (!echarts) {
      loadLibrary().then(draw);
      return;
    }
    if (!canvas.isConnected || canvas.clientWidth === 0) return;
    sized();
    if (!drawn) {
      drawn = echarts.init(canvas, null, { renderer: 'svg' });
      drawn.on('updateAxisPointer', (event) => {
        const place = event.axesInfo?.[0]?.value;
        if (place !== undefined) read(place);
      });
      drawn.on('mouseover', (event) => {
        if (event.seriesIndex !== undefined) read(event.dataIndex);
      });
    }
    // Paper is narrower than the window, and is not known before: drawn for its width, the picture is scaled to it.
    const width = print.matches ? 660 : canvas.clientWidth;
    drawn.resize({ width, height: canvas.clientHeight });
    const colours = palette();
    drawn.setOption(common(make(colours, width), colours, width), true);
    canvas.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${canvas.clientHeight}`);
  }
  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        seen.disconnect();
        draw();
      }
    },
    { rootMargin: '300px' },
  );
  seen.observe(canvas);
  // Above size 0 alone: the library does not stand 0. What has left the page lets go of everything.
  const resized = new ResizeObserver(() => {
    if (!canvas.isConnected) return release();
    if (drawn && canvas.clientWidth > 0 && canvas.clientHeight > 0) draw();
  });
  const recolour = () => {
    if (drawn || print.matches) draw();
  };
  function release() {
    resized.disconnect();
    seen.disconnect();
    dark.removeEventListener('change', recolour);
    forced.removeEventListener('change', recolour);
    print.removeEventListener('change', recolour);
    if (!drawn) return;
    // The library's painter would empty what it drew by innerHTML, which the content policy refuses: the element goes with the page.
    Object.assign(drawn.getZr().painter, { clear() {}, dispose() {} });
    drawn.dispose();
    drawn = null;
  }
  resized.observe(canvas);
  dark.addEventListener('change', recolour);
  forced.addEventListener('change', recolour);
  print.addEventListener('change', recolour);

  return [canvas, range && h('label', { class: 'range-label', for: control }, axis), range, points.length > 0 && output];
}
