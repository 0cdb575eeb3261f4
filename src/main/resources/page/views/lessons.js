import {h} from '../dom.js';

/** Questions that teach the language, each of which asks itself. */
export const lessons = (at, rows) => h('dl', {class: 'keys'}, rows.map(([words, means]) => [
  h('dt', {}, h('a', {href: at + '?' + new URLSearchParams({q: words})}, h('code', {}, words))), h('dd', {}, means)]));
