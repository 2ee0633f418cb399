import { html } from '../html.js';
import { useApi } from '../data.js';
import { href } from '../router.js';
import { useWords } from '../words.js';
import { Interval, IntervalScale } from '../parts/marks.js';
import { Section, Trouble } from '../parts/frame.js';
import { interval } from './now-desks.js';

const KINDS = [['entities', 10], ['subjects', 5], ['countries', 5]];

/** What occurs in clearly more items than usual. */
export function Risers({ query }) {
  const words = useWords();
  return html`
    <${Section} name="risers" title=${words.t('now.risers')}>
      <div class="risers-grid">
        ${KINDS.map(([kind, limit]) => html`<${Ranking} key=${kind} kind=${kind} query=${{ ...query, limit }} />`)}
      </div>
      <p class="note">${words.t('now.risers.how')}</p>
    <//>`;
}

function Ranking({ kind, query }) {
  const words = useWords();
  const answer = useApi(href('api/risers', { ...query, kind }), { live: ['counts'] });
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
