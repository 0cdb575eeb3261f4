// What stands under the search before anything is asked: how to ask, and what was asked before.

import * as api from '../api.js';
import {h} from '../dom.js';
import {lessons} from './lessons.js';
import {BATCH, told} from './quotes.js';

export const first = async () => [localStorage.getItem(BATCH) ? await (await import('./quote-acts.js')).lastBatch() : null, help(), await kept()];

/** Searches kept under a name. */
async function kept() {
  const all = await api.orNone(api.searches(), []);
  if (all.length === 0) return null;
  return h('section', {}, h('h2', {}, 'Saved searches'), h('ul', {class: 'plain-list'}, all.map((one) => {
    const row = h('li', {class: 'actions'}, h('a', {href: '#/quotes?' + new URLSearchParams({q: one.q})}, one.name), h('code', {class: 'quiet'}, one.q),
      h('button', {type: 'button', class: 'plain', 'aria-label': 'Forget ' + one.name, onclick: () => told(async () => { await api.forgetSearch(one.id); row.remove(); }, 'Forgotten')}, 'forget'));
    return row;
  })));
}

function help() {
  return h('div', {class: 'empty'},
    h('h2', {}, 'What you can ask'),
    lessons('#/quotes', [['nobody', 'the word in all its forms'], ['"on my own"', 'a phrase'], ['speaker:client afraid', 'only what clients say'],
      ['code:emotion', 'all turns with a feeling named, whichever it is'], ['date:2026-03', 'in one month']]),
    h('p', {class: 'quiet'}, 'Only clients whose words you may see at this moment are searched. Every hit opens in its transcript.'));
}
