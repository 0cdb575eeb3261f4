// What is done with all quotes that answer a search.

import {at, get, post, send} from './api.js';

export const quotesLike = (query) => get('/quotes/like?' + new URLSearchParams(query));
export const keepSearch = (name, q) => post('/searches', {name, q});
export const codeQuotes = (batch) => post('/coding-batches', batch);
export const undoBatch = (id) => post(at('coding-batches', id, 'undo'));
export const exportQuotes = async (question, accept) => (await send('/quotes/exports', {
  method: 'POST', headers: {accept, 'content-type': 'application/json'}, body: JSON.stringify(question),
})).blob();
export const reveal = (session, turn, reason) => post(at('sessions', session, 'reveal'), {turn, reason});
export const batch = (id) => get(at('coding-batches', id));
