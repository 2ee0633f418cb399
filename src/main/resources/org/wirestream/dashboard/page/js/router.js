// The address is the state: a view is its path, its filters are the query. Links are plain anchors.
import { useEffect, useState } from './html.js';
import { hasToken, save } from './api.js';

const listeners = new Set();

function current() {
  return { path: location.pathname.slice(1) || 'now', params: new URLSearchParams(location.search) };
}

function changed() {
  listeners.forEach((listener) => listener(current()));
}

/** The address of a view; empty values are left out and arrays repeated. */
export function href(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, one);
    }
  }
  const text = query.toString();
  return `/${path}${text ? `?${text}` : ''}`;
}

/** Goes to an address of this page; `replace` leaves no entry in the history. */
export function go(address, { replace = false } = {}) {
  if (address === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  changed();
}

/** A filter's parameters with some of them set; null removes one. */
export function withParams(params, changes) {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') next.append(name, one);
    }
  }
  return next;
}

export function useRoute() {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    listeners.add(setRoute);
    return () => listeners.delete(setRoute);
  }, []);
  return route;
}

/** Lets plain links to this page work without loading it again. */
export function startRouter() {
  addEventListener('popstate', changed);
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!anchor || event.defaultPrevented || anchor.origin !== location.origin) return;
    if (anchor.pathname.startsWith('/api/')) {
      // The browser itself would ask without the token.
      if (!hasToken()) return;
      event.preventDefault();
      save(anchor.pathname + anchor.search, anchor.dataset.file);
      return;
    }
    if (!plain || anchor.target || anchor.hasAttribute('download') || anchor.hash) return;
    event.preventDefault();
    go(anchor.pathname + anchor.search);
  });
}
