// Countries by how much the wire says of them. A list, not a map: a list ranks, and draws no borders.
import { html, useState } from '../html.js';
import { useApi } from '../data.js';
import { href } from '../router.js';
import { shiftDay, useWords } from '../words.js';
import { Tabs, Trouble, Waiting } from '../parts/frame.js';
import { Bar, Spark } from '../parts/marks.js';

const RANGES = [1, 7, 28, 0];
const SORTS = ['items', 'paragraphs', 'mentions'];
const HEAD = 5;
const TRENDS = 100;

export function Countries({ params }) {
  const words = useWords();
  const [filter, setFilter] = useState('');
  const days = Number(params.get('days') ?? 28);
  const sort = SORTS.includes(params.get('sort')) ? params.get('sort') : 'items';
  const now = useApi('/api/now', { live: ['counts'] });
  const newest = now.data?.window.to.slice(0, 10);
  const range = days && newest ? { from: shiftDay(newest, 1 - days), to: newest } : {};
  const answer = useApi(newest ? href('api/counts/countries', { ...range, sort, limit: 250 }) : null, { live: ['counts'] });
  const trend = useApi(newest ? href('api/counts/countries/timeline', { from: shiftDay(newest, -27), to: newest, limit: TRENDS }) : null, { live: ['counts'] });
  const to = (change) => href('countries', { days: params.get('days'), sort: params.get('sort'), ...change });

  return html`
    <div class="wire-head">
      <h1>${words.t('countries.title')}</h1>
      <${Tabs} label=${words.t('countries.range')} value=${days}
        options=${RANGES.map((n) => [n, words.t(`countries.${n}`), to({ days: n })])} />
    </div>
    <${Trouble} problem=${answer.data ? answer.problem : null} />
    ${answer.data
      ? html`<${Listing} rows=${answer.data.rows} trend=${trend.data} range=${range} sort=${sort} to=${to} filter=${filter} onFilter=${setFilter} />`
      : html`<${Waiting} answer=${now.data ? answer : now} />`}`;
}

function Listing({ rows, trend, range, sort, to, filter, onFilter }) {
  const words = useWords();
  const wanted = filter.trim().toLowerCase();
  const shown = rows.filter((row) => [row.id, row.label, row.labelEn ?? ''].some((text) => text.toLowerCase().includes(wanted)));
  const sum = rows.reduce((total, row) => total + row[sort], 0);
  const series = new Map((trend?.series ?? []).map((one) => [one.id, one.items]));
  return html`
    <${Lead} rows=${rows} sum=${sum} sort=${sort} />
    <div class="countries-tools">
      <input type="search" aria-label=${words.t('countries.filter')} placeholder=${words.t('countries.filter')} value=${filter}
        onInput=${(event) => onFilter(event.target.value)} />
      <span class="note" role="status">${words.t('countries.n', { n: shown.length })}</span>
    </div>
    ${shown.length === 0 && html`<p class="waiting">${words.t('countries.none')}</p>`}
    <table class="countries">
      <thead>
        <tr>
          <th scope="col" class="rank">#</th>
          <th scope="col">${words.t('countries.name')}</th>
          <th scope="col" class="share">${words.t('countries.share')}</th>
          ${SORTS.map((one) => html`
            <th key=${one} scope="col" class=${`num col-${one}`} aria-sort=${one === sort ? 'descending' : undefined}>
              <a href=${to({ sort: one })}>${words.t(`unit.${one}`)}</a></th>`)}
          <th scope="col" class="trend">${words.t('countries.trend')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((row) => html`
          <tr key=${row.id}>
            <td class="rank">${rows.indexOf(row) + 1}</td>
            <th scope="row"><a href=${href('wire', { country: row.id, ...range })}>${words.name(row)}</a><span class="code">${row.id}</span></th>
            <td class="share"><${Bar} value=${row[sort]} most=${rows[0][sort]} /></td>
            ${SORTS.map((one) => html`<td key=${one} class=${`num col-${one} ${one === sort ? 'chosen' : ''}`}>${words.number(row[one])}</td>`)}
            <td class="trend">${series.has(row.id) && html`
              <${Spark} values=${series.get(row.id)} label=${`${words.name(row)} ${words.t('countries.trend')}`} />`}</td>
          </tr>`)}
      </tbody>
    </table>`;
}

function Lead({ rows, sum, sort }) {
  const words = useWords();
  if (rows.length === 0) return null;
  const [first, second, third] = rows.map((row) => words.name(row));
  const head = rows.slice(0, HEAD).reduce((total, row) => total + row[sort], 0);
  return html`
    <p class="standfirst">
      ${words.t(third ? 'countries.lead' : 'countries.lead1', { first, second, third })}
      ${rows.length > HEAD && html`${words.t('countries.sum', { k: HEAD, p: words.percent(head / sum) })}`}
    </p>`;
}
