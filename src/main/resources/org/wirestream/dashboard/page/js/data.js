// What a view shows of the API: kept while it is asked for again, so that nothing flickers.
import { useEffect, useState } from './html.js';
import { onToken, request } from './api.js';
import { stream } from './stream.js';

const CALM = 1000;

/**
 * The answer to a GET, as {data, problem, busy}. Asked again when the stream says that something changed: `live` names the
 * events that matter; `every` asks again after so many milliseconds.
 */
export function useApi(address, { live = [], every = 0 } = {}) {
  const [state, setState] = useState({ data: null, problem: null, busy: true, address: null });

  useEffect(() => {
    if (!address) return undefined;
    const abort = new AbortController();
    let timer = 0;
    let again = false;
    let running = false;

    async function load() {
      running = true;
      again = false;
      try {
        const response = await request(address, { signal: abort.signal });
        const text = await response.text();
        if (abort.signal.aborted) return;
        setState((before) => (before.address === address && before.text === text && !before.problem
          ? before
          : { data: JSON.parse(text), text, problem: null, busy: false, address }));
      } catch (problem) {
        if (abort.signal.aborted) return;
        setState((before) => ({ ...before, problem, busy: false, address }));
      } finally {
        running = false;
        if (!abort.signal.aborted) timer = setTimeout(rested, CALM);
      }
    }

    function rested() {
      timer = 0;
      if (again) load();
    }

    function soon() {
      again = true;
      if (!running && !timer) load();
    }

    setState((before) => ({ ...before, busy: true }));
    load();
    const stops = [
      onToken(soon),
      stream.listen((event) => {
        if (event.type === 'reset' || live.includes(event.type)) soon();
      }),
    ];
    const interval = every ? setInterval(soon, every) : 0;
    return () => {
      abort.abort();
      clearTimeout(timer);
      clearInterval(interval);
      stops.forEach((stop) => stop());
    };
  }, [address]);

  return state;
}
