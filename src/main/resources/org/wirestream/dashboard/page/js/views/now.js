// The desk's day: how much came, against usual; what rises; what came last; what is coming.
import { html } from '../html.js';
import { useApi } from '../data.js';
import { href, withParams } from '../router.js';
import { beijingDay, shiftDay, useWords } from '../words.js';
import { Section, Tabs, Trouble, Waiting } from '../parts/frame.js';
import { ItemList } from '../parts/item-row.js';
import { DeskTable } from './now-desks.js';
import { Lead } from './now-lead.js';
import { Risers, useRisingNames } from './now-risers.js';
import { Timeline } from './now-timeline.js';

const LIVE = { live: ['counts'] };
const ARRIVALS = { live: ['item', 'counts'] };
const HOURS = [24, 6];
const EVENTS = 8;

export function Now({ params }) {
  const words = useWords();
  const hours = params.get('hours');
  const query = { at: params.get('at'), hours };
  const now = useApi(href('api/now', query), LIVE);
  const names = useRisingNames(query);
  const arrivals = useApi('/api/items?sort=arrival&limit=9&facets=0', ARRIVALS);

  if (!now.data) return html`<h1 class="quiet">${words.t('now.title')}</h1><${Waiting} answer=${now} />`;
  if (now.data.items.now === 0 && !now.data.newestItem && !params.has('at')) {
    return html`<h1 class="quiet">${words.t('now.title')}</h1><p class="waiting">${words.t('now.empty')}</p>`;
  }
  const { window } = now.data;
  const day = window.span === 'day' ? window.to : beijingDay(window.to);
  return html`
    <${Trouble} problem=${now.problem} />
    <div class="now-head">
      <p class="overline">
        <time datetime=${window.to}>${words.day(day, { weekday: true })}</time>
        ${window.span === 'hour' && html` ${words.clock(window.to)}`}
      </p>
      <div class="now-tools">
        <${Tabs} label=${words.t('now.window')} value=${hours ?? ''} options=${[
          ['', words.t('now.day'), href('now', { at: params.get('at') })],
          ...HOURS.map((n) => [n, words.t('now.hours', { n }), href('now', { hours: n })]),
        ]} />
        <${Days} day=${day} params=${params} />
      </div>
      <${Lead} now=${now.data} riser=${names.data?.risers[0]} hours=${hours} />
    </div>
    <div class="now-grid">
      <div class="now-main">
        <${Timeline} window=${window} day=${day} usual=${now.data.items.usual} hours=${hours} />
        <${DeskTable} now=${now.data} day=${day} />
        <${Risers} query=${query} names=${names} />
      </div>
      <aside class="now-side">
        <${Section} name="arrivals" title=${words.t('now.arrivals')}
          side=${html`<a href=${href('wire')}>${words.t('now.arrivals.all')}</a>`}>
          ${arrivals.data ? html`<${ItemList} items=${arrivals.data.items} mark />` : html`<${Waiting} answer=${arrivals} />`}
        <//>
        <${Diary} day=${day} />
      </aside>
    </div>`;
}

function Days({ day, params }) {
  const words = useWords();
  const to = (at) => `/now?${withParams(params, { at, hours: null })}`;
  return html`
    <div class="days">
      <a href=${to(shiftDay(day, -1))} aria-label=${words.t('now.prev')}>‹</a>
      <a href=${href('now')} aria-current=${params.has('at') ? undefined : 'true'}>${words.t('now.newest')}</a>
      <a href=${to(shiftDay(day, 1))} aria-label=${words.t('now.next')}>›</a>
    </div>`;
}

/** Events that the wire dates, from this day on. */
function Diary({ day }) {
  const words = useWords();
  const events = useApi(href('api/events', { from: day, limit: 100 }), ARRIVALS);
  const coming = once(events.data?.events ?? []).slice(0, EVENTS);
  const side = html`<a href="/api/calendar.ics" data-file="calendar.ics" download>${words.t('now.diary.ics')}</a>`;
  return html`
    <${Section} name="diary" title=${words.t('now.diary')} side=${side}>
      ${!events.data && html`<${Waiting} answer=${events} />`}
      ${events.data && coming.length === 0 && html`<p class="note">${words.t('now.diary.none')}</p>`}
      <ol class="diary-list">
        ${coming.map((event) => html`
          <li key=${`${event.item} ${event.first} ${event.name}`}>
            <time datetime=${event.first}>${words.day(event.first, { year: event.first.slice(0, 4) !== day.slice(0, 4) })}</time>
            <a href=${href('item', { id: event.item })} lang="zh"><bdi>${event.name}</bdi></a>
            ${(event.where || event.invented) && html`
              <span class="where">${event.where && html`<bdi lang="zh">${event.where}</bdi>`}${event.invented && html`<span>${words.t('invented')}</span>`}</span>`}
          </li>`)}
      </ol>
    <//>`;
}

/** Each event once, though several items tell of it. */
function once(events) {
  const first = new Map();
  for (const event of events) {
    const key = `${event.first} ${event.name} ${event.where ?? ''}`;
    if (!first.has(key)) first.set(key, event);
  }
  return [...first.values()];
}
