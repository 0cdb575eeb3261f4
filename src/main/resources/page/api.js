// The REST API, and nothing else. Errors are problem documents (RFC 9457).

export class ApiError extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || 'The server gave no answer.');
    this.problem = problem;
  }
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch('/api/v1' + path, {headers: {accept: 'application/json'}, ...options});
  } catch {
    throw new ApiError({title: 'The server does not answer. Is Throughline still running?'});
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body);
  return body;
}

/** All items of a paged list. */
async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const page = await ask(path + (cursor ? (path.includes('?') ? '&' : '?') + 'cursor=' + encodeURIComponent(cursor) : ''));
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

const id = encodeURIComponent;

export const clients = () => all('/clients');
export const client = (client) => ask('/clients/' + id(client));
export const sessions = (client) => all('/clients/' + id(client) + '/sessions');
export const session = (session) => ask('/sessions/' + id(session));
export const trajectory = (client) => ask('/clients/' + id(client) + '/trajectory');
export const quotes = (query) => ask('/quotes?' + new URLSearchParams(query));
export const codebooks = () => all('/codebooks');
export const codebook = (name) => ask('/codebooks/' + id(name));
export const decide = (coding, decision) =>
  ask('/codings/' + id(coding) + '/decisions', {
    method: 'POST',
    headers: {'content-type': 'application/json', accept: 'application/json'},
    body: JSON.stringify(decision),
  });
