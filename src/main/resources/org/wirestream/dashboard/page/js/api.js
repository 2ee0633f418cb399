// The HTTP API: GET, JSON, errors as problem+json, a bearer token when the server wants one.
const TOKEN = 'wirestream.token';
/** How long a browser may take to begin to save, in milliseconds. */
const SAVED = 60000;
const tokenListeners = new Set();

/** An answer that is no answer: what the server says is wrong, or that nobody answered (status 0). */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
  }
}

function token() {
  try {
    return sessionStorage.getItem(TOKEN);
  } catch (e) {
    return null;
  }
}

export const hasToken = () => Boolean(token());

export function setToken(value) {
  sessionStorage.setItem(TOKEN, value);
  tokenListeners.forEach((listener) => listener());
}

export function onToken(listener) {
  tokenListeners.add(listener);
  return () => tokenListeners.delete(listener);
}

async function problem(response) {
  try {
    const body = await response.json();
    return new Problem(response.status, body.title, body.detail);
  } catch (e) {
    return new Problem(response.status, response.statusText, '');
  }
}

/** Sends a GET; throws a Problem unless it is answered with success. */
export async function request(address, { headers = {}, signal } = {}) {
  const known = token();
  const all = known ? { ...headers, Authorization: `Bearer ${known}` } : headers;
  let response;
  try {
    response = await fetch(address, { headers: all, signal });
  } catch (e) {
    if (signal?.aborted) throw e;
    throw new Problem(0, 'offline', '');
  }
  if (!response.ok) throw await problem(response);
  return response;
}

/** Saves an answer as a file, for links of a server that wants the token. */
export async function save(address, name) {
  const body = await (await request(address)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(body);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED);
}
