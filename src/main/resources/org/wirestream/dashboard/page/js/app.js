// The frame around the views: masthead, what is missing (token, server), and the view that the address names.
import { html, render, useEffect, useRef, useState } from './html.js';
import { onRefusal } from './api.js';
import { useApi } from './data.js';
import { startRouter, useRoute } from './router.js';
import { useSettings } from './settings.js';
import { stream } from './stream.js';
import { WordsProvider, useMadeWords } from './words.js';
import { Invented } from './parts/invented.js';
import { Masthead } from './parts/masthead.js';
import { Saving } from './parts/saving.js';
import { TokenForm } from './parts/token.js';
import { Countries } from './views/countries.js';
import { Entity } from './views/entity.js';
import { Item } from './views/item.js';
import { Now } from './views/now.js';
import { Pipeline } from './views/pipeline.js';
import { Wire } from './views/wire.js';

const VIEWS = { now: Now, wire: Wire, item: Item, entity: Entity, countries: Countries, pipeline: Pipeline };

function App() {
  const settings = useSettings();
  const route = useRoute();
  const vocabulary = useApi('/api/vocabulary');
  const words = useMadeWords(settings, vocabulary.data);
  const main = useRef(null);
  const first = useRef(true);
  const [refused, setRefused] = useState(false);
  useEffect(() => onRefusal(setRefused), []);
  const View = VIEWS[route.path] ?? Now;
  const subject = route.params.get('id') ?? '';

  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [route.path, subject]);

  return html`
    <${WordsProvider} value=${words}>
      <a class="skip" href="#main">${words.t('nav.skip')}</a>
      <${Masthead} route=${route} settings=${settings} />
      <${Invented} />
      <main id="main" tabindex="-1" ref=${main} class=${`view view-${route.path}`}>
        <${Saving} key=${`saving ${route.path} ${subject}`} />
        ${refused
          ? html`<${TokenForm} />`
          : html`<${View} key=${`${route.path} ${subject}`} params=${route.params} />`}
      </main>
      <footer class="footer">
        <span>${words.t('footer.time')}</span>
        <a href="/api/openapi.yaml" data-file="openapi.yaml" target="_blank" rel="noopener">${words.t('footer.api')}</a>
      </footer>
    <//>`;
}

startRouter();
stream.start();
render(html`<${App} />`, document.getElementById('app'));
