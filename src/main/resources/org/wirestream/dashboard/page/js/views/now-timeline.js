import { html, useMemo, useState } from '../html.js';
import { Bars } from '../chart.js';
import { useApi } from '../data.js';
import { go, href } from '../router.js';
import { shiftDay, useWords } from '../words.js';
import { Section, Waiting } from '../parts/frame.js';

const HOURS_BACK = 47 * 3600000;

/** All items by day or hour; a day that is clicked is shown. */
export function Timeline({ window, day, usual, hours }) {
  const words = useWords();
  const [chosen, setSpan] = useState(null);
  const span = chosen ?? (hours ? 'hour' : 'day');
  const range = span === 'day'
    ? { from: shiftDay(day, -27), to: day }
    : hourRange(window, day);
  const answer = useApi(href('api/counts/languages/timeline', { sum: true, span, ...range }), { live: ['counts'] });
  const usualShown = span === 'day' && usual !== null;
  const side = html`
    ${usualShown && html`
      <span class="note key"><span class="dash" aria-hidden="true"></span>${words.t('now.usual')} ${words.number(usual, 1)}</span>`}
    <div class="tabs" role="group" aria-label=${words.t('now.span')}>
      ${['day', 'hour'].map((one) => html`
        <button key=${one} aria-pressed=${span === one} onClick=${() => setSpan(one)}>${words.t(`now.by${one}`)}</button>`)}
    </div>`;
  return html`
    <${Section} name="timeline" title=${words.t('now.timeline')} side=${side}>
      ${answer.data
        ? html`<${TimelineBars} key=${answer.data.span} timeline=${answer.data} now=${answer.data.span === 'day' ? day : window.to} usual=${answer.data.span === 'day' ? usual : null} />`
        : html`<${Waiting} answer=${answer} />`}
      ${answer.data?.undated > 0 && html`<p class="note">${words.t('now.undated', { n: answer.data.undated })}</p>`}
    <//>`;
}

/** The hours up to the window's last, or the whole day and the one before. */
function hourRange({ span, to }, day) {
  if (span === 'day') return { fromHour: `${shiftDay(day, -1)}T00:00:00+08:00`, toHour: `${day}T23:00:00+08:00` };
  return { fromHour: new Date(Date.parse(to) - HOURS_BACK).toISOString(), toHour: to };
}

function TimelineBars({ timeline, now, usual }) {
  const words = useWords();
  const { at, span } = timeline;
  const values = timeline.series[0]?.items ?? at.map(() => 0);
  const name = (moment) => (span === 'day' ? words.day(moment) : `${words.dayOf(moment)} ${words.clock(moment)}`);
  const labels = useMemo(
    () => at.map((moment) => (span === 'day' ? words.shortDay(moment) : words.clock(moment))),
    [timeline, words],
  );
  const most = Math.max(...values);
  const label = words.t('now.chart', {
    from: name(at[0]), to: name(at[at.length - 1]), max: most, at: name(at[values.indexOf(most)]),
  });
  return html`
    <${Bars} labels=${labels} values=${values} usual=${usual} label=${label}
      chosen=${at.indexOf(now)}
      format=${(n) => words.number(n)}
      tip=${(i) => `${name(at[i])}  ${words.t('count.items', { n: values[i] })}`}
      pick=${span === 'day' ? (i) => go(href('now', { at: at[i] })) : undefined} />`;
}
