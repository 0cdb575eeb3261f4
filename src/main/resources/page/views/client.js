import * as api from '../api.js';
import {axis, multiple, timeAxis} from '../chart.js';
import {codeLabels, constructLabel} from '../constructs.js';
import {day, h, number, plural, put} from '../dom.js';
import {clientHead} from './client-head.js';
import {has} from '../me.js';
import {finding, pointPanes} from './evidence.js';
import {weakest} from './badge.js';
import {scores} from './scores.js';
import {strips} from './problems.js';

const GROUPS = ['emotion', 'agency', 'self', 'talk', 'coherence'];
const VERDICT = {
  change: 'Change', tentative: 'Tentative', no_change_distinguishable: 'No change distinguishable',
  not_enough_text: 'Not enough text', not_enough_sessions: 'Not enough sessions', not_comparable: 'Not comparable',
  left_out: 'Left out',
};

/** A client's course: small multiples on one time axis, each opening to the quotes for and against. */
export async function client(id, query) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, '');
  const [course, labels, board, problems, claims] = await Promise.all([api.trajectory(id, query.get('exploratory') === 'include' ? {exploratory: 'include'} : {}), codeLabels(),
    api.orNone(api.board(id), null), api.orNone(api.problems(id), []), api.orNone(api.claims(id), [])]);
  const series = course.series.filter((one) => one.kind === 'session');
  if (series.length === 0 || course.meetings.length === 0) return [clientHead(who, ''), empty(who)];
  const body = h('div', {},
    multiples(id, series, {labels, badges: new Map((course.badges ?? []).map((one) => [one.code, one]))}, board, problems, new Map(claims.map((claim) => [claim.claim, claim]))),
    words(course), silences(course, labels));
  return [
    clientHead(who, ''),
    moving(series, body),
    h('p', {class: 'quiet'}, 'Choose a point to read the words behind it. A rise or a fall is neither good nor bad. ',
      plural(course.trends, 'trend was', 'trends were'), ' tested together, and every p is corrected for that.'),
    exploratory(id, course),
    h('nav', {class: 'tags no-print', 'aria-label': 'On this page'}, [...body.querySelectorAll('section > h2')].map((h2) => h('button', {type: 'button', class: 'chip', onclick: () => go(h2)}, h2.textContent)),
      h('button', {type: 'button', class: 'chip', title: 'The charts, with every pane of quotes that is open', onclick: () => print()}, 'Print')),
    h('p', {class: 'course-key'},
      h('span', {class: 'key dot'}, 'measured, with its 95 % interval'), h('span', {class: 'key thin'}, 'too short to enter a trend'),
      h('span', {class: 'key little'}, 'not enough text'), h('span', {class: 'key missed'}, 'missed'), h('span', {class: 'key event'}, 'something from outside')),
    body,
  ];
}

/** What there is to see, before twenty charts: none moving is a finding too. */
function moving(series, body) {
  const all = series.filter(({verdict}) => ['change', 'tentative'].includes(verdict.kind));
  return h('p', {}, all.length === 0 ? 'No figure of ' + series.length + ' shows a rise or a fall that can be told from chance.' : [all.length + ' of ' + plural(series.length, 'figure') + (all.length === 1 ? ' moves: ' : ' move: '),
    all.map((one, i) => [i ? '; ' : '', h('button', {type: 'button', class: 'plain', onclick: () => go([...body.querySelectorAll('h3')].find((h3) => h3.textContent === one.label))}, one.label), ' (' + one.verdict.wording.split(': ')[0].toLowerCase() + ')']), '.']);
}

function go(heading) {
  heading.tabIndex = -1;
  heading.focus();
  heading.scrollIntoView();
}

/** Trends that rest on codes which people here bear out badly are left out until somebody asks for them. */
function exploratory(id, course) {
  if (!course.series.some((one) => one.verdict.kind === 'left_out') && course.exploratory !== 'included') return null;
  const included = course.exploratory === 'included';
  return h('p', {class: 'notice'}, included ? 'Trends that rest on exploratory codes are spoken of, too. ' : 'No trend is spoken of where a code it rests on is exploratory here. ',
    h('a', {class: 'no-print', href: '#/clients/' + encodeURIComponent(id) + (included ? '' : '?exploratory=include')}, included ? 'Leave them out' : 'Show them all the same'));
}

function empty(who) {
  return h('div', {class: 'empty'},
    h('h2', {}, 'The course begins with a session'),
    h('p', {}, 'Upload a transcript and this page shows what the client’s own words hold: feelings named, agency, self-talk, how stories hang together. ',
      'A trend takes at least five sessions with enough text; until then each session stands for itself.'),
    h('p', {}, h('a', {class: 'button', href: '#/clients/' + encodeURIComponent(who.id) + '/sessions'}, 'Upload a transcript')));
}

function multiples(client, series, names, board, problems, claims) {
  const events = (board?.context ?? []).map((event) => ({date: event.date, label: event.what || event.category})).sort((a, b) => a.date.localeCompare(b.date));
  const x = timeAxis([...series.flatMap((one) => one.points.map((point) => point.date)), ...events.map((event) => event.date),
    ...(board?.questionnaires ?? []).flatMap((one) => one.scores.map((score) => score.date))]);
  const longest = series.reduce((one, other) => other.points.length > one.points.length ? other : one);
  return [
    h('div', {class: 'multiple axis-row'}, h('span', {class: 'quiet'}, 'Session'), axis(x, longest.points, events)),
    [...new Set([...GROUPS, ...series.map((one) => one.construct)])].map((construct) =>
      group(client, construct, series.filter((one) => one.construct === construct), x, events, names, claims)),
    strips(client, problems, x, has('clinician')),
    board === null ? null : scores(board, x, events),
  ];
}

/** The series of one construct; those without a single figure are only named. */
function group(client, construct, all, x, events, names, claims) {
  if (all.length === 0) return null;
  const shown = all.filter((one) => one.points.some((point) => point.state === 'value'));
  const silent = all.filter((one) => !shown.includes(one));
  return h('section', {class: 'construct'},
    h('h2', {}, constructLabel(construct)),
    shown.map((one) => row(client, one, x, events, names, claims.get(one.claim))),
    silent.length === 0 ? null : h('p', {class: 'quiet'},
      'Too little text in every session for: ' + silent.map((one) => one.label + ' (takes ' + one.minimum + ')').join('; ') + '.'));
}

function row(client, series, x, events, {labels, badges}, claim) {
  const opened = h('div', {class: 'more', 'aria-live': 'polite'});
  let open = null;
  const [verdict, ...rest] = series.verdict.wording.split(': ');
  return h('article', {class: 'multiple', 'aria-label': series.label},
    h('div', {},
      h('h3', {}, series.label), h('span', {class: 'quiet'}, series.unit),
      h('p', {class: 'verdict', title: VERDICT[series.verdict.kind] ?? null}, h('strong', {}, verdict + (rest.length ? '.' : '')), ' ',
        h('span', {class: 'quiet small'}, rest.join(': '))),
      weakest(series.restsOn ?? [], badges, labels)),
    multiple(series, x, events, point),
    opened,
    h('div', {class: 'more folds'}, series.evidence === null ? null : finding(client, series, claim, labels, has('clinician')),
    h('details', {}, h('summary', {}, 'The figures as a table'), table(series))));

  async function point(chosen, element) {
    open?.setAttribute('aria-expanded', 'false');
    if (open === element) {
      open = null;
      return void put(opened);
    }
    open = element;
    element.setAttribute('aria-expanded', 'true');
    put(opened, await pointPanes(client, series, chosen, labels));
  }
}

function table(series) {
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Figures of ' + series.label}, h('table', {},
    h('thead', {}, h('tr', {}, ['Session', 'Date', 'Figure', '95 % interval', 'In words'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, series.points.map((point) => h('tr', {},
      h('td', {}, point.number ?? '–'),
      h('td', {}, day(point.date)),
      h('td', {}, point.state === 'value' ? number(point.value) : '–'),
      h('td', {}, point.state === 'value' && point.low !== null ? number(point.low) + ' to ' + number(point.high) : '–'),
      h('td', {class: 'words'}, point.text))))));
}

/** Words for feelings that were not there before, by session. */
function words(course) {
  const fresh = course.firstWords.filter((one) => one.words.length > 0);
  if (fresh.length === 0) return null;
  const kinds = new Map(course.meetings.map((meeting) => [meeting.sessionId, meeting.kind]));
  return h('section', {},
    h('h2', {}, 'First time said'),
    h('p', {class: 'quiet'}, 'Words for feelings that no earlier meeting has.'),
    h('ul', {class: 'words-line'}, fresh.map((one) => h('li', {},
      h('span', {class: 'quiet small'}, (kinds.get(one.sessionId) === 'session' ? 'Session ' + one.number + ', ' : 'Check-in, ') + day(one.date)),
      h('div', {dir: 'auto'}, one.words.map((word, i) => [i ? ', ' : '',
        h('a', {href: '#/sessions/' + encodeURIComponent(word.sessionId) + '/turn/' + word.turn}, word.quote)]))))));
}

/** What was there at the beginning and is not there now. */
function silences(course, labels) {
  const gone = course.silences.filter((one) => one.kind === 'session');
  if (gone.length === 0) return null;
  return h('section', {},
    h('h2', {}, 'No longer said'),
    h('p', {class: 'quiet'}, 'What the first meetings hold and the latest do not. It may mean much or nothing.'),
    h('ul', {}, gone.map((one) => h('li', {}, one.wording.replace(one.code, labels.get(one.code) ?? one.code)))));
}
