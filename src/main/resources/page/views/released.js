// Searching released text, all of it together: quotes, words in context, and counts over all clients.

import * as corpus from '../api-released.js';
import {ApiError} from '../api.js';
import {codeLabels, codeTag} from '../constructs.js';
import {field, h, marked, plural, put} from '../dom.js';
import {askedFor, given, inContext, options, order, orders, PER_PAGE} from './asking.js';
import {lessons} from './lessons.js';

const AT = '#/research/quotes';
const VIEWS = [['', 'cards'], ['lines', 'lines (words in context)'], ['counts', 'counts over all clients']];

/** The question is part of the address, so a search can be kept as a bookmark. */
export async function released(query) {
  const asked = Object.fromEntries(['q', 'code', 'client', 'view', 'sort'].map((name) => [name, query.get(name) || '']));
  const labels = await codeLabels();
  const asks = Boolean(asked.q || asked.code || asked.client);
  const shown = h('div', {});
  try {
    put(shown, asked.view === 'counts' ? await counted(asked, labels) : asks ? await found(asked) : await beginning());
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 401) throw error;
    put(shown, h('p', {role: 'alert'}, error.message), error.status === 400 ? h('div', {class: 'empty'}, language()) : null);
  }
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/research'}, '← Research')),
    h('h1', {}, 'Released text'),
    h('p', {class: 'quiet'}, 'What was de-identified, reviewed and released: names are surrogates, and days count from each client’s first session.'),
    form(asked), shown,
  ];
}

const to = (fields) => AT + '?' + new URLSearchParams(given(fields));

/** What goes along with every question. */
const question = ({q, code, client}) => given({q, code, client});

function form(asked) {
  const box = h('form', {class: 'fields search', role: 'search', onsubmit: (event) => {
    event.preventDefault();
    location.hash = to({...Object.fromEntries(new FormData(box)), client: asked.client});
  }},
  askedFor(asked),
  field('View', h('select', {name: 'view', onchange: () => box.requestSubmit()}, options(VIEWS, asked.view))),
  asked.view === 'counts' ? null : order(asked.view === 'lines', asked.sort),
  h('button', {type: 'submit'}, 'Search'));
  return asked.client ? [box, h('p', {class: 'notice no-print'}, 'Only of the client ', h('code', {}, asked.client), '. ', h('a', {href: to({...asked, client: ''})}, 'Of all clients'))] : box;
}

/** Before anything is asked: what there is, and how to ask. */
async function beginning() {
  const all = await corpus.counts({});
  return all.corpusClients === 0
    ? h('div', {class: 'empty'}, h('h2', {}, 'Nothing is released yet'),
      h('p', {}, 'Text comes here in three steps: the client consents to research, a reviewer reads what the program masked, and a privacy officer releases the session.'),
      h('p', {}, 'As soon as a session is released it can be searched here.'))
    : [h('p', {}, 'The corpus holds ' + plural(all.corpusSessions, 'session') + ' of ' + plural(all.corpusClients, 'client') + '.'), h('div', {class: 'empty'}, language())];
}

function language() {
  return [
    h('h2', {}, 'What you can ask'),
    lessons(AT, [['nobody', 'the word in all its forms'], ['"on my own"', 'a phrase'], ['afraid OR scared', 'either of them'],
      ['speaker:client afraid', 'only what clients say'], ['code:emotion', 'all turns with a feeling named, whichever it is']]),
    h('p', {class: 'quiet'}, 'Under a quote stand its client and its session: choose one to stay with it. Dates, session numbers and clinicians are not part of what is released. Codes are the machine’s: nobody has confirmed them on this text.')];
}

/** Turns as cards, or every match in a line. */
async function found(asked) {
  const kwic = asked.view === 'lines';
  const list = h(kwic ? 'ul' : 'div', {class: kwic ? 'kwic' : 'released'});
  const place = h('div', {}, list);
  const count = h('p', {role: 'status'});
  const withheld = h('div', {});
  const alert = h('p', {role: 'alert'});
  let next = null;
  const more = h('button', {type: 'button', onclick: async () => {
    more.disabled = true;
    alert.textContent = '';
    const from = list.children.length;
    await page(next).then(() => list.children[from]?.querySelector('a')?.focus(), (error) => { alert.textContent = error.message; });
    more.disabled = false;
  }}, 'Show more');
  await page(null);
  return [count, withheld, place, alert, h('p', {class: 'no-print'}, more)];

  async function page(cursor) {
    const known = orders(kwic).some(([value]) => value === asked.sort);
    const answer = await (kwic ? corpus.lines : corpus.quotes)(given({
      ...question(asked), limit: PER_PAGE, cursor: cursor ?? '', ...(known ? {[kwic ? 'sort' : 'order']: asked.sort} : {})}));
    next = answer.next;
    more.hidden = !next;
    const many = answer.count === '1' ? (kwic ? ' match' : ' turn') : kwic ? ' matches' : ' turns';
    put(count, h('strong', {}, answer.count + many), ', searched in the words of ' + plural(answer.clients, 'client') + '.',
      answer.partial ? ' Time ran out before everything was looked at: ask for something narrower.' : null);
    put(withheld, answer.withheld === 0 ? null : h('p', {class: 'notice'},
      plural(answer.withheld, 'released client has', 'released clients have') + ' not agreed to be quoted: no word of theirs is found or shown here. Counts hold them. ',
      h('a', {class: 'no-print', href: to({q: asked.q, code: asked.code, view: 'counts'})}, 'See the counts')));
    list.append(...answer.items.map((one) => kwic ? line(one, asked) : card(one, asked)));
    if (list.children.length === 0) put(place, nothing(asked));
  }
}

/** A quote with the turns around it behind a fold. */
function card(one, asked) {
  const around = [one.before, one.after].filter(Boolean);
  const turn = (neighbour) => h('blockquote', {class: 'role-' + neighbour.role, dir: 'auto'}, h('span', {class: 'quiet small'}, neighbour.role + ' '), neighbour.text);
  return h('figure', {class: 'quote'},
    h('blockquote', {class: 'role-' + one.role, dir: 'auto'}, marked(one.text, one.marks)),
    h('figcaption', {}, client(one, asked), h('span', {}, 'day ' + one.day + ', turn ' + one.turn),
      one.role === 'client' ? null : h('span', {class: 'tag'}, one.role),
      h('a', {class: 'no-print', href: to({...asked, q: 'session:' + one.session, code: '', sort: ''})}, 'All of this session')),
    around.length === 0 ? null : h('details', {class: 'no-print'}, h('summary', {}, 'What was said around it'),
      one.before ? turn(one.before) : null, h('p', {class: 'quiet small'}, '… the quote …'), one.after ? turn(one.after) : null));
}

/** The beginning of the surrogate, which narrows the search to that client; the whole of it shows there. */
const client = (one, asked) => one.client === asked.client ? h('span', {}, short(one.client))
  : h('a', {href: to({...asked, client: one.client}), title: 'Only of this client', 'aria-label': 'Only of client ' + short(one.client)}, short(one.client));

const short = (id) => id.slice(0, 8);

function line(one, asked) {
  return inContext(one, [client(one, asked), ', day ' + one.day]);
}

function nothing(asked) {
  return h('div', {class: 'empty'}, h('p', {}, 'Nothing that may be quoted answers this.'),
    asked.q && asked.code ? h('p', {}, 'Words and code have to meet in one turn: try one of them alone.') : null,
    asked.q ? h('p', {}, 'Words are found in all their forms; a phrase needs "quotation marks", * stands for any ending. Names are masked: nobody is found by name.') : null,
    asked.client ? h('p', {}, h('a', {href: to({...asked, client: ''})}, 'Ask of all clients')) : null);
}

/** How much answers over all clients, those who are not quoted among them. */
async function counted(asked, labels) {
  const all = await corpus.counts(question(asked));
  const few = 'of fewer than ' + all.least + ' clients: not told';
  return h('section', {},
    h('h2', {}, asked.q || asked.code ? 'Turns that answer' : 'All turns'),
    h('p', {}, all.clients === null ? ['Some, ', few, '.']
      : all.clients === 0 ? 'None, in ' + plural(all.corpusSessions, 'session') + ' of ' + plural(all.corpusClients, 'client') + '.'
        : [h('strong', {}, all.turns.toLocaleString() + ' turns or more'), ', of ' + all.clients.toLocaleString() + ' clients or more; the corpus holds ' + plural(all.corpusSessions, 'session') + ' of ' + plural(all.corpusClients, 'client') + '.']),
    all.partial ? h('p', {class: 'notice'}, 'Time ran out before all turns were looked at: there may be more.') : null,
    h('p', {class: 'quiet'}, 'Over all released clients, also those who have not agreed to be quoted. So that no number points at somebody, numbers come in steps of ' + all.least
      + ', rounded down, nothing is told of fewer than ' + all.least + ' clients, and a count cannot be asked of one client or session.'),
    all.codes.length === 0 ? null : [h('h3', {}, 'The machine’s codes on these turns'), table(all, asked, labels, few)]);
}

function table(all, asked, labels, few) {
  const told = all.codes.filter((code) => code.clients !== null);
  const hidden = all.codes.filter((code) => code.clients === null);
  return [
    told.length === 0 ? null : h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Codes'}, h('table', {},
      h('thead', {}, h('tr', {}, ['Code', 'Turns, at least', 'Clients, at least', ''].map((words) => h('th', {scope: 'col'}, words)))),
      h('tbody', {}, told.map((code) => h('tr', {}, h('td', {}, codeTag(code.code, labels)), h('td', {}, code.turns.toLocaleString()), h('td', {}, code.clients.toLocaleString()),
        h('td', {class: 'no-print'}, h('a', {href: to({q: asked.q, code: code.code}), 'aria-label': 'Quotes with ' + (labels.get(code.code) ?? code.code)}, 'Quotes'))))))),
    hidden.length === 0 ? null : [h('p', {}, 'Each ' + few + ':'), h('p', {class: 'tags'}, hidden.map((code) => codeTag(code.code, labels)))],
  ];
}
