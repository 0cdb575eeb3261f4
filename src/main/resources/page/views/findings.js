// What a study found: how far its coders agree, and what there is to count.

import * as studies from '../api-studies.js';
import {field, h, plural, put, s} from '../dom.js';

const BANDS = {firm: 'firm', tentative: 'tentative', exploratory: 'exploratory', unknown: 'not measured here'};
const UNITS = [['item', 'whole turns'], ['sentence', 'sentences'], ['word', 'words']];

const head = (study, title) => [
  h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/studies/' + encodeURIComponent(study.id)}, '← ' + study.name)), h('h1', {}, title)];
const share = (value) => value.toFixed(2).replace(/^-0\.00$/, '0.00').replace(/^(-?)0(?=\.)/, '$1').replace('-', '−');
const frame = (label, head, rows) => h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': label}, h('table', {},
  h('thead', {}, h('tr', {}, head.map((words) => h('th', {scope: 'col'}, words)))), h('tbody', {}, rows)));

/** Agreement code by code, never without its n, its interval and how rare the code is. */
export async function agreement(id, query) {
  const unit = query.get('unit') || 'item';
  const [study, codes] = await Promise.all([studies.study(id), studies.agreement(id, unit)]);
  const labels = new Map(study.codes.map((one) => [one.id, one.name]));
  return [
    head(study, 'Agreement'),
    h('p', {class: 'quiet'}, 'Over sessions that all of their coders have finished. Coders are compared before anything is settled. Intervals: 95 %, by drawing clients anew.'),
    h('form', {class: 'fields no-print'}, field('Compared by', h('select', {onchange: (event) => { location.hash = '#/studies/' + encodeURIComponent(id) + '/agreement?unit=' + event.target.value; }},
      UNITS.map(([value, words]) => h('option', {value, selected: value === unit}, words))))),
    codes.length === 0 ? h('div', {class: 'empty'}, h('p', {}, 'Nothing to compare yet. Agreement takes a session that two coders or more have finished.'))
      : codes.map((code) => h('section', {class: 'code-card'}, h('h2', {}, labels.get(code.code) ?? code.code, ' ', h('span', {class: 'tag'}, BANDS[code.band] ?? code.band)),
        h('p', {class: 'quiet'}, 'Given in ' + code.prevalence.k + ' of ' + code.prevalence.n + ' judgements' + (code.prevalence.n ? ' (' + Math.round(100 * code.prevalence.k / code.prevalence.n) + ' %)' : '') + '. ' + rare(code.prevalence)),
        frame('Coefficients', ['Coefficient', 'Value', '95 % interval', 'Over'], code.agreement.map((one) => h('tr', {},
          h('td', {}, one.measure), one.undefined === undefined
            ? [h('td', {}, share(one.value)), h('td', {class: 'words'}, one.low === undefined ? one.noInterval : share(one.low) + ' to ' + share(one.high))]
            : h('td', {colspan: 2, class: 'words'}, 'not defined: ' + one.undefined),
          h('td', {}, plural(one.n, one.unit.replace(/s$/, ''), one.unit) + ', ' + plural(one.clients, 'client'))))))),
  ];
}

/** Chance-corrected coefficients fall where a code is very rare or very common, however well coders agree. */
function rare({k, n}) {
  if (n === 0) return '';
  const part = k / n;
  return part < 0.05 || part > 0.95 ? 'So ' + (part < 0.5 ? 'rare' : 'common') + ' a code makes kappa and alpha low and unsteady even where coders mostly agree: read the places themselves.' : '';
}

/** What can be counted: codes by clients, codes with codes, saturation, and the quotes behind a code. */
export async function themes(id) {
  const [study, found] = await Promise.all([studies.study(id), studies.themes(id)]);
  const labels = new Map(study.codes.map((one) => [one.id, one.name]));
  const name = (code) => labels.get(code) ?? code;
  const quotes = h('div', {'aria-live': 'polite'});
  return [
    head(study, 'Themes'),
    h('p', {class: 'quiet'}, plural(found.codings, 'coding') + ' that hold: what an adjudicator settled, else what all coders of a session marked alike. Sessions that somebody has not finished do not count.'),
    h('section', {}, h('h2', {}, 'Codes by clients'), found.codes.length === 0
      ? h('p', {class: 'quiet'}, study.clients < 10 ? 'With ' + plural(study.clients, 'client') + ' no share of clients is shown: below ten a row could point at somebody.' : 'Nothing holds yet.')
      : frame('Codes by clients', ['Code', 'Clients', '95 % interval', 'Codings'], found.codes.map((cell) => h('tr', {},
        h('td', {}, name(cell.code)), h('td', {}, cell.clients.k + ' of ' + cell.clients.n), h('td', {}, Math.round(100 * cell.interval.low) + ' to ' + Math.round(100 * cell.interval.high) + ' %'), h('td', {}, cell.codings))))),
    h('section', {}, h('h2', {}, 'Codes in the same turn'), found.pairs.length === 0 ? h('p', {class: 'quiet'}, 'No two codes stand in one turn.')
      : frame('Codes in the same turn', ['Codes', 'Turns with both', 'Turns with the first', 'With the second', 'Overlap'], found.pairs.slice(0, 40).map((pair) => h('tr', {},
        h('td', {}, name(pair.a) + ' and ' + name(pair.b)), h('td', {}, pair.turns), h('td', {}, pair.first), h('td', {}, pair.second), h('td', {}, share(pair.turns / (pair.first + pair.second - pair.turns))))))),
    h('section', {}, h('h2', {}, 'Saturation'), saturation(found.saturation)),
    h('section', {}, h('h2', {}, 'Quotes'), h('p', {class: 'quiet'}, 'Drawn at random, each client once before anybody twice, of clients who agreed to be quoted.'),
      h('div', {class: 'fields'}, field('Code', h('select', {onchange: (event) => draw(event.target.value)}, h('option', {value: ''}, 'choose one'), study.codes.map((code) => h('option', {value: code.id}, code.name))))), quotes),
  ];

  async function draw(code) {
    if (code === '') return void put(quotes);
    try {
      const drawn = await studies.quotes(id, code);
      put(quotes, drawn.length === 0 ? h('p', {class: 'quiet'}, 'None holds yet.') : drawn.map((one) => h('figure', {class: 'quote'},
        h('blockquote', {dir: 'auto'}, one.quote || h('span', {class: 'quiet'}, 'not to be quoted')), h('figcaption', {}, one.client + ', day ' + one.day, h('span', {class: 'tag'}, name(one.coding.code))))));
    } catch (error) {
      put(quotes, h('p', {class: 'notice'}, error.message));
    }
  }
}

/** How many codes one has met after so many sessions, whatever their order. */
function saturation(steps) {
  if (steps.length < 2) return h('p', {class: 'quiet'}, 'Takes at least two sessions that all coders have finished.');
  const [width, height, left] = [380, 150, 34];
  const top = Math.max(1, ...steps.map((step) => step.codes));
  const x = (sessions) => left + (width - left - 10) * (sessions - 1) / (steps.length - 1);
  const y = (codes) => 10 + (height - 36) * (1 - codes / top);
  return [
    s('svg', {viewBox: `0 0 ${width} ${height}`, class: 'chart small-chart', role: 'img', 'aria-label': 'Different codes met, by sessions: ' + steps.map((step) => step.sessions + ': ' + step.codes.toFixed(1)).join(', ')},
      [0, top].map((value) => [s('line', {class: value ? 'grid' : 'base', x1: left, x2: width - 10, y1: y(value), y2: y(value)}), s('text', {x: left - 6, y: y(value) + 4, 'text-anchor': 'end'}, Math.round(value))]),
      s('polyline', {class: 'trend-line', points: steps.map((step) => x(step.sessions) + ',' + y(step.codes)).join(' ')}),
      s('text', {x: left, y: height - 6}, '1 session'), s('text', {x: width - 10, y: height - 6, 'text-anchor': 'end'}, steps.length + ' sessions')),
    h('p', {class: 'quiet'}, 'Different codes met after so many sessions: the mean of 200 random orders, as the order of coding is an accident. Where the curve is flat, further sessions brought nothing new; it says nothing of clients who are not in the corpus.'),
  ];
}
