import * as api from '../api.js';
import {h} from '../dom.js';
import {quoteCard} from './quote-card.js';

const PER_PAGE = 20;

/** Search in the verbatim words. The question is part of the address, so a search can be kept as a bookmark. */
export async function quotes(query) {
  const asked = {q: query.get('q') || '', code: query.get('code') || '', client: query.get('client') || ''};
  const [books, clients] = await Promise.all([api.codebooks(), api.clients()]);
  const names = new Map(clients.map((client) => [client.id, client.pseudonym]));
  const form = h('form', {class: 'search', role: 'search', onsubmit: submit},
    h('label', {}, 'Words', h('input', {name: 'q', type: 'search', value: asked.q, placeholder: 'nobody asked', autocomplete: 'off'})),
    h('label', {}, 'Code', h('select', {name: 'code'}, h('option', {value: ''}, 'any'),
      books.map((book) => h('optgroup', {label: book.id}, book.codes.map((code) =>
        h('option', {value: code.id, selected: code.id === asked.code}, code.label)))))),
    h('label', {}, 'Client', h('select', {name: 'client'}, h('option', {value: ''}, 'all'),
      clients.map((client) => h('option', {value: client.id, selected: client.id === asked.client}, client.pseudonym)))),
    h('button', {type: 'submit'}, 'Search'));
  if (!asked.q && !asked.code) {
    return [h('h1', {}, 'Quotes'), form,
      h('p', {class: 'quiet'}, 'Words are looked for in all their forms; put a phrase in "quotation marks". ',
        'Or leave the words empty and choose a code.')];
  }
  const list = h('div', {class: 'quotes'});
  const more = h('p', {});
  await page(null);
  return [h('h1', {}, 'Quotes'), form, list, more];

  async function page(cursor) {
    const found = await api.quotes({...given(asked), limit: PER_PAGE, ...(cursor ? {cursor} : {})});
    if (!cursor) list.append(h('p', {class: 'quiet', role: 'status'}, found.count + (found.count === '1' ? ' turn' : ' turns')));
    list.append(...found.items.map((quote) => quoteCard(quote, {name: names.get(quote.client)})));
    more.replaceChildren(...(found.next
      ? [h('button', {type: 'button', onclick: () => page(found.next)}, 'Show more')]
      : []));
  }

  function submit(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    location.hash = '#/quotes?' + new URLSearchParams(given(said));
  }
}

function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
