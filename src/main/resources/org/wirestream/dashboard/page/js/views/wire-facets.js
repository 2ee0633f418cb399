import { html, useState } from '../html.js';
import { go, withParams } from '../router.js';
import { useWords } from '../words.js';

const GROUPS = ['desk', 'subject', 'country', 'entity', 'agency', 'dateline', 'signal', 'language'];
const SHOWN = 7;

/** The parameters of the address that filter. */
export const FILTERS = ['q', ...GROUPS, 'from', 'to'];

/** What the wire can be narrowed by. On a small screen it is folded away until asked for. */
export function Facets({ params, facets, filtered }) {
  const words = useWords();
  const wide = matchMedia('(min-width: 60rem)').matches;
  return html`
    <details class="facets" open=${wide}>
      <summary>${words.t('wire.filters')}${filtered && html`<span class="dot" aria-hidden="true"></span>`}</summary>
      <${Days} params=${params} />
      ${GROUPS.map((group) => html`<${Group} key=${group} group=${group} params=${params} values=${facets?.[group] ?? []} />`)}
    </details>`;
}

function change(params, changes) {
  go(`/wire?${withParams(params, { ...changes, offset: null })}`);
}

function Days({ params }) {
  const words = useWords();
  return html`
    <fieldset class="facet facet-days">
      <legend>${words.t('facet.day')}</legend>
      ${['from', 'to'].map((name) => html`
        <label key=${name}><span>${words.t(`wire.${name}`)}</span>
          <input type="date" value=${params.get(name) ?? ''} onChange=${(event) => change(params, { [name]: event.target.value })} />
        </label>`)}
    </fieldset>`;
}

function Group({ group, params, values }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const chosen = params.getAll(group);
  const shown = all ? values : values.filter((value, i) => i < SHOWN || chosen.includes(value.id));

  function toggle({ id }) {
    change(params, { [group]: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  }

  return html`
    <fieldset class=${`facet facet-${group}`}>
      <legend>${words.t(`facet.${group}`)}</legend>
      ${shown.map((value) => html`
        <label key=${value.id} data-desk=${desk(words, group, value.id)}>
          <input type="checkbox" name=${group} value=${value.id} checked=${chosen.includes(value.id)} onChange=${() => toggle(value)} />
          <span class="facet-name"><bdi>${name(words, group, value)}</bdi></span>
          <span class="num">${words.number(value.items)}</span>
        </label>`)}
      ${values.length > SHOWN && html`
        <button type="button" class="plain" onClick=${() => setAll(!all)}>${words.t(all ? 'less' : 'more')}</button>`}
    </fieldset>`;
}

function name(words, group, value) {
  return group === 'signal' && words.has(`signal.${value.id}`) ? words.t(`signal.${value.id}`) : words.name(value);
}

function desk(words, group, id) {
  if (group === 'desk') return id;
  return group === 'subject' ? words.deskOf(id) : undefined;
}
