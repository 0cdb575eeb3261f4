import * as api from '../api.js';
import {codeLabels} from '../constructs.js';
import {day, field, h, put, say} from '../dom.js';
import {has} from '../me.js';
import {askedFor, given, inContext, options, order, orders, PER_PAGE} from './asking.js';
import {quoteCard} from './quote-card.js';

export const BATCH = 'throughline.batch';

/** Whose codings the turns found carry, and how the search language says it. */
const FROM = {
  cues: ['a rule', 'source:cues'], model: ['the model', 'source:model'], people: ['a person', 'source:people'],
  confirmed: ['confirmed', 'status:confirmed'], suggested: ['not looked at yet', 'status:suggested'],
};

/** Search in the verbatim words. The question is part of the address, so a search can be kept as a bookmark. */
export async function quotes(query) {
  const asked = Object.fromEntries(['q', 'code', 'client', 'from', 'view', 'sort', 'like'].map((name) => [name, query.get(name) || '']));
  const [labels, clients] = await Promise.all([codeLabels(), api.clients()]);
  return new Search(asked, labels, new Map(clients.map((client) => [client.id, client.pseudonym]))).whole();
}

class Search {
  constructor(asked, labels, names) {
    this.asked = asked;
    this.labels = labels;
    this.names = names;
    this.shown = [];
    this.kwic = asked.view === 'lines';
  }

  async whole() {
    const asks = this.asked.q || this.asked.code || this.asked.from;
    if (this.asked.like || this.asked.view === 'meaning' && this.asked.q) return [h('h1', {}, 'Quotes'), this.form(), await acts('alike', this)];
    const list = h(this.kwic ? 'ul' : 'div', {class: this.kwic ? 'kwic' : 'quotes'});
    this.list = list;
    this.count = h('p', {class: 'quiet', role: 'status'});
    this.more = h('p', {});
    this.facets = h('aside', {class: 'facets', 'aria-label': 'Narrow down'});
    try {
      if (asks) await Promise.all([this.page(null), this.narrow()]);
    } catch (error) {
      // The question stands in its fields, to be mended there.
      if (error.status !== 400) throw error;
      return [h('h1', {}, 'Quotes'), this.form(), h('p', {role: 'alert'}, error.message), await (await import('./quotes-first.js')).first()];
    }
    return [h('h1', {}, 'Quotes'), this.form(), asks
      ? h('div', {class: 'found'}, this.facets, h('div', {}, h('div', {class: 'path'}, this.count, this.exits()), list, this.more))
      : await (await import('./quotes-first.js')).first()];
  }

  form() {
    const {asked} = this;
    const form = h('form', {class: 'fields search', role: 'search', onsubmit: (event) => {
      event.preventDefault();
      this.go(Object.fromEntries(new FormData(form)));
    }},
    askedFor(asked),
    field('Client', h('select', {name: 'client'}, h('option', {value: ''}, 'all'),
      [...this.names].map(([id, name]) => h('option', {value: id, selected: id === asked.client}, name)))),
    field('Coded by', h('select', {name: 'from'}, h('option', {value: ''}, 'anybody'), options(Object.entries(FROM).map(([value, [words]]) => [value, words]), asked.from))),
    field('View', h('select', {name: 'view', onchange: () => form.requestSubmit()},
      options([['', 'cards'], ['lines', 'lines in context'], ['meaning', 'by meaning']], asked.view))),
    order(this.kwic, asked.sort),
    h('button', {type: 'submit'}, 'Search'));
    return form;
  }

  go(fields) {
    location.hash = '#/quotes?' + new URLSearchParams(given(fields));
  }

  question() {
    const {q, code, client, from} = this.asked;
    return given({q: [q, FROM[from]?.[1]].filter(Boolean).join(' '), code, client});
  }

  async page(cursor) {
    const question = {...this.question(), limit: PER_PAGE, ...(cursor ? {cursor} : {})};
    const sort = this.asked.sort;
    const known = orders(this.kwic).some(([value]) => value === sort);
    const found = this.kwic
      ? await api.quoteLines({...question, ...(known ? {sort} : {})})
      : await api.quotes({...question, ...(known ? {order: sort} : {})});
    this.shown.push(...found.items);
    put(this.count, found.count + (this.kwic ? found.count === '1' ? ' match' : ' matches' : found.count === '1' ? ' turn' : ' turns'),
      ', from the clients whose words you may see.');
    this.list.append(...found.items.map((quote) => this.kwic ? this.line(quote) : this.card(quote)));
    if (found.items.length === 0 && !cursor) this.list.append(nothing(this.asked));
    put(this.more, found.next ? h('button', {type: 'button', onclick: () => this.page(found.next).catch((error) => say(error.message))}, 'Show more') : null);
  }

  card(quote) {
    return quoteCard(quote, {name: this.names.get(quote.client), labels: this.labels, end: [
      quote.found?.by === 'likeness' ? h('span', {class: 'tag', title: 'Cosine of the meanings, −1 to 1'}, 'likeness ' + quote.found.likeness.toFixed(2)) : null,
      has('clinician') || !/\[(name|place|address|number)\]/.test(quote.text) ? null : h('button', {type: 'button', class: 'plain no-print', onclick: (event) => acts('reveal', quote, event.target).catch((error) => say(error.message))}, 'Who is it? …'),
      h('a', {class: 'no-print', href: '#/quotes?like=' + encodeURIComponent(quote.entry) + '.' + quote.turn, onclick: () => { this.constructor.model = quote; }}, 'More like this')]});
  }

  line(quote) {
    return inContext(quote, (this.names.get(quote.client) ?? '') + ' ' + (quote.number ? quote.number + '.' + quote.turn : day(quote.date)), at(quote));
  }

  /** Counts beside the hits; choosing one narrows the search. */
  async narrow() {
    const counts = await api.quoteGroups({...this.question(), by: 'code,source,client,speaker,month'}).catch(() => null);
    if (!counts || counts.total === 0) return;
    const NAMES = {code: 'Codes', source: 'Coded by', client: 'Clients', speaker: 'Who speaks', month: 'Months'};
    put(this.facets, counts.facets.filter((facet) => facet.groups.length > 1 || facet.by === 'code').map((facet) => h('details', {open: innerWidth > 900 && facet.by !== 'month'},
      h('summary', {}, NAMES[facet.by] ?? facet.by),
      h('ul', {class: 'plain-list'}, facet.groups.slice(0, 12).map((group) => h('li', {},
        h('a', {href: '#/quotes?' + new URLSearchParams(given({...this.asked, ...this.narrower(facet.by, group.key)}))},
          facet.by === 'code' ? this.labels.get(group.key) ?? group.key : facet.by === 'client' ? this.names.get(group.key) ?? 'somebody' : facet.by === 'source' ? FROM[group.key][0] : group.key),
        ' ', h('span', {class: 'quiet'}, group.turns)))))));
  }

  narrower(by, key) {
    if (by === 'code') return {code: key};
    if (by === 'client') return {client: key};
    if (by === 'source') return {from: key};
    const word = by === 'speaker' ? 'speaker:' + key : 'date:' + key;
    return {q: (this.asked.q + ' ' + word).trim()};
  }

  exits() {
    const act = (name) => acts(name, this).catch((error) => say(error.message));
    return h('p', {class: 'actions no-print'},
      h('button', {type: 'button', onclick: () => act('keep')}, 'Save this search'),
      has('clinician') ? h('button', {type: 'button', onclick: () => act('code')}, 'Apply a code …') : null,
      h('button', {type: 'button', onclick: () => act('hand')}, 'Export …'));
  }

  /** The question in one line of the search language, as saved searches keep it. */
  oneLine() {
    const {code, client} = this.asked;
    return [this.question().q, code && 'code:' + code, client && 'client:' + client].filter(Boolean).join(' ');
  }
}

const acts = async (name, ...what) => (await import('./quote-acts.js'))[name](...what);

export async function told(act, done) {
  try {
    await act();
    say(done);
  } catch (error) {
    say(error.message);
  }
}

const at = (quote) => '#/sessions/' + encodeURIComponent(quote.entry) + '/turn/' + quote.turn;

function nothing(asked) {
  return h('div', {class: 'empty'}, h('p', {}, 'No turn of a client whose words you may see answers this.'),
    asked.q && asked.code ? h('p', {}, 'Words and code have to meet in one turn: try one of them alone.') : null,
    asked.q ? h('p', {}, 'Words are found in all their forms; a phrase needs "quotation marks", * stands for any ending.') : null);
}
