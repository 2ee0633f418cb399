// Small drawings that stand in a line of text or a table cell.
import { html } from '../html.js';

const LOWEST = -2;
const HIGHEST = 4;

/** Bars of a series, the last one pointed out. */
export function Spark({ values, label }) {
  const most = Math.max(1, ...values);
  const step = 4;
  return html`
    <svg class="spark" viewBox=${`0 0 ${values.length * step} 24`} preserveAspectRatio="none" role="img" aria-label=${label}>
      ${values.map((value, i) => {
        const size = value === 0 ? 0.6 : Math.max(1.5, (24 * value) / most);
        return html`<rect key=${i} class=${i === values.length - 1 ? 'last' : ''} x=${i * step} y=${24 - size} width=${step - 1} height=${size} />`;
      })}
    </svg>`;
}

function place(ic) {
  const clamped = Math.min(HIGHEST, Math.max(LOWEST, ic));
  return `${((clamped - LOWEST) / (HIGHEST - LOWEST)) * 100}%`;
}

/** A rate against its usual on a doubling scale: the point and its 95 % interval. */
export function Interval({ ic, lower, upper, label }) {
  const left = place(lower);
  const right = place(upper);
  return html`
    <svg class="interval" role="img" aria-label=${label}>
      ${[-1, 1, 2, 3].map((tick) => html`<line key=${tick} class="tick" x1=${place(tick)} x2=${place(tick)} y1="0" y2="100%" />`)}
      <line class="zero" x1=${place(0)} x2=${place(0)} y1="0" y2="100%" />
      <line class="range" x1=${left} x2=${right} y1="50%" y2="50%" />
      <circle cx=${place(ic)} cy="50%" r="4.5" />
    </svg>`;
}

/** The scale above intervals. */
export function IntervalScale() {
  const ticks = [[-1, '½'], [0, '1'], [1, '2'], [2, '4'], [3, '8']];
  return html`
    <svg class="interval-scale" aria-hidden="true">
      ${ticks.map(([at, text]) => html`<text key=${at} x=${place(at)} y="11" text-anchor="middle">${text}</text>`)}
    </svg>`;
}

/** A bar for a share of the most. */
export function Bar({ value, most }) {
  return html`
    <svg class="bar" aria-hidden="true"><rect width=${`${most ? Math.max(0.5, (100 * value) / most) : 0}%`} height="100%" /></svg>`;
}

/** Spines of the desks an item belongs to. */
export function Spines({ desks }) {
  return html`<span class="spines" aria-hidden="true">${desks.map((desk) => html`<i key=${desk} data-desk=${desk}></i>`)}</span>`;
}
