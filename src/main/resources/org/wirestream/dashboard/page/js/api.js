// The HTTP API: GET, JSON, errors as problem+json, a bearer token when the server wants one.
const TOKEN = 'wirestream.token';
/** Status of an answer that asks for a token, or for another one. */
const UNAUTHORISED = 401;
/** How long a browser may take to begin to save, in milliseconds. */
const SAVED = 60000;
const tokenListeners = new Set();
const refusalListeners = new Set();
const saveListeners = new Set();

function listen(listeners, listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

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

export const onToken = (listener) => listen(tokenListeners, listener);

/** Tells a listener with every answer whether the server wants a token, or another one than it got. */
export const onRefusal = (listener) => listen(refusalListeners, listener);

/** Tells a listener of what is saved: {name, problem}, the problem null until there is one. */
export const onSave = (listener) => listen(saveListeners, listener);

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
  refusalListeners.forEach((listener) => listener(response.status === UNAUTHORISED));
  if (!response.ok) throw await problem(response);
  return response;
}

/** Saves an answer as a file, for links of a server that wants the token. */
export async function save(address, name) {
  const tell = (problem) => saveListeners.forEach((listener) => listener({ name, problem }));
  tell(null);
  try {
    const body = await (await request(address)).blob();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(body);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SAVED);
  } catch (problem) {
    tell(problem);
  }
}
