import { html, useRef } from '../html.js';
import { href } from '../router.js';
import { shortened } from '../text.js';
import { useWords } from '../words.js';
import { Spines } from './marks.js';

const FRESH = 8000;
const SUBJECTS = 3;
const HEADLINE = 120;

/** Signals, correction and status of an item, as small vermilion words. */
export function Flags({ item }) {
  const words = useWords();
  const flags = (item.signals ?? []).map((signal) => (words.has(`signal.${signal}`) ? words.t(`signal.${signal}`) : signal));
  if (item.versions > 1 && !item.signals?.includes('correction')) flags.push(words.t('corrected'));
  if (item.status === 'withheld') flags.push(words.t('withheld'));
  return flags.map((flag) => html`<span key=${flag} class="flag">${flag}</span>`);
}

/** One item in a list: its time, its desks at the margin, headline, lead, where it comes from. */
export function ItemRow({ item, fresh = false, lead = false }) {
  const words = useWords();
  const from = [item.agency && words.name(item.agency), ...(item.datelines ?? [])].filter(Boolean);
  const desks = (item.desks ?? []).map((desk) => words.desk(desk));
  return html`
    <li class=${`item-row ${lead ? 'wide' : ''} ${fresh ? 'fresh' : ''}`}>
      <time datetime=${item.time}>${words.itemTime(item)}</time>
      <${Spines} desks=${item.desks ?? []} />
      <div class="item-text">
        <a class="headline" href=${href('item', { id: item.id })} lang="zh">
          <${Flags} item=${item} /><bdi>${shortened(item.headline ?? item.lead ?? words.t('untitled'), HEADLINE)}</bdi>
        </a>
        ${lead && item.lead && item.headline && html`<p class="lead" lang="zh"><bdi>${item.lead}</bdi></p>`}
        <p class="from"><bdi>${from.join(' ')}</bdi>${item.invented && html`<span>${words.t('invented')}</span>`}${desks.length > 0 && html`<span class="item-desks">${desks.join(' · ')}</span>`}</p>
      </div>
      ${lead && html`
        <ul class="item-subjects">
          ${(item.subjects ?? []).slice(0, SUBJECTS).map((subject) => html`
            <li key=${subject} data-desk=${words.deskOf(subject) ?? 'none'}>${words.subject(subject)}</li>`)}
        </ul>`}
    </li>`;
}

/** Items in order; those that came while one looked are marked for a while. */
export function ItemList({ items, lead = false, mark = false }) {
  const seen = useRef(null);
  const stamp = (item) => `${item.id} ${item.version}`;
  const arrived = seen.current === null ? 0 : Date.now();
  seen.current ??= new Map();
  for (const item of items) {
    if (!seen.current.has(stamp(item))) seen.current.set(stamp(item), arrived);
  }
  const fresh = (item) => mark && Date.now() - seen.current.get(stamp(item)) < FRESH;
  return html`
    <ol class="item-list">
      ${items.map((item) => html`<${ItemRow} key=${item.id} item=${item} lead=${lead} fresh=${fresh(item)} />`)}
    </ol>`;
}
