// Who is behind which label: asked at an upload, put right in the transcript.

import {at, write} from '../api.js';
import {h} from '../dom.js';

const ROLES = [['client', 'Client'], ['therapist', 'Therapist'], ['other', 'Somebody else'], ['unattributed', 'Nobody knows']];

/** One label with what it says; chosen(role) is called with the answer. */
export function whoIs(label, role, says, chosen) {
  const name = 'who-' + Math.random().toString(36).slice(2);
  return h('fieldset', {class: 'block'}, h('legend', {}, label === '' ? 'Who says what has no name?' : ['Who is ', h('bdi', {}, label), '?']),
    h('div', {class: 'actions'}, ROLES.map(([value, words]) => h('label', {class: 'check'},
      h('input', {type: 'radio', name, value, checked: role === value, onchange: () => chosen(value)}), words))),
    says.map((text) => h('blockquote', {dir: 'auto'}, text.slice(0, 200))));
}

/** All labels of a session that is kept. Changes are sent as one; done() shows the session anew. */
export function speakers(shown, done) {
  const roles = {...shown.speakers};
  const alert = h('p', {role: 'alert'});
  const labels = Object.keys(roles);
  const two = labels.find((label) => roles[label] === 'client');
  const other = labels.find((label) => roles[label] === 'therapist');
  const send = async () => {
    const changed = Object.fromEntries(labels.filter((label) => roles[label] !== shown.speakers[label]).map((label) => [label, roles[label]]));
    if (Object.keys(changed).length === 0) return void (alert.textContent = 'Nothing is changed yet.');
    try {
      await write('PUT', at('sessions', shown.id, 'roles'), {roles: changed});
      done();
    } catch (error) {
      alert.textContent = error.message;
    }
  };
  return h('form', {onsubmit: (event) => { event.preventDefault(); send(); }},
    labels.map((label) => whoIs(label, roles[label], shown.firstTurns[label].map((turn) => shown.turns[turn].text), (role) => { roles[label] = role; })),
    h('p', {class: 'quiet'}, 'The session is coded anew, figures follow, and the next upload remembers it. Codings that people made stay with their words.'),
    alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep who is who'),
      two === undefined || other === undefined || labels.length > 2 ? null : h('button', {type: 'button', onclick: () => {
        Object.assign(roles, {[two]: 'therapist', [other]: 'client'});
        send();
      }}, 'Swap the two')));
}
