import { html } from '../html.js';
import { useApi } from '../data.js';
import { href } from '../router.js';
import { shiftDay, useWords } from '../words.js';
import { Interval, IntervalScale, Spark } from '../parts/marks.js';
import { Section } from '../parts/frame.js';

/** Each desk against its usual: items, the rate with its interval, four weeks. */
export function DeskTable({ now, day }) {
  const words = useWords();
  const trend = useApi(
    href('api/counts/desks/timeline', { from: shiftDay(day, -27), to: day, limit: 20 }),
    { live: ['counts'] },
  );
  const series = new Map((trend.data?.series ?? []).map((one) => [one.id, one.items]));
  const { unclassified } = now;
  const range = now.window.span === 'day' ? { from: day, to: day } : {};
  return html`
    <${Section} name="desks-table" title=${words.t('now.desks')} side=${unclassified.paragraphs > 0 && html`
      <span class="note">${words.t('now.unclassified', unclassified)}</span>`}>
      <table class="desks">
        <thead>
          <tr>
            <th scope="col">${words.t('now.desk')}</th>
            <th scope="col" class="num">${words.t('now.now')}</th>
            <th scope="col" class="num">${words.t('now.expected')}</th>
            <th scope="col" class="against"><span class="vh">${words.t('now.against')}</span><${IntervalScale} /></th>
            <th scope="col" class="trend">${words.t('now.trend')}</th>
          </tr>
        </thead>
        <tbody>
          ${now.desks.map((desk) => html`
            <tr key=${desk.id} data-desk=${desk.id}>
              <th scope="row"><a href=${href('wire', { desk: desk.id, ...range })}>${words.name(desk)}</a></th>
              <td class="num now-count">${words.number(desk.now)}</td>
              <td class="num usual">${desk.usual === null ? '–' : words.number(desk.usual, 1)}</td>
              <td class="against">${desk.ic !== null && html`<${Interval} ...${desk} label=${interval(words, desk)} />`}</td>
              <td class="trend">${series.has(desk.id) && html`
                <${Spark} values=${series.get(desk.id)} label=${`${words.name(desk)} ${words.t('now.trend')}`} />`}</td>
            </tr>`)}
        </tbody>
      </table>
      <p class="note">${words.t('now.desks.how')}</p>
    <//>`;
}

/** The interval in words, as multiples of the usual. */
export function interval(words, { ic, lower, upper, ...named }) {
  const times = (value) => words.number(2 ** value, 1);
  return words.t('now.interval', { name: words.name(named), ic: times(ic), lower: times(lower), upper: times(upper) });
}
