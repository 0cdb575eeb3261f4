import {day, h, marked} from '../dom.js';
import {codeTag, sourceOf} from '../constructs.js';
import {has} from '../me.js';

/** One verbatim quote with where it stands. */
export function quoteCard(quote, {name = null, labels = new Map(), end = null} = {}) {
  const where = '#/sessions/' + encodeURIComponent(quote.entry) + '/turn/' + quote.turn;
  return h('figure', {class: 'quote'},
    h('blockquote', {class: 'role-' + quote.role, dir: 'auto'}, marked(quote.text, quote.marks)),
    h('figcaption', {},
      h(has('clinician') ? 'a' : 'span', {href: has('clinician') ? where : null}, [name, quote.number ? 'session ' + quote.number : 'check-in', day(quote.date)].filter(Boolean).join(', ')),
      quote.role === 'client' ? null : h('span', {class: 'tag'}, quote.role),
      tags(quote, labels), end));
}

/** Each code once for each source; what a person confirmed says so. */
function tags(quote, labels) {
  if (!quote.codings) return quote.codes.map((code) => codeTag(code, labels, quote.confirmed ? '✓ confirmed' : null));
  const from = quote.codings.map((coding) => [coding.code, coding.rater === 'human' ? 'person' : sourceOf(coding.rater) + (coding.status === 'confirmed' ? ' ✓' : '')]);
  return [...new Map(from.map((one) => [one.join(), one])).values()].map(([code, source]) => codeTag(code, labels, source));
}
