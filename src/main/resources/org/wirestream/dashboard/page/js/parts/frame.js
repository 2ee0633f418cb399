// What views have in common: a section with a title, what stands where nothing is, a choice of few.
import { html } from '../html.js';
import { useWords } from '../words.js';

/** A titled part of a view; `side` stands at the right of the title. */
export function Section({ title, side, name, children }) {
  return html`
    <section class=${`section ${name ?? ''}`} aria-label=${title}>
      <div class="section-head"><h2>${title}</h2>${side}</div>
      ${children}
    </section>`;
}

/** What is wrong, said where the data would stand; the data that was there before stays. */
export function Trouble({ problem, children }) {
  const words = useWords();
  if (!problem) return null;
  const known = problem.status === 0 ? 'problem.offline' : `problem.${problem.status}`;
  const text = words.has(known) ? words.t(known) : words.t('problem.other', { detail: problem.message });
  return html`<p class="trouble" role="alert">${children}${text}</p>`;
}

/** A placeholder of the same calm look until the first answer, or what is wrong. */
export function Waiting({ answer }) {
  const words = useWords();
  return answer.problem ? html`<${Trouble} problem=${answer.problem} />` : html`<p class="waiting">${words.t('loading')}…</p>`;
}

/** Links that choose one of a few; `options` are [value, text, address]. */
export function Tabs({ label, value, options }) {
  return html`
    <div class="tabs" role="group" aria-label=${label}>
      ${options.map(([id, text, address]) => html`
        <a key=${id} href=${address} aria-current=${String(id) === String(value) ? 'true' : undefined}>${text}</a>`)}
    </div>`;
}
