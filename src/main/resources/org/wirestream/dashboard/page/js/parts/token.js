import { html, useState } from '../html.js';
import { hasToken, setToken } from '../api.js';
import { useWords } from '../words.js';

/** Asks for the bearer token that the server wants. */
export function TokenForm() {
  const words = useWords();
  const [text, setText] = useState('');

  function submit(event) {
    event.preventDefault();
    if (text.trim()) setToken(text.trim());
  }

  return html`
    <form class="token" onSubmit=${submit}>
      <h1>${words.t('token.title')}</h1>
      <p>${words.t('token.text')}</p>
      ${hasToken() && html`<p class="trouble" role="alert">${words.t('problem.401')}</p>`}
      <label>${words.t('token.label')}
        <input type="password" autocomplete="off" value=${text} onInput=${(event) => setText(event.target.value)} />
      </label>
      <button class="button">${words.t('token.enter')}</button>
    </form>`;
}
