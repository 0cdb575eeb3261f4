import * as api from '../api.js';
import {day, h} from '../dom.js';

/** Every client by pseudonym, with the last session. */
export async function caseload() {
  const clients = await api.clients();
  if (clients.length === 0) {
    return [
      h('h1', {}, 'Caseload'),
      h('p', {}, 'No clients yet. Enter one, record the consent to treatment analysis, then import a transcript:'),
      h('pre', {}, './throughline client add "Heron" --problem "in the client\'s words"\n'
        + './throughline consent Heron treatment_analysis granted\n'
        + './throughline import --client Heron --date 2026-01-12 session-1.vtt'),
      h('p', {}, 'Or look around with invented clients: ', h('code', {}, './throughline demo')),
    ];
  }
  return [
    h('h1', {}, 'Caseload'),
    h('ul', {class: 'cards'}, clients.map(card)),
  ];
}

function card(client) {
  return h('li', {},
    h('a', {class: 'card', href: '#/clients/' + encodeURIComponent(client.id)},
      h('h2', {}, client.pseudonym),
      client.problems.map((problem) => h('p', {class: 'problem'}, '“' + problem.words + '”')),
      h('p', {class: 'quiet'},
        plural(client.sessions, 'session'), ', ', plural(client.checkIns, 'check-in'),
        client.lastSession ? ', last on ' + day(client.lastSession) : ''),
      client.consents.includes('treatment_analysis')
        ? null
        : h('p', {class: 'notice'}, 'No consent to treatment analysis: transcripts are refused.')));
}

function plural(n, word) {
  return n + ' ' + word + (n === 1 ? '' : 's');
}
