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
    course.meetings.length === 0 ? h('p', {}, 'No session has been imported yet.') : null,
    CONSTRUCTS.map(([construct, title]) => group(title, course.series.filter((series) =>
      series.kind === 'session' && series.construct === construct))),
  ];
}

const CONSTRUCTS = [
  ['emotion', 'Feelings'],
  ['agency', 'Agency'],
  ['self', 'Self-talk'],
  ['coherence', 'Coherence of stories'],
  ['talk', 'Talk of change'],
];

/** The series of one construct; those without a single figure are only named. */
function group(title, all) {
  if (all.length === 0) return null;
  const shown = all.filter((series) => series.points.some((point) => point.state === 'value'));
  const silent = all.filter((series) => !shown.includes(series));
  return h('section', {class: 'construct'},
    h('h2', {}, title),
    shown.length === 0 ? null : legend(),
    shown.map(panel),
    silent.length === 0 ? null : h('p', {class: 'quiet'},
      'Too little text in every session for: ' + silent.map((series) => series.label + ' (' + series.minimum + ')').join('; ') + '.'));
}

function legend() {
  return h('p', {class: 'legend'},
    h('span', {class: 'key dot'}, 'measured, with its interval'),
    h('span', {class: 'key little'}, 'not enough text'),
    h('span', {class: 'key missed'}, 'missed'));
}

function panel(series) {
  return h('article', {class: 'series', 'aria-label': series.label},
    h('h3', {}, series.label, ' ', h('span', {class: 'quiet'}, series.unit)),
    chart(series),
    h('p', {class: 'verdict'}, series.verdict.wording),
    series.evidence === null ? null : h('div', {class: 'panes'},
      pane('For “' + series.evidence.claim + '”', series.evidence.supports),
      pane('Against', series.evidence.opposes)),
    h('details', {},
      h('summary', {}, 'The figures'),
      h('table', {},
        h('thead', {}, h('tr', {}, ['Session', 'Date', 'Figure', 'In words'].map((head) => h('th', {scope: 'col'}, head)))),
        h('tbody', {}, series.points.map((point) => h('tr', {},
          h('td', {}, point.number ?? '–'),
          h('td', {}, day(point.date)),
          h('td', {}, point.state === 'value' ? number(point.value) : '–'),
          h('td', {}, point.text))))),
      series.evidence === null ? null : h('p', {class: 'quiet'}, 'How quotes are chosen: ' + series.evidence.rule)));
}

function pane(title, side) {
  return h('div', {class: 'pane'},
    h('h4', {}, title),
    side.quotes.map((quote) => quoteCard({
      ...quote, entry: quote.sessionId, role: 'client', codes: [quote.code], text: quote.context,
      marks: [{start: quote.start - quote.contextStart, end: quote.end - quote.contextStart}],
    })),
    side.quotes.length === 0
      ? h('p', {class: 'quiet'}, side.searched)
      : h('details', {}, h('summary', {}, side.found + ' found'), h('p', {class: 'quiet'}, side.searched)));
}
