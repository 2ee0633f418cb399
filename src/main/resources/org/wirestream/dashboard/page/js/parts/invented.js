import { html } from '../html.js';
import { useApi } from '../data.js';
import { useWords } from '../words.js';

/** Says above every view that stories were invented, as long as some are kept. */
export function Invented() {
  const words = useWords();
  const { data } = useApi('/api/items?limit=0&facets=0', { live: ['item'] });
  if (!data?.invented) return null;
  return html`<p class="invented" role="note">${words.t('invented.note', { n: data.invented, kept: data.kept })}</p>`;
}
