// One's own account: password, second factor, tokens for programs, where one is signed in.

import * as api from '../api.js';
import * as own from '../api-account.js';
import {leave} from '../app.js';
import {ask, day, field, h, plural, put, say} from '../dom.js';
import {ROLES} from './roles.js';
import {enrolled} from './setup.js';

/** What a token can be made for, in the order of how much it hands out. */
const ACTIONS = {
  read_codebooks: 'read codebooks', read_client: 'list clients: pseudonyms, problems, counts',
  read_consent: 'read consents', list_entries: 'list sessions and check-ins', read_trajectory: 'read figures and courses',
  read_report: 'fetch reports', search_quotes: 'search quotes', read_entry: 'read whole transcripts', read_original: 'fetch the uploaded files',
  add_entry: 'upload transcripts and check-ins', create_client: 'enter clients', change_client: 'change what is kept about a client', record_consent: 'write consents down',
  decide_coding: 'confirm, reject and add codings', retract_entry: 'take sessions back', change_codebooks: 'change codebooks',
  run_study: 'run studies, read released text',  review_deidentification: 'review de-identification', release_to_research: 'release to research', read_audit: 'read the audit log',
};

/** These hand a client's words to whoever holds the token. */
const WORDS = ['read_trajectory', 'read_report', 'search_quotes', 'read_entry', 'read_original', 'run_study', 'review_deidentification'];

export async function account() {
  const [me, issued, actions] = await Promise.all([api.me(), own.tokens(), own.tokenActions()]);
  return [
    h('h1', {}, 'Your account'),
    h('p', {}, 'You are signed in as ', h('strong', {}, me.name), '.'),
    h('ul', {}, me.roles.map((role) => h('li', {}, h('strong', {}, ROLES[role]?.[0] ?? role), h('span', {class: 'quiet'}, ' ' + (ROLES[role]?.[1] ?? ''))))),
    h('p', {class: 'quiet'}, 'What you are here for, and whose clients you see, an administrator changes.'),
    h('section', {class: 'block'}, h('h2', {}, 'Password'), password(me)),
    h('section', {}, h('h2', {}, 'Second factor'), me.secondFactor ? phone() : h('p', {class: 'quiet'}, 'Signing in takes a password alone here, because this is a demo on invented data. ', h('code', {class: 'one-line'}, './throughline serve'), ' asks for a code from a phone app too.')),
    h('section', {}, h('h2', {}, 'Where you are signed in'), signedIn()),
    h('section', {}, h('h2', {}, 'Tokens for programs'), tokens(issued, actions)),
  ];
}

/** What the server's refusal of a password means on this page. */
const wrong = (error) => error.kind === 'login-refused' ? 'That is not right, or it was tried too often. After five tries wait a quarter of an hour.' : error.message;

const secret = (name, rest = {}) => h('input', {name, type: 'password', required: true, maxlength: 256, autocomplete: 'current-password', ...rest});

function password(me) {
  const alert = h('p', {role: 'alert'});
  const done = h('div', {'aria-live': 'polite'});
  const form = h('form', {class: 'fields', onsubmit: async (event) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    put(done);
    alert.textContent = said.fresh === said.again ? '' : 'The new password is not the same both times.';
    if (alert.textContent) return void form.elements.again.select();
    try {
      await own.changePassword(said.password, said.fresh);
      form.reset();
      put(done, h('p', {class: 'good'}, 'Changed. You stay signed in here; everywhere else you are signed out.'));
    } catch (error) {
      alert.textContent = wrong(error);
      form.elements.password.select();
    }
  }},
  // Password managers look for the name that the password belongs to.
  h('input', {name: 'name', value: me.name, autocomplete: 'username', hidden: true, readonly: true}),
  field('Present password', secret('password')), field('New password', secret('fresh', {minlength: 12, autocomplete: 'new-password'})), field('New password again', secret('again', {minlength: 12, autocomplete: 'new-password'})),
  h('button', {type: 'submit'}, 'Change the password'));
  return [h('p', {class: 'quiet'}, 'At least twelve characters. Several unrelated words are easy to remember and hard to guess.'), form, alert, done];
}

/** Another phone in the place of the present one. */
function phone() {
  const alert = h('p', {role: 'alert'});
  const box = h('div', {'aria-live': 'polite'});
  const form = h('form', {class: 'fields', onsubmit: async (event) => {
    event.preventDefault();
    try {
      const one = await own.newPhone(form.elements.password.value, form.elements.code.value.trim());
      put(box, enrolled(one, h('li', {}, 'From now on only the new phone counts: the old one, and the old recovery codes, sign nobody in.'),
        h('button', {type: 'button', onclick: () => put(box, begin())}, 'Done: hide them')));
      box.scrollIntoView({block: 'start'});
    } catch (error) {
      alert.textContent = wrong(error) + ' A code is good once: wait for the next one.';
      form.elements.code.select();
    }
  }},
  field('Password', secret('password')),
  field('Code from the present phone, or a recovery code', h('input', {name: 'code', required: true, maxlength: 40, autocomplete: 'one-time-code'})),
  h('button', {type: 'submit'}, 'Set up another phone'));
  const begin = () => {
    form.reset();
    alert.textContent = '';
    return [h('p', {class: 'quiet'}, 'Signing in takes a six-digit code from your phone. Set another phone up here as long as you have the present one or a recovery code; it also gives you ten new recovery codes. Have you lost both, ask an administrator for a new one-time secret.'), form, alert];
  };
  return put(box, begin());
}

function signedIn() {
  const alert = h('p', {role: 'alert'});
  return [h('p', {class: 'quiet'}, 'A sign-in ends by itself after a while without a request. Did you leave one open elsewhere, or lose a machine, end it here.'),
    h('p', {class: 'actions'}, h('button', {type: 'button', onclick: async () => {
      try {
        await own.signOutElsewhere();
        alert.textContent = '';
        say('Signed out everywhere but here');
      } catch (error) {
        alert.textContent = error.message;
      }
    }}, 'Sign out everywhere else'), h('button', {type: 'button', onclick: leave}, 'Sign out here')), alert];
}

function tokens(issued, actions) {
  const list = h('div', {});
  const handed = h('div', {'aria-live': 'polite'});
  const show = () => put(list, listed(issued, revoke));
  show();
  return [h('p', {class: 'quiet'}, 'A program of yours, such as a nightly upload, asks the REST API with a token. It does at most what you may do yourself at that moment, only what it was made for, and nothing that asks for a fresh proof of who you are.'),
    list, handed, h('details', {class: 'block'}, h('summary', {}, 'A new token'), form())];

  async function revoke(token) {
    const {answer} = await ask('Take “' + token.name + '” back?', h('p', {}, 'Programs that use it are refused from the next request on. It cannot be given back; a new one can be made.'), [['go', 'Take it back', 'danger'], ['no', 'Cancel']]);
    if (answer !== 'go') return;
    try {
      await own.revoke(token.id);
      issued.splice(0, issued.length, ...await own.tokens());
      show();
      put(handed);
      say('Taken back');
    } catch (error) {
      say(error.message);
    }
  }

  function form() {
    const alert = h('p', {role: 'alert'});
    const made = h('form', {class: 'file', onsubmit: async (event) => {
      event.preventDefault();
      const said = new FormData(made);
      const chosen = said.getAll('action');
      if (chosen.length === 0) return void (alert.textContent = 'Choose at least one thing that it may do.');
      try {
        const {token} = await own.issue({name: said.get('name').trim(), actions: chosen, days: Number(said.get('days'))});
        issued.splice(0, issued.length, ...await own.tokens());
        made.reset();
        alert.textContent = '';
        made.parentElement.open = false;
        show();
        hand(said.get('name').trim(), token, chosen);
      } catch (error) {
        alert.textContent = error.message;
      }
    }},
    h('div', {class: 'fields'},
      field('What it is for', h('input', {name: 'name', required: true, maxlength: 60, autocomplete: 'off', placeholder: 'nightly upload'})),
      field('Good for', h('select', {name: 'days'}, [[1, 'a day'], [7, 'a week'], [30, '30 days'], [90, '90 days'], [366, 'a year']].map(([days, words]) => h('option', {value: days, selected: days === 90}, words))))),
    h('fieldset', {}, h('legend', {}, 'What it may do'), h('div', {class: 'columns checks'}, inOrder(actions).map((action) => h('label', {class: 'check'},
      h('input', {type: 'checkbox', name: 'action', value: action}), h('span', {}, ACTIONS[action] ?? action, WORDS.includes(action) ? h('span', {class: 'quiet'}, ' (clients’ words)') : null))))),
    h('p', {class: 'quiet'}, 'Choose as little as the program needs. Making one takes a fresh proof of who you are.'), alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Make the token')));
    return made;
  }

  /** Shown once: the server keeps its hash only. */
  function hand(name, token, chosen) {
    const command = 'curl -H "Authorization: Bearer ' + token + '" ' + location.origin + '/api/v1' + (chosen.includes('read_client') ? '/clients' : '/session');
    const copy = (words, what) => h('button', {type: 'button', onclick: () => navigator.clipboard.writeText(what).then(() => say('Copied'), () => say('Copying is not allowed here: select it and press Ctrl+C'))}, words);
    put(handed, h('div', {class: 'good block'},
      h('p', {}, 'The token ', h('strong', {}, name), ', shown only now. Keep it as you would keep a password: whoever has it does what it may.'),
      h('p', {}, h('code', {class: 'secret'}, token)),
      h('p', {class: 'actions'}, copy('Copy the token', token), copy('Copy as a command', command), h('button', {type: 'button', class: 'plain', onclick: () => put(handed)}, 'I have it: hide it')),
      h('p', {class: 'quiet'}, 'Programs send it along as ', h('code', {}, 'Authorization: Bearer tl_…'), '. All requests are described at ', h('a', {href: '/api/v1/openapi.yaml'}, '/api/v1/openapi.yaml'), '.')));
    handed.scrollIntoView({block: 'center'});
  }
}

const inOrder = (actions) => [...actions].sort((a, b) => place(a) - place(b));
const place = (action) => (Object.keys(ACTIONS).indexOf(action) + 100) % 100;

function listed(issued, revoke) {
  const now = Date.now();
  const good = issued.filter((one) => !one.ended && Date.parse(one.expires) > now);
  const gone = issued.filter((one) => !good.includes(one));
  const row = (one) => h('li', {class: 'file'}, h('h3', {dir: 'auto'}, one.name),
    h('p', {}, 'May ' + inOrder(one.actions).map((action) => ACTIONS[action] ?? action).join('; ') + '.'),
    h('p', {class: 'actions'}, h('span', {class: 'quiet'}, 'Made ' + day(one.created) + ', ', one.ended ? 'taken back on ' + day(one.ended) : Date.parse(one.expires) > now ? until(one.expires, now) : 'ended on ' + day(one.expires)),
      good.includes(one) ? h('button', {type: 'button', class: 'small', 'aria-label': 'Take back ' + one.name, onclick: () => revoke(one)}, 'Take it back') : null));
  return [good.length === 0 ? h('p', {class: 'quiet'}, 'No program asks in your name.') : h('ul', {class: 'plain-list', 'aria-label': 'Tokens'}, good.map(row)),
    gone.length === 0 ? null : h('details', {class: 'block'}, h('summary', {}, plural(gone.length, 'token') + ' that ended'), h('ul', {class: 'plain-list'}, gone.map(row)))];
}

function until(iso, now) {
  const days = Math.ceil((Date.parse(iso) - now) / 86_400_000);
  return ['good until ' + day(iso), days <= 14 ? h('strong', {}, ', ' + plural(days, 'day') + ' left') : null];
}
