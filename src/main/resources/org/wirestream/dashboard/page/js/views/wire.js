// The wire list: what came, narrowed by facets; the address holds the whole filter.
import { html } from '../html.js';
import { useApi } from '../data.js';
import { go, href, withParams } from '../router.js';
import { useWords } from '../words.js';
import { Tabs, Trouble, Waiting } from '../parts/frame.js';
import { ItemList } from '../parts/item-row.js';
import { Facets, FILTERS } from './wire-facets.js';

const PAGE = 50;

export function Wire({ params }) {
  const words = useWords();
  const offset = Number(params.get('offset')) || 0;
  const answer = useApi(`/api/items?${query(params)}`, { live: ['item', 'counts'] });
  const filtered = FILTERS.some((name) => params.has(name));

  return html`
    <div class="wire-head">
      <h1>${words.t('wire.title')}</h1>
      ${answer.data && html`
        <p class="wire-count" role="status">${words.t('wire.matching', { n: answer.data.matching })}</p>
        <p class="note">${words.t('wire.kept', { n: answer.data.kept })}</p>`}
      <${Tabs} label=${words.t('wire.sort')} value=${params.get('sort') ?? 'time'} options=${[
        ['time', words.t('wire.sort.time'), `/wire?${withParams(params, { sort: null, offset: null })}`],
        ['arrival', words.t('wire.sort.arrival'), `/wire?${withParams(params, { sort: 'arrival', offset: null })}`],
      ]} />
    </div>
    <div class="wire-grid">
      <${Facets} params=${params} facets=${answer.data?.facets} filtered=${filtered} />
      <div class="wire-list" aria-busy=${answer.busy}>
        ${filtered && html`<${Chosen} params=${params} facets=${answer.data?.facets} />`}
        <${Trouble} problem=${answer.data ? answer.problem : null} />
        ${!answer.data && html`<${Waiting} answer=${answer} />`}
        ${answer.data?.items.length === 0 && html`<p class="waiting">${words.t('wire.none')}</p>`}
        ${answer.data && html`<${ItemList} items=${answer.data.items} lead mark />`}
        ${answer.data && html`<${Pages} params=${params} offset=${offset} matching=${answer.data.matching} />`}
      </div>
    </div>`;
}

function query(params) {
  const known = new URLSearchParams();
  for (const [name, value] of params) {
    if (FILTERS.includes(name) || name === 'sort' || name === 'offset') known.append(name, value);
  }
  known.append('limit', PAGE);
  known.append('facets', 40);
  return known;
}

/** The filters in force, each of which can be taken away. */
function Chosen({ params, facets }) {
  const words = useWords();
  const chips = [...params].filter(([name]) => FILTERS.includes(name));
  const label = (name, id) => {
    const found = facets?.[name]?.find((value) => value.id === id);
    return found ? words.name(found) : id;
  };
  const without = (name, value) => {
    const rest = params.getAll(name).filter((one) => one !== value);
    return `/wire?${withParams(params, { [name]: rest, offset: null })}`;
  };
  return html`
    <ul class="chips">
      ${chips.map(([name, value]) => html`
        <li key=${`${name} ${value}`} data-desk=${name === 'desk' ? value : undefined}>
          <a href=${without(name, value)} title=${words.t('wire.remove', { name: label(name, value) })}>
            <span class="chip-kind">${words.has(`facet.${name}`) ? words.t(`facet.${name}`) : words.t(`wire.${name}`)}</span>
            <bdi>${label(name, value)}</bdi><span aria-hidden="true">×</span>
          </a>
        </li>`)}
      <li class="clear"><a href=${href('wire', { sort: params.get('sort') })}>${words.t('wire.clear')}</a></li>
    </ul>`;
}

function Pages({ params, offset, matching }) {
  const words = useWords();
  if (matching <= PAGE && offset === 0) return null;
  const to = (at) => go(`/wire?${withParams(params, { offset: at || null })}`);
  return html`
    <nav class="pages" aria-label=${words.t('wire.title')}>
      <button class="button" disabled=${offset === 0} onClick=${() => to(Math.max(0, offset - PAGE))}>${words.t('wire.newer')}</button>
      <span class="note">${words.t('wire.page', { from: offset + 1, to: Math.min(matching, offset + PAGE) })}</span>
      <button class="button" disabled=${offset + PAGE >= matching} onClick=${() => to(offset + PAGE)}>${words.t('wire.older')}</button>
    </nav>`;
}
