import { html, useMemo, useState } from '../html.js';
import { Bars } from '../chart.js';
import { useApi } from '../data.js';
import { go, href } from '../router.js';
import { shiftDay, useWords } from '../words.js';
import { Section, Waiting } from '../parts/frame.js';

/** All items by day or hour; a day that is clicked is shown. */
export function Timeline({ day, usual, hours }) {
  const words = useWords();
  const [chosen, setSpan] = useState(null);
  const span = chosen ?? (hours ? 'hour' : 'day');
  const range = span === 'day'
    ? { from: shiftDay(day, -27), to: day }
    : { fromHour: `${shiftDay(day, -1)}T00:00:00+08:00`, toHour: `${day}T23:00:00+08:00` };
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
        ? html`<${TimelineBars} key=${answer.data.span} timeline=${answer.data} day=${day} usual=${answer.data.span === 'day' ? usual : null} />`
        : html`<${Waiting} answer=${answer} />`}
      ${answer.data?.undated > 0 && html`<p class="note">${words.t('now.undated', { n: answer.data.undated })}</p>`}
    <//>`;
}

function TimelineBars({ timeline, day, usual }) {
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
      chosen=${span === 'day' ? at.indexOf(day) : at.length - 1}
      format=${(n) => words.number(n)}
      tip=${(i) => `${name(at[i])}  ${words.t('count.items', { n: values[i] })}`}
      pick=${span === 'day' ? (i) => go(href('now', { at: at[i] })) : undefined} />`;
}
