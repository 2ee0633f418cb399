// Live changes. Read with fetch, since an EventSource cannot send the token; resumed where it stopped.
import { onToken, request } from './api.js';

const FIRST_RETRY = 1000;
const LAST_RETRY = 30000;
const HIDDEN = 20000;

/** Parses server-sent events; `onEvent` gets {id, event, data}. */
async function read(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = { event: 'message', data: [] };
      for (const line of block.split('\n')) {
        const colon = line.indexOf(':');
        if (colon === 0) continue;
        const name = colon < 0 ? line : line.slice(0, colon);
        const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (name === 'data') fields.data.push(text);
        else fields[name] = text;
      }
      onEvent({ ...fields, data: fields.data.join('\n') });
    }
  }
}

class LiveStream {
  listeners = new Set();
  statusListeners = new Set();
  status = { state: 'connecting', at: null };
  retry = FIRST_RETRY;
  lastId = null;
  wake = () => {};

  start() {
    onToken(() => this.wake());
    // A browser has few connections to one server: only a page that is looked at keeps one.
    document.addEventListener('visibilitychange', () => {
      clearTimeout(this.leaving);
      if (document.hidden) this.leaving = setTimeout(() => this.abort?.abort(), HIDDEN);
      else this.wake();
    });
    addEventListener('pagehide', () => this.abort?.abort());
    this.run();
  }

  async run() {
    for (;;) {
      try {
        this.abort = new AbortController();
        const headers = this.lastId ? { 'Last-Event-ID': this.lastId } : {};
        const response = await request('/api/stream', { headers, signal: this.abort.signal });
        if (this.status.at !== null) this.emit({ type: 'reset', data: {} });
        this.set('live');
        this.retry = FIRST_RETRY;
        await read(response.body, (event) => this.receive(event));
      } catch (e) {
        // The status says it; the next try follows.
      }
      this.set('offline');
      await this.rest();
    }
  }

  /** Until it is time to try again; a page that nobody looks at waits until somebody does. */
  async rest() {
    do {
      await new Promise((resolve) => {
        this.wake = resolve;
        if (!document.hidden) setTimeout(resolve, this.retry);
      });
    } while (document.hidden);
    this.retry = Math.min(LAST_RETRY, this.retry * 2);
  }

  receive({ id, event, data }) {
    if (id) this.lastId = id;
    if (!data) return;
    this.emit({ type: event, data: JSON.parse(data) });
    this.set('live');
  }

  emit(event) {
    this.listeners.forEach((listener) => listener(event));
  }

  set(state) {
    this.status = { state, at: state === 'live' ? Date.now() : this.status.at };
    this.statusListeners.forEach((listener) => listener(this.status));
  }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells a listener how the stream is, now and whenever that changes. */
  watch(listener) {
    this.statusListeners.add(listener);
    listener(this.status);
    return () => this.statusListeners.delete(listener);
  }
}

export const stream = new LiveStream();
