import { html } from '../html.js';
import { useApi } from '../data.js';
import { href } from '../router.js';
import { useWords } from '../words.js';
import { Interval, IntervalScale } from '../parts/marks.js';
import { Section, Trouble } from '../parts/frame.js';
import { interval } from './now-desks.js';

const KINDS = ['subjects', 'countries'];
const NAMES = 10;
const OTHERS = 5;

/** The names that rise; the lead tells the first of them. */
export function useRisingNames(query) {
  return useApi(href('api/risers', { ...query, kind: 'entities', limit: NAMES }), { live: ['counts'] });
}

/** What occurs in clearly more items than usual. */
export function Risers({ query, names }) {
  const words = useWords();
  return html`
    <${Section} name="risers" title=${words.t('now.risers')}>
      <div class="risers-grid">
        <${Ranking} kind="entities" answer=${names} />
        ${KINDS.map((kind) => html`<${Fetched} key=${kind} kind=${kind} query=${query} />`)}
      </div>
      <p class="note">${words.t('now.risers.how')}</p>
    <//>`;
}

function Fetched({ kind, query }) {
  const answer = useApi(href('api/risers', { ...query, kind, limit: OTHERS }), { live: ['counts'] });
  return html`<${Ranking} kind=${kind} answer=${answer} />`;
}

function Ranking({ kind, answer }) {
  const words = useWords();
  return html`
    <div class=${`ranking ranking-${kind}`}>
      <div class="ranking-head"><h3>${words.t(`now.risers.${kind}`)}</h3><${IntervalScale} /></div>
      <${Trouble} problem=${answer.problem} />
      ${answer.data?.risers.length === 0 && html`<p class="note">${words.t('now.risers.none')}</p>`}
      <ol>
        ${answer.data?.risers.map((riser) => html`
          <li key=${riser.id} data-desk=${kind === 'subjects' ? words.deskOf(riser.id) ?? 'none' : undefined}>
            <a href=${address(kind, riser)}><bdi>${words.name(riser)}</bdi></a>
            ${riser.type && html`<span class=${`type type-${riser.type}`}>${words.t(`type.${riser.type}`)}</span>`}
            <span class="num">${words.number(riser.now)}</span>
            <${Interval} ...${riser} label=${interval(words, riser)} />
          </li>`)}
      </ol>
    </div>`;
}

function address(kind, { id }) {
  if (kind === 'entities') return href('entity', { id });
  return href('wire', kind === 'subjects' ? { subject: id } : { country: id });
}
