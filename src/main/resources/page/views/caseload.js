import * as api from '../api.js';
import {spark} from '../chart.js';
import {day, h, plural, put} from '../dom.js';
import {codeLabels, constructOf} from '../constructs.js';
import {has} from '../me.js';

const SOON = 30;
const LONG = 42;
const DAY = 86_400_000;

const beginnings = () => import('./beginnings.js');

/** Every client by pseudonym, with the last session, small trends and what needs a look. */
export async function caseload() {
  if (!has('clinician', 'supervisor', 'privacy_officer')) return (await beginnings()).elsewhere();
  const [clients, exceptions] = await Promise.all([api.clients(), api.orNone(api.exceptions(), null)]);
  const fresh = has('clinician') ? h('a', {class: 'button', href: '#/clients/new'}, 'New client') : null;
  if (clients.length === 0) return [h('h1', {}, 'Caseload'), await beginnings().then((first) => fresh ? first.welcome(fresh) : first.nobody())];
  return [
    h('div', {class: 'path'}, h('h1', {}, 'Caseload'), h('span', {class: 'actions'}, has('clinician', 'supervisor') ? h('a', {href: '#/cohort'}, 'Many clients together') : null, fresh)),
    has('clinician') ? null : h('p', {class: 'quiet'}, has('supervisor')
      ? 'Clients of those you supervise who agreed to it. Words show where they agreed to that too, with names as tags.' : 'Pseudonyms and consents only; no words show here.'),
    h('ul', {class: 'cards'}, clients.map((client) => card(client, exceptions))),
  ];
}

function card(client, exceptions) {
  const trends = h('ul', {class: 'trend-marks', 'aria-label': 'Trends'});
  const looks = h('ul', {class: 'looks', 'aria-label': 'Needs a look'});
  const item = h('li', {},
    h('article', {class: 'card linked'},
      h('h2', {dir: 'auto'}, h('a', {href: '#/clients/' + encodeURIComponent(client.id) + (has('clinician', 'supervisor') ? '' : '/privacy')}, client.pseudonym)),
      client.problems.map((problem) => problem.words ? h('p', {class: 'problem', dir: 'auto'}, '“' + problem.words + '”') : null),
      h('p', {class: 'quiet'}, plural(client.sessions, 'session'), ', ', plural(client.checkIns, 'check-in'),
        client.lastSession ? ', last on ' + day(client.lastSession) : ''),
      trends, looks));
  if (has('privacy_officer') && !has('clinician', 'supervisor')) {
    put(looks, h('li', {}, h('a', {href: '#/clients/' + encodeURIComponent(client.id) + '/privacy'}, 'Consent and privacy')));
  } else if (!client.consents.includes('treatment_analysis')) {
    put(looks, look('No consent to treatment analysis: transcripts are refused', '#/clients/' + encodeURIComponent(client.id) + '/privacy'));
  } else {
    whenSeen(item, () => fill(client, exceptions, trends, looks));
  }
  return item;
}

/** Courses are computed when a card comes into sight, so that a long caseload opens at once. */
function whenSeen(element, then) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    then();
  }, {rootMargin: '200px'});
  watch.observe(element);
}

async function fill(client, exceptions, trends, looks) {
  try {
    const [course, consents, labels] = await Promise.all([api.trajectory(client.id), api.orNone(api.consents(client.id), []), codeLabels()]);
    const series = course.series.filter((one) => one.kind === 'session');
    const moving = series.filter((one) => one.verdict.kind === 'change' || one.verdict.kind === 'tentative');
    const still = series.filter((one) => one.verdict.kind === 'no_change_distinguishable').length;
    const little = series.length - moving.length - still;
    put(trends,
      moving.slice(0, 3).map((one) => h('li', {}, spark(one), h('span', {}, one.label + ': ' + shortVerdict(one.verdict)))),
      moving.length > 3 ? h('li', {}, 'and ' + (moving.length - 3) + ' more that move') : null,
      still === 0 ? null : h('li', {class: 'quiet'}, 'No change distinguishable in ' + still + ' of ' + series.length + ' figures'),
      little === 0 ? null : h('li', {class: 'quiet'}, 'Not enough text or sessions for ' + little + ' of ' + series.length + ' figures'));
    put(looks, needsALook(client, course, consents, labels, exceptions));
  } catch (error) {
    put(looks, h('li', {class: 'notice'}, error.message));
  }
}

/** "tentative rise": the verdict without its figures, which the course shows with their intervals. */
function shortVerdict(verdict) {
  const direction = verdict.direction === 'rise' ? 'rise' : 'fall';
  return verdict.kind === 'tentative' ? 'a tentative ' + direction + ', more sessions may undo it' : 'a ' + direction;
}

function needsALook(client, course, consents, labels, exceptions) {
  const at = '#/clients/' + encodeURIComponent(client.id);
  const all = [];
  for (const meeting of course.meetings) {
    const safety = Object.keys(meeting.codes).filter((code) => constructOf(code) === 'safety');
    if (safety.length) {
      all.push(look('Words that may speak of safety in ' + (meeting.kind === 'session' ? 'session ' + meeting.number : 'the check-in') + ', ' + day(meeting.date)
        + ': ' + safety.map((code) => labels.get(code) ?? code).join(', ') + '. Read them yourself', has('clinician') ? '#/sessions/' + encodeURIComponent(meeting.sessionId) : at));
    }
  }
  for (const meeting of has('clinician') ? course.meetings.filter((one) => one.kind === 'session') : []) {
    const mend = '#/sessions/' + encodeURIComponent(meeting.sessionId) + '?who';
    if (meeting.unattributedWords > 0) {
      all.push(look('Session ' + meeting.number + ': nobody has said whose ' + plural(meeting.unattributedWords, 'word') + (meeting.unattributedWords === 1 ? ' is' : ' are') + '. Say who is who', mend));
    } else if (meeting.clientWords === 0) {
      all.push(look('Session ' + meeting.number + ': no words by the client. Say who is who', mend));
    }
  }
  const ends = consents.filter((one) => one.scope === 'treatment_analysis').at(-1)?.to;
  if (ends && Date.parse(ends) - Date.now() < SOON * DAY) all.push(look('Consent to treatment analysis ends on ' + day(ends), at + '/privacy'));
  const held = course.meetings.filter((one) => one.kind === 'session');
  const last = held.at(-1);
  if (has('clinician') && last && last.confirmed === 0 && last.suggested > 0) {
    all.push(look(plural(last.suggested, 'mark') + ' in the last session that nobody has looked at', '#/sessions/' + encodeURIComponent(last.sessionId)));
  }
  if (has('clinician') && last && Date.now() - Date.parse(last.date) > LONG * DAY) {
    all.push(look('No session for ' + Math.floor((Date.now() - Date.parse(last.date)) / (7 * DAY)) + ' weeks', at + '/sessions'));
  }
  for (const section of exceptions?.sections ?? []) {
    for (const line of section.lines.filter((one) => one.client === client.id)) all.push(look(section.title + ': ' + line.why, at));
  }
  return all;
}

function look(words, href) {
  return h('li', {class: 'notice'}, h('a', {href}, words));
}
