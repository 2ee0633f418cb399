// One item: the text as the wire sent it, with what the machine read into it at the margin and in the lines.
import { html, useMemo, useState } from '../html.js';
import { useApi } from '../data.js';
import { href } from '../router.js';
import { useWords } from '../words.js';
import { Tabs, Trouble, Waiting } from '../parts/frame.js';
import { Compare } from './item-compare.js';
import { Elements } from './item-elements.js';
import { Legend, Paragraphs } from './item-text.js';
import { unbroken } from '../text.js';
import { reading } from './item-reading.js';

export function Item({ params }) {
  const words = useWords();
  const id = params.get('id') ?? '';
  const answer = useApi(`/api/items/${encodeURIComponent(id)}`, { live: ['item'] });
  if (!answer.data) return html`<h1 class="quiet">${words.t('wire.title')}</h1><${Waiting} answer=${answer} />`;
  return html`<${Trouble} problem=${answer.problem} /><${Shown} item=${answer.data} against=${params.get('against')} />`;
}

function Shown({ item, against }) {
  const words = useWords();
  const read = useMemo(() => reading(item.record), [item.record]);
  const [active, setActive] = useState(null);
  const [hidden, setHidden] = useState([]);
  const older = item.versions.filter((one) => one.version !== item.version && !one.withdrawn);
  const comparing = older.find((one) => one.version === against);

  return html`
    <article class="item">
      <header class="item-head">
        <p class="overline"><time datetime=${read.time}>${words.itemTime(read, { long: true })}</time>
          ${read.from && html`<span lang="zh"><bdi>${read.from}</bdi></span>`}
          ${item.invented && html`<span class="flag">${words.t('invented')}</span>`}
          ${read.flags.map((flag) => html`<span key=${flag} class="flag">${words.has(`signal.${flag}`) ? words.t(`signal.${flag}`) : flag}</span>`)}
        </p>
        <h1 class=${unbroken(read.headline ?? '') ? 'unbroken' : ''} lang="zh"><bdi>${read.headline ?? words.t('untitled')}</bdi></h1>
        ${item.withdrawn && html`<p class="trouble">${words.t('item.withdrawn')}</p>`}
        ${!item.withdrawn && read.status === 'withheld' && html`<p class="trouble">${words.t('item.withheld')}</p>`}
        <div class="item-tools">
          ${older.length > 0 && html`
            <${Tabs} label=${words.t('item.versions')} value=${comparing?.version ?? ''} options=${[
              ['', words.t('version', { n: item.version }), href('item', { id: item.id })],
              ...older.map((one) => [one.version, `${words.t('item.compare')} ${words.t('version', { n: one.version })}`,
                href('item', { id: item.id, against: one.version })]),
            ]} />`}
          ${!comparing && html`<${Legend} hidden=${hidden} onChange=${setHidden} />`}
        </div>
      </header>
      ${comparing
        ? html`<${Compare} id=${item.id} version=${comparing.version} newer=${item} />`
        : html`
          <div class="item-grid">
            <${Paragraphs} read=${read} active=${active} onActive=${setActive} hidden=${hidden} />
            <${Elements} read=${read} item=${item} onActive=${setActive} />
          </div>`}
    </article>`;
}
