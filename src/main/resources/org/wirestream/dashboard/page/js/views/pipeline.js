// For the operator: does it keep up, what did it refuse, what made the records.
import { html } from '../html.js';
import { Lines } from '../chart.js';
import { useApi } from '../data.js';
import { useWords } from '../words.js';
import { Section, Trouble, Waiting } from '../parts/frame.js';
import { Bar } from '../parts/marks.js';

const EVERY = 5000;
const SERIES = [['in', '--ink-3', [3, 3]], ['processed', '--desk-diplomacy'], ['published', '--vermilion']];

export function Pipeline() {
  const words = useWords();
  const answer = useApi('/api/pipeline', { every: EVERY });
  if (!answer.data) return html`<h1 class="quiet">${words.t('pipe.title')}</h1><${Waiting} answer=${answer} />`;
  const pipe = answer.data;
  return html`
    <${Trouble} problem=${answer.problem} />
    <div class="entity-head">
      <p class="overline">${words.t('pipe.title')}${pipe.sampledAt && html` <time datetime=${pipe.sampledAt}>${words.moment(pipe.sampledAt)}</time>`}</p>
      <h1>${state(words, pipe)}</h1>
      <${Rates} rates=${pipe.throughput?.perSecond} />
    </div>
    <div class="now-grid">
      <div class="now-main">
        <${Throughput} minutes=${pipe.throughput?.minutes ?? []} />
        <${DeadLetters} dead=${pipe.deadLetters} />
      </div>
      <aside class="now-side">
        <${Lag} lag=${pipe.lag} />
        <${Engines} pipe=${pipe} />
        <${Reader} reader=${pipe.reader ?? {}} />
      </aside>
    </div>`;
}

function state(words, pipe) {
  if (!pipe.reachable) return words.t('pipe.unreachable');
  return pipe.lag?.records ? words.t('pipe.behind', { n: pipe.lag.records }) : words.t('pipe.ok');
}

function Rates({ rates }) {
  const words = useWords();
  return html`
    <dl class="figures">
      ${SERIES.map(([name]) => html`
        <div key=${name} class=${`rate-${name}`}><dt>${words.t(`pipe.${name}`)}</dt>
          <dd>${rates?.[name] === undefined ? '–' : words.number(rates[name], 1)}<span class="unit">${words.t('pipe.persecond')}</span></dd></div>`)}
    </dl>`;
}

function Throughput({ minutes }) {
  const words = useWords();
  const labels = minutes.map((minute) => words.clock(minute.at));
  const series = SERIES.map(([name, stroke, dash]) => ({ values: minutes.map((minute) => minute[name] ?? 0), stroke, dash }));
  const tip = (i) => [labels[i], ...SERIES.map(([name], k) => `${words.t(`pipe.${name}`)} ${words.number(series[k].values[i])}`)].join('  ');
  return html`
    <${Section} title=${words.t('pipe.throughput')} side=${html`<span class="note">${words.t('pipe.perminute')}</span>`}>
      ${minutes.length > 0 && html`
        <${Lines} labels=${labels} series=${series} label=${words.t('pipe.chart')} format=${(n) => words.number(n)} tip=${tip} />`}
    <//>`;
}

function DeadLetters({ dead }) {
  const words = useWords();
  const most = Math.max(0, ...dead.byReason.map((row) => row.records));
  const { last } = dead;
  return html`
    <${Section} title=${words.t('pipe.dlq')} side=${html`<span class="note">${words.t('count.items', { n: dead.total })}</span>`}>
      ${dead.total === 0 && html`<p class="note">${words.t('pipe.dlq.none')}</p>`}
      <ol class="ranked mono">
        ${dead.byReason.map((row) => html`
          <li key=${row.reason}><span><bdi>${row.reason}</bdi></span><span class="num">${words.number(row.records)}</span>
            <${Bar} value=${row.records} most=${most} /></li>`)}
      </ol>
      ${last && html`
        <div class="last-error">
          <h3>${words.t('pipe.last')}</h3>
          <p class="message"><bdi>${last.message ?? last.reason}</bdi></p>
          <p class="note"><bdi>${last.exception}</bdi></p>
          ${last.topic && html`
            <p class="note">${words.t('pipe.where', { topic: last.topic, partition: String(last.partition), offset: String(last.offset) })}
              ${last.time && html` · <time datetime=${last.time}>${words.moment(last.time)}</time>`}</p>`}
        </div>`}
    <//>`;
}

function Lag({ lag }) {
  const words = useWords();
  if (!lag) return html`<${Section} title=${words.t('pipe.lag')}><p class="note">${words.t('pipe.unknown')}</p><//>`;
  return html`
    <${Section} title=${words.t('pipe.lag')} side=${html`<span class="note">${words.t('count.items', { n: lag.records })}</span>`}>
      <table class="plain-table">
        <thead><tr>
          <th scope="col">${words.t('pipe.topic')}</th><th scope="col" class="num">${words.t('pipe.partitions')}</th>
          <th scope="col" class="num">${words.t('pipe.end')}</th><th scope="col" class="num">${words.t('pipe.lag')}</th>
        </tr></thead>
        <tbody>
          ${byTopic(lag.partitions).map((one) => html`
            <tr key=${one.topic} class=${one.lag ? 'behind' : ''}>
              <td>${one.topic}</td><td class="num">${one.partitions}</td><td class="num">${words.number(one.end)}</td><td class="num">${words.number(one.lag)}</td>
            </tr>`)}
        </tbody>
      </table>
    <//>`;
}

function byTopic(partitions) {
  const topics = new Map();
  for (const { topic, end, lag } of partitions) {
    const sum = topics.get(topic) ?? { topic, partitions: 0, end: 0, lag: 0 };
    topics.set(topic, { topic, partitions: sum.partitions + 1, end: sum.end + end, lag: sum.lag + lag });
  }
  return [...topics.values()];
}

function Engines({ pipe }) {
  const words = useWords();
  return html`
    <${Section} title=${words.t('pipe.engines')}>
      <ul class="listing">
        ${pipe.engines.map((one) => html`
          <li key=${`${one.engine} ${one.vocabulary}`}>${one.engine}<span class="under">${one.vocabulary} · ${words.t('count.items', { n: one.items })}</span></li>`)}
      </ul>
      <dl class="facts"><dt>${words.t('pipe.app')}</dt><dd>${pipe.applicationId}</dd><dt>Wirestream</dt><dd>${pipe.wirestream}</dd></dl>
    <//>`;
}

function Reader({ reader }) {
  const words = useWords();
  const of = (a, b, write) => words.t('pipe.of', { a: write(a), b: write(b) });
  const number = (n) => words.number(n ?? 0);
  return html`
    <${Section} title=${words.t('pipe.reader')} side=${html`
      <span class="note">${reader.caughtUp ? words.t('pipe.caughtup') : words.t('pipe.reading', { n: reader.lag ?? 0 })}</span>`}>
      ${reader.countsComplete === false && html`<p class="trouble">${words.t('pipe.incomplete')}</p>`}
      <dl class="facts">
        <dt>${words.t('pipe.items')}</dt><dd>${of(reader.items, reader.itemsLimit, number)}</dd>
        <dt>${words.t('pipe.bytes')}</dt><dd>${of(reader.itemBytes, reader.bytesLimit, (n) => words.bytes(n ?? 0))}</dd>
        <dt>${words.t('pipe.rows')}</dt><dd>${of(reader.countRows, reader.countRowsLimit, number)}</dd>
        <dt>${words.t('pipe.streams')}</dt><dd>${number(reader.streams)}</dd>
      </dl>
    <//>`;
}
