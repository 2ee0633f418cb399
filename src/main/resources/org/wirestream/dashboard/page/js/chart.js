// Charts over time. uPlot draws; the page's colours and words go in.
import uPlot from '../vendor/uplot.js';
import { html, useEffect, useLayoutEffect, useRef } from './html.js';
import { useSettings } from './settings.js';

const TICK = '11px ';

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axes(labels, format) {
  const font = TICK + colour('--sans');
  const common = { stroke: colour('--ink-3'), font, ticks: { show: false } };
  return [
    {
      ...common,
      grid: { show: false },
      gap: 6,
      size: 26,
      splits: (u) => ticks(labels.current.length, u.bbox.width / devicePixelRatio),
      values: (u, splits) => splits.map((i) => labels.current[i] ?? ''),
    },
    {
      ...common,
      grid: { stroke: colour('--rule'), width: 1 },
      gap: 4,
      size: (u, values) => 12 + 7 * Math.max(1, ...(values ?? []).map((v) => v.length)),
      values: (u, splits) => splits.map((v) => (Number.isInteger(v) ? format(v) : '')),
    },
  ];
}

/** Indices that get a label, counted back from the newest, as many as there is room for. */
function ticks(count, width) {
  const step = Math.max(1, Math.ceil(count / Math.max(2, Math.floor(width / 64))));
  const indices = [];
  for (let i = count - 1; i >= 0; i -= step) indices.unshift(i);
  return indices;
}

function range(u, min, max) {
  return [0, Math.max(4, max * 1.08)];
}

/** Draws what `make` describes and keeps it up to date; made again only for another theme. */
function Chart({ make, data, height, label, revision }) {
  const settings = useSettings();
  const box = useRef(null);
  const plot = useRef(null);
  const theme = `${settings.theme} ${document.documentElement.dataset.theme} ${settings.language} ${revision ?? ''}`;

  useLayoutEffect(() => {
    const node = box.current;
    plot.current = new uPlot({ width: node.clientWidth || 300, height, ...make() }, data, node);
    const observer = new ResizeObserver(() => plot.current.setSize({ width: node.clientWidth, height }));
    observer.observe(node);
    return () => {
      observer.disconnect();
      plot.current.destroy();
    };
  }, [theme]);
  useEffect(() => plot.current.setData(data), [data]);

  return html`<div class="chart" role="img" aria-label=${label} ref=${box}></div>`;
}

/** A tooltip beside the cursor; `text` says what stands at an index. */
function tooltip(text) {
  const node = document.createElement('div');
  node.className = 'tip chart-tip';
  node.hidden = true;
  return {
    hooks: {
      init: (u) => u.over.append(node),
      setCursor: (u) => {
        const { idx, left } = u.cursor;
        node.hidden = idx === null || idx === undefined || left < 0;
        if (node.hidden) return;
        node.textContent = text(idx);
        const half = node.offsetWidth / 2;
        node.style.left = `${Math.min(Math.max(left - half, 0), u.over.clientWidth - 2 * half)}px`;
      },
    },
  };
}

/**
 * Bars over time.
 *
 * labels: what stands below each bar; values: its height; chosen: the index to point out; usual: a dashed line; pick: called with
 * the index that is clicked; tip: the text for an index.
 */
export function Bars({ labels, values, chosen, usual = null, height = 190, label, format, tip, pick }) {
  const live = useRef({});
  live.current = { chosen, usual, tip, pick };
  const names = useRef(labels);
  names.current = labels;

  function make() {
    const ink = colour('--ink');
    const quiet = colour('--bar');
    return {
      padding: [8, 14, 0, 0],
      legend: { show: false },
      cursor: { x: false, y: false, points: { show: false }, drag: { setScale: false } },
      scales: {
        x: { time: false, range: (u, min, max) => [min - 0.5, max + 0.5] },
        y: { range: (u, min, max) => range(u, min, Math.max(max, live.current.usual ?? 0)) },
      },
      axes: axes(names, format),
      series: [{}, {
        points: { show: false },
        paths: uPlot.paths.bars({
          size: [0.72, 46],
          disp: {
            fill: { unit: 3, values: (u) => u.data[0].map((i) => (i === live.current.chosen ? ink : quiet)) },
          },
        }),
        fill: quiet,
        width: 0,
      }],
      hooks: {
        draw: [(u) => usualLine(u, live.current.usual)],
        ready: [(u) => u.over.addEventListener('click', () => u.cursor.idx !== null && live.current.pick?.(u.cursor.idx))],
      },
      plugins: [tooltip((i) => live.current.tip(i))],
    };
  }

  const data = [values.map((_, i) => i), values];
  return html`<${Chart} make=${make} data=${data} height=${height} label=${label} />`;
}

function usualLine(u, usual) {
  if (usual === null) return;
  const { ctx, bbox } = u;
  const y = Math.round(u.valToPos(usual, 'y', true));
  ctx.save();
  ctx.strokeStyle = colour('--vermilion');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** Lines over time; each series is {values, stroke (a colour's name), dash}. */
export function Lines({ labels, series, height = 190, label, format, tip }) {
  const names = useRef(labels);
  names.current = labels;
  const live = useRef({});
  live.current = { tip };

  function make() {
    return {
      padding: [8, 18, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { size: 5 }, drag: { setScale: false } },
      scales: { x: { time: false }, y: { range } },
      axes: axes(names, format),
      series: [{}, ...series.map(({ stroke, dash }) => ({ stroke: colour(stroke), width: 1.5, dash, points: { show: false } }))],
      plugins: [tooltip((i) => live.current.tip(i))],
    };
  }

  const data = [labels.map((_, i) => i), ...series.map(({ values }) => values)];
  return html`<${Chart} make=${make} data=${data} height=${height} label=${label} revision=${series.length} />`;
}
