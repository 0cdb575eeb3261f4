import * as api from '../api.js';
import {chart, number} from '../chart.js';
import {day, h} from '../dom.js';
import {quoteCard} from './quote-card.js';

/** A client's course: one chart an indicator, with the quotes for and against in equal panes. */
export async function client(id) {
  const [who, course, sessions] = await Promise.all([api.client(id), api.trajectory(id), api.sessions(id)]);
  return [
    h('p', {}, h('a', {href: '#/'}, '← Caseload')),
    h('h1', {}, who.pseudonym),
    who.problems.map((problem) => h('p', {class: 'problem'}, '“' + problem.words + '”')),
    h('details', {class: 'sessions'},
      h('summary', {}, sessions.length + ' sessions'),
      h('ul', {}, sessions.map((held) => h('li', {},
        h('a', {href: '#/sessions/' + encodeURIComponent(held.id)}, 'Session ' + held.number),
        ', ' + day(held.date) + ', ' + held.turns + ' turns, ' + held.clientWords + ' client words')))),
    course.series.length === 0 ? h('p', {}, 'No session has been imported yet.') : null,
    h('p', {class: 'legend'},
      h('span', {class: 'key dot'}, 'measured, with its interval'),
      h('span', {class: 'key little'}, 'not enough text'),
      h('span', {class: 'key missed'}, 'missed')),
    course.series.map((series) => panel(series)),
  ];
}

function panel(series) {
  return h('section', {class: 'series', 'aria-label': series.title},
    h('h2', {}, series.title),
    h('p', {class: 'quiet'}, series.unit),
    chart(series),
    h('p', {class: 'verdict verdict-' + series.verdict.kind}, series.verdict.words),
    evidence(series),
    h('details', {},
      h('summary', {}, 'The figures'),
      h('table', {},
        h('thead', {}, h('tr', {}, ['Session', 'Date', series.unit, 'Interval', 'From'].map((head) => h('th', {scope: 'col'}, head)))),
        h('tbody', {}, series.points.map((point) => h('tr', {},
          h('td', {}, point.number ?? '–'),
          h('td', {}, day(point.date)),
          point.state === 'measured'
            ? [h('td', {}, number(point.value)),
              h('td', {}, point.low === null ? '' : number(point.low) + ' to ' + number(point.high)),
              h('td', {}, point.basis)]
            : h('td', {colspan: 3, class: 'quiet'}, point.state === 'missed' ? 'missed' : 'not enough text' + (point.basis ? ': ' + point.basis : ''))))))));
}

function evidence(series) {
  if (series.evidenceFor.length === 0 && series.evidenceAgainst.length === 0) return null;
  return h('div', {class: 'panes'},
    pane(series.forLabel, series.evidenceFor),
    pane(series.againstLabel, series.evidenceAgainst));
}

function pane(title, quotes) {
  return h('div', {class: 'pane'},
    h('h3', {}, title),
    quotes.length === 0 ? h('p', {class: 'quiet'}, 'Looked for, none found.') : quotes.map((quote) => quoteCard(quote)));
}
