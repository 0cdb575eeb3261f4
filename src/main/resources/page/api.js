// The REST API, and nothing else. Errors are problem documents (RFC 9457).

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || 'The server gave no answer.');
    this.status = status;
    this.problem = problem;
  }

  /** The last part of the problem's type: "consent-missing". */
  get kind() {
    return (this.problem.type || '').split('/').pop();
  }
}

let proving = null;

const OURS = {'X-Throughline': 'page'};

export async function send(path, options = {}) {
  let response;
  try {
    response = await fetch('/api/v1' + path, {
      ...options, headers: {accept: 'application/json', ...OURS, ...options.headers},
    });
  } catch {
    throw new ApiError(0, {title: 'No answer', detail: 'The server does not answer. Is Throughline still running? Then try again.'});
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    if (response.status === 429) problem.detail = 'That was a lot at once. Wait ' + (response.headers.get('Retry-After') ?? 'a few') + ' seconds, then go on; nothing was lost.';
    const error = new ApiError(response.status, problem);
    if (error.kind === 'login-needed' && path !== '/session') dispatchEvent(new Event('signed-out'));
    if (error.kind === 'proof-needed' && await prove()) return send(path, options);
    throw error;
  }
  return response;
}

/** Asked once, however many requests wait for it. */
function prove() {
  proving ??= import('./views/sign-in.js').then((form) => form.prove()).finally(() => { proving = null; });
  return proving;
}

export async function get(path) {
  return (await send(path)).json();
}

export async function write(method, path, body, headers = {}) {
  const response = await send(path, {
    method,
    headers: {...(body === undefined ? {} : {'content-type': 'application/json'}), ...headers},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.status === 204 ? null : response.json();
}

export const post = (path, body, headers) => write('POST', path, body, headers);

/** A key under which sending the same again does it once. */
export const once = () => ({'Idempotency-Key': Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-')});

/** All items of a paged list. */
export async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const more = new URLSearchParams({limit: 100, ...(cursor ? {cursor} : {})});
    const page = await get(path + (path.includes('?') ? '&' : '?') + more);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

/** /clients/ID/…, with every part made safe for an address. */
export const at = (...parts) => '/' + parts.map(encodeURIComponent).join('/');

/** ?a=b, or nothing. */
const asked = (query) => Object.keys(query).length ? '?' + new URLSearchParams(query) : '';

export const me = () => get('/session');
export const logOut = () => write('DELETE', '/session');
export const clients = () => all('/clients');
export const client = (id) => get(at('clients', id));
export const addClient = (client) => post('/clients', client, once());
export const consents = (id) => all(at('clients', id, 'consents'));
export const consent = (id, scope, answer) => write('PUT', at('clients', id, 'consents', scope), answer);
export const sessions = (id) => all(at('clients', id, 'sessions'));
export const missed = (id) => all(at('clients', id, 'missed-sessions'));
export const forgetMissed = (id, missed) => write('DELETE', at('clients', id, 'missed-sessions', missed));
export const addCheckIn = (id, checkIn) => post(at('clients', id, 'check-ins'), checkIn, once());
export const session = (id) => get(at('sessions', id));
export const trajectory = (id, query = {}) => get(at('clients', id, 'trajectory') + asked(query));
export const quotes = (query) => get('/quotes?' + new URLSearchParams(query));
export const quoteLines = (query) => get('/quotes/lines?' + new URLSearchParams(query));
export const quoteGroups = (query) => get('/quotes/groups?' + new URLSearchParams(query));
export const suggestions = async (prefix) => (await get('/quotes/suggestions?' + new URLSearchParams({prefix}))).items;
export const decide = (coding, decision) => post(at('codings', coding, 'decisions'), decision);
export const addCoding = (session, coding) => post(at('sessions', session, 'codings'), coding);

export const retract = (session) => write('DELETE', at('sessions', session));
export const reinstate = (session) => post(at('sessions', session, 'reinstatement'));

export const board = (id) => get(at('clients', id, 'measures'));
export const withdraw = (id, entry) => write('DELETE', at('clients', id, 'measures', entry));
export const problems = (id) => all(at('clients', id, 'problems'));
export const confirmStage = (id, problem, passage, stage) => post(at('clients', id, 'problems', problem, 'stages'), {passage, stage});
export const claims = (id) => all(at('clients', id, 'claims'));
export const openEvidence = (id, claim, session = null) => post(at('clients', id, 'claims', 'evidence'), {claim, session});
export const reviewClaim = (id, claim) => post(at('clients', id, 'claims', 'reviews'), {claim});
export const clientsWord = (id, claim, status, words) => post(at('clients', id, 'claims', 'client-words'), {claim, status, words});
export const exceptions = () => get('/exceptions');

export const searches = () => all('/searches');
export const forgetSearch = (id) => write('DELETE', at('searches', id));

/** Reads a file as an upload would, and keeps nothing. */
export const preview = (id, form) => sendForm(at('clients', id, 'sessions', 'preview'), form);
export const upload = (id, form) => sendForm(at('clients', id, 'sessions'), form, once());

async function sendForm(path, fields, headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined && value !== '') body.append(name, value);
  }
  return (await send(path, {method: 'POST', body, headers})).json();
}

/** What some routes answer is absent for some roles: then the view goes without it. */
export const orNone = (asked, none) => asked.catch((error) => {
  if ([403, 404].includes(error.status)) return none;
  throw error;
});

/** A report in one of its formats, as a blob. */
export async function report(id, name, accept, query = {}) {
  const asked = new URLSearchParams(query).toString();
  return (await send(at('clients', id, 'reports', name) + (asked ? '?' + asked : ''), {headers: {accept}})).blob();
}

// Codebooks change seldom and are looked at often: asked for once, until one is saved.
let books = new Map();
const remembered = (key, load) => {
  if (!books.has(key)) books.set(key, load().catch((error) => { books.delete(key); throw error; }));
  return books.get(key);
};
export const codebooks = () => remembered('', () => all('/codebooks'));
export const codebook = (name) => remembered(name, () => get(at('codebooks', name)));
export const forgetCodebooks = () => { books = new Map(); };
