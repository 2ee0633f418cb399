import { html } from '../html.js';
import { beijingDay, useWords } from '../words.js';

const SAME = 0.08;
const TIMES = 2;

/** The day in a sentence, as a night editor would say it. */
export function Lead({ now, riser, hours }) {
  const words = useWords();
  const { items, baseline, window } = now;
  const day = words.day(window.to, { year: false });
  const first = hours
    ? words.t('now.lead.hours', { day, hours: Number(hours), n: items.now })
    : words.t('now.lead', { day, n: items.now });
  // A day that is not over is not held against whole days while it has less than they.
  const running = !hours && window.to === beijingDay(new Date().toISOString());
  const top = [...now.desks].sort((a, b) => b.now - a.now)[0];
  return html`
    <h1>${first}${against(words, items, running)}</h1>
    <p class="standfirst">
      ${top?.now > 0 && html`<span>${words.t('now.top', { desk: words.name(top), n: top.now })}</span>`}
      ${riser && html`<span>${words.t('now.riser', { name: words.name(riser) })}</span>`}
      ${top?.now > 0 && words.t('now.stop')}
      ${baseline.items === 0 && html`<span>${words.t('now.nobaseline', { days: baseline.days })}</span>`}
    </p>
    ${baseline.items > 0 && html`
      <p class="note">${words.t('now.baseline', { days: baseline.days, active: baseline.activeDays, n: baseline.items })}</p>`}`;
}

function against(words, { now, usual }, running) {
  if (!usual) return words.t('now.nousual');
  const ratio = now / usual;
  if (running && ratio < 1 - SAME) return words.t('now.running', { n: words.number(usual, 1) });
  if (Math.abs(ratio - 1) <= SAME) return words.t('now.same');
  if (ratio >= TIMES) return words.t('now.times', { x: words.number(ratio, 1) });
  return words.t(ratio > 1 ? 'now.more' : 'now.fewer', { p: words.percent(Math.abs(ratio - 1)) });
}
