// One name: how often it is in the wire, with whom, in which office, in which items.
import { html, useMemo } from '../html.js';
import { Bars } from '../chart.js';
import { useApi } from '../data.js';
import { go, href } from '../router.js';
import { useWords } from '../words.js';
import { Section, Trouble, Waiting } from '../parts/frame.js';
import { ItemList } from '../parts/item-row.js';
import { Bar } from '../parts/marks.js';

export function Entity({ params }) {
  const words = useWords();
  const id = params.get('id') ?? '';
  const answer = useApi(`/api/entities/${encodeURIComponent(id)}?limit=20`, { live: ['counts'] });
  if (!answer.data) return html`<h1 class="quiet">${words.t('item.entities')}</h1><${Waiting} answer=${answer} />`;
  const entity = answer.data;
  return html`
    <${Trouble} problem=${answer.problem} />
    <header class="entity-head">
      <p class="overline">${entity.type && words.t(`type.${entity.type}`)}</p>
      <h1 lang="zh"><bdi>${words.name(entity)}</bdi></h1>
      <${Offices} roles=${entity.roles} />
      <dl class="figures">
        ${['items', 'paragraphs', 'mentions'].map((measure) => html`
          <div key=${measure}><dt>${words.t(`unit.${measure}`)}</dt><dd>${words.number(entity.total[measure])}</dd></div>`)}
      </dl>
    </header>
    <div class="now-grid">
      <div class="now-main">
        <${Section} title=${words.t('entity.timeline')}><${Timeline} entity=${entity} /><//>
        <${Section} name="arrivals" title=${words.t('entity.items')}
          side=${html`<a href=${href('wire', { entity: id })}>${words.t('entity.allitems')} ${words.number(entity.matching)}</a>`}>
          <${ItemList} items=${entity.items} lead mark />
        <//>
      </div>
      <aside class="now-side">
        <${Ranked} title=${words.t('entity.with')} rows=${entity.with} address=${(one) => href('entity', { id: one.id })} type />
        <${Ranked} title=${words.t('entity.subjects')} rows=${entity.subjects} desk=${(one) => words.deskOf(one.id)}
          address=${(one) => href('wire', { entity: id, subject: one.id })} />
        ${entity.surfaces.length > 1 && html`
          <${Section} title=${words.t('entity.surfaces')}><p class="surfaces" lang="zh"><bdi>${entity.surfaces.join('、')}</bdi></p><//>`}
        <p class="note">${words.t('entity.kept', { n: entity.kept })}</p>
      </aside>
    </div>`;
}

function Offices({ roles }) {
  if (roles.length === 0) return null;
  const text = ({ organisation, country, office }) => `${organisation ?? country ?? ''}${office}`;
  return html`<p class="standfirst" lang="zh"><bdi>${roles.slice(0, 3).map(text).join('；')}</bdi></p>`;
}

function Timeline({ entity }) {
  const words = useWords();
  const { at, series } = entity.timeline;
  const values = series[0]?.items ?? at.map(() => 0);
  const labels = useMemo(() => at.map((day) => words.shortDay(day)), [entity.timeline, words]);
  const most = Math.max(...values);
  const label = words.t('entity.chart', {
    name: words.name(entity), from: words.day(at[0]), to: words.day(at[at.length - 1]), max: most, at: words.day(at[values.indexOf(most)]),
  });
  return html`
    <${Bars} labels=${labels} values=${values} height=${150} label=${label} chosen=${at.length - 1}
      format=${(n) => words.number(n)} tip=${(i) => `${words.day(at[i])}  ${words.t('count.items', { n: values[i] })}`}
      pick=${(i) => go(href('wire', { entity: entity.id, from: at[i], to: at[i] }))} />`;
}

function Ranked({ title, rows, address, desk = () => undefined, type = false }) {
  const words = useWords();
  if (rows.length === 0) return null;
  const most = rows[0].items;
  return html`
    <${Section} title=${title}>
      <ol class="ranked">
        ${rows.map((row) => html`
          <li key=${row.id} data-desk=${desk(row)}>
            <a href=${address(row)} lang="zh"><bdi>${words.name(row)}</bdi></a>
            ${type && row.type && html`<span class=${`type type-${row.type}`}>${words.t(`type.${row.type}`)}</span>`}
            <span class="num">${words.number(row.items)}</span>
            <${Bar} value=${row.items} most=${most} />
          </li>`)}
      </ol>
    <//>`;
}
