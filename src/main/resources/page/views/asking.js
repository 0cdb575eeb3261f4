// Pieces that every search in words has, whoever's words they are.

import * as api from '../api.js';
import {field, h, put} from '../dom.js';

export const PER_PAGE = 20;
const NEWEST = ['newest', 'newest first'];
const LINES = [NEWEST, ['left', 'words before'], ['right', 'words after'], ['match', 'the match'], ['client', 'client'], ['code', 'code']];
const CARDS = [NEWEST, ['oldest', 'oldest first'], ['client', 'client']];

/** The orders in which cards, or lines of words in context, can stand. */
export const orders = (kwic) => kwic ? LINES : CARDS;

/** Options of a select. */
export const options = (all, chosen) => all.map(([value, words]) => h('option', {value, selected: value === chosen}, words));

/** The words and the code that are asked for; codes are suggested as one types. */
export function askedFor({q, code}) {
  const known = h('datalist', {id: 'codes'});
  const input = h('input', {name: 'code', list: 'codes', value: code, autocomplete: 'off', placeholder: 'fear, or emotion', oninput: async () => {
    const prefix = input.value.trim();
    if (!prefix) return;
    put(known, (await api.suggestions(prefix).catch(() => [])).map((one) => h('option', {value: one.id}, one.label)));
  }});
  return [
    h('div', {class: 'grow'}, field('Words', h('input', {name: 'q', type: 'search', value: q, maxlength: 500, placeholder: '"nobody asked"', autocomplete: 'off', dir: 'auto'}))),
    field('Code', input), known];
}

/** The order, which is asked for anew as soon as it is changed. */
export const order = (kwic, chosen) => field('Order', h('select', {name: 'sort', onchange: (event) => event.target.form.requestSubmit()},
  orders(kwic).map(([value, words]) => h('option', {value: value === 'newest' ? '' : value, selected: value === chosen}, words))));

/** One match between the words around it, and where it stands. */
export function inContext({left, match, right}, where, href = null) {
  const found = h('mark', {}, match);
  return h('li', {}, h('span', {class: 'left'}, h('bdi', {}, left)), h(href ? 'a' : 'span', {href}, found), h('span', {class: 'right'}, h('bdi', {}, right)),
    h('span', {class: 'quiet small'}, where));
}

export function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));
}
