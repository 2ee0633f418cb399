import { html } from '../html.js';
import { useWords } from '../words.js';

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
  const top = [...now.desks].sort((a, b) => b.now - a.now)[0];
  return html`
    <h1>${first}${against(words, items)}</h1>
    <p class="standfirst">
      ${top?.now > 0 && html`<span>${words.t('now.top', { desk: words.name(top), n: top.now })}</span>`}
      ${riser && html`<span>${words.t('now.riser', { name: words.name(riser) })}</span>`}
      ${top?.now > 0 && words.t('now.stop')}
      ${baseline.items === 0 && html`<span>${words.t('now.nobaseline', { days: baseline.days })}</span>`}
    </p>
    ${baseline.items > 0 && html`
      <p class="note">${words.t('now.baseline', { days: baseline.days, active: baseline.activeDays, n: baseline.items })}</p>`}`;
}

function against(words, { now, usual }) {
  if (!usual) return words.t('now.nousual');
  const ratio = now / usual;
  if (Math.abs(ratio - 1) <= SAME) return words.t('now.same');
  if (ratio >= TIMES) return words.t('now.times', { x: words.number(ratio, 1) });
  return words.t(ratio > 1 ? 'now.more' : 'now.fewer', { p: words.percent(Math.abs(ratio - 1)) });
}
