import { html, useEffect, useState } from '../html.js';
import { go, href } from '../router.js';
import { choose } from '../settings.js';
import { stream } from '../stream.js';
import { useWords } from '../words.js';

const VIEWS = ['now', 'wire', 'countries', 'pipeline'];
const PARENTS = { item: 'wire', entity: 'wire' };
const THEMES = ['auto', 'light', 'dark'];

export function Masthead({ route, settings }) {
  const words = useWords();
  const here = PARENTS[route.path] ?? route.path;
  const other = settings.language === 'zh' ? 'en' : 'zh';
  return html`
    <header class="masthead">
      <a class="brand" href="/" aria-label="Wirestream">Wire<span>stream</span></a>
      <nav class="views" aria-label=${words.t('nav.main')}>
        ${VIEWS.map((view) => html`
          <a key=${view} href=${href(view)} aria-current=${here === view ? 'page' : undefined}>${words.t(`nav.${view}`)}</a>`)}
      </nav>
      <${Search} route=${route} />
      <div class="tools">
        <${Live} />
        <${Choice} label=${words.t('set.zone')} value=${settings.zone} name="zone"
          options=${[['Asia/Shanghai', words.t('set.zone.bj')], ['UTC', 'UTC']]} />
        <${Choice} label=${words.t('set.theme')} value=${settings.theme} name="theme"
          options=${THEMES.map((theme) => [theme, words.t(`theme.${theme}`)])} />
        <button class="plain" lang=${other} onClick=${() => choose({ language: other })}>${words.t('set.language')}</button>
      </div>
    </header>`;
}

function Search({ route }) {
  const words = useWords();
  const wanted = route.path === 'wire' ? route.params.get('q') ?? '' : '';
  const [text, setText] = useState(wanted);
  useEffect(() => setText(wanted), [wanted]);

  function submit(event) {
    event.preventDefault();
    const filters = route.path === 'wire' ? Object.fromEntries([...route.params.keys()].map((k) => [k, route.params.getAll(k)])) : {};
    go(href('wire', { ...filters, q: text.trim(), offset: null }));
  }

  return html`
    <form class="search" role="search" onSubmit=${submit}>
      <input type="search" name="q" maxlength="200" autocomplete="off" aria-label=${words.t('search.label')}
        placeholder=${words.t('search.placeholder')} value=${text} onInput=${(event) => setText(event.target.value)} />
    </form>`;
}

function Choice({ label, name, value, options }) {
  return html`
    <select class="plain" aria-label=${label} value=${value} onChange=${(event) => choose({ [name]: event.target.value })}>
      ${options.map(([id, text]) => html`<option key=${id} value=${id}>${text}</option>`)}
    </select>`;
}

function Live() {
  const words = useWords();
  const [status, setStatus] = useState(stream.status);
  useEffect(() => stream.watch(setStatus), []);
  const text = words.t(`live.${status.state}`);
  return html`<span class=${`live live-${status.state}`} role="status"><span class="dot"></span><span>${text}</span></span>`;
}
