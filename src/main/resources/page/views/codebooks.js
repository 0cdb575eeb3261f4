import * as api from '../api.js';
import {h} from '../dom.js';

export async function codebooks() {
  const books = await api.codebooks();
  return [
    h('h1', {}, 'Codebooks'),
    h('ul', {class: 'cards'}, books.map((book) => h('li', {},
      h('a', {class: 'card', href: '#/codebooks/' + encodeURIComponent(book.id)},
        h('h2', {}, book.id), h('p', {}, book.description),
        h('p', {class: 'quiet'}, 'Version ' + book.version + ', ' + book.codes.length + ' codes'))))),
  ];
}

export async function codebook(name) {
  const book = await api.codebook(name);
  return [
    h('h1', {}, book.id),
    h('p', {}, book.description),
    h('p', {class: 'quiet'}, 'Version ', book.version, ', hash ', h('code', {}, book.hash.slice(0, 12))),
    book.codes.map((code) => h('section', {class: 'code-card'},
      h('h2', {id: code.id}, code.label, ' ', h('code', {class: 'quiet'}, code.id)),
      h('p', {}, code.definition),
      list('Use when', code.useWhen),
      list('Do not use when', code.doNotUseWhen),
      list('Applies', code.examples.filter((example) => example.applies).map((example) => example.text)),
      list('Does not apply', code.examples.filter((example) => !example.applies)
        .map((example) => example.text + (example.note ? ' (' + example.note + ')' : ''))))),
  ];
}

function list(title, items) {
  return items.length === 0 ? null : [h('h3', {}, title), h('ul', {}, items.map((item) => h('li', {}, item)))];
}
