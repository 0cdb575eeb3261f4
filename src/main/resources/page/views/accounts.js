// Accounts, what they are for, and who sees whom. Whoever keeps them sees no client's words.

import * as api from '../api.js';
import * as house from '../api-house.js';
import {ask, day, field, h, moment, plural, put, say} from '../dom.js';
import {has, who} from '../me.js';
import {ROLES} from './roles.js';

const KINDS = {treats: ['treats', 'clinician'], supervises: ['supervises', 'supervisor'], reviews: ['reviews for release', 'reviewer'], released: ['studies', 'researcher']};

export async function accounts() {
  const everybody = await house.accounts();
  const [all, clients] = await Promise.all([house.ties(), has('privacy_officer', 'clinician') ? api.clients() : []]);
  const names = new Map([...everybody.map((one) => [one.id, one.name]), ...clients.map((one) => [one.id, one.pseudonym])]);
  const people = h('tbody', {});
  const tied = h('div', {});
  const handed = h('div', {'aria-live': 'polite'});
  const shown = () => { put(people, everybody.map(row)); put(tied, ties()); };
  shown();
  return [
    h('h1', {}, 'Accounts and ties'),
    h('p', {class: 'quiet'}, 'An account may do what its roles allow, and reads a client only while it is tied to that client. Nobody changes their own account.'),
    h('section', {}, h('h2', {}, 'Accounts'), h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Accounts'}, h('table', {class: 'wide'},
      h('thead', {}, h('tr', {}, ['Name', 'For', 'Since', 'What can be done'].map((head) => h('th', {scope: 'col'}, head)))), people)), handed, h('details', {class: 'block'}, h('summary', {}, 'A new account'), newcomer())),
    h('section', {}, h('h2', {}, 'Who sees whom'), tied, newTie()),
    h('section', {}, h('h2', {}, 'The log'), log()),
  ];

  function newcomer() {
    const alert = h('p', {role: 'alert'});
    const form = h('form', {class: 'file', onsubmit: async (event) => {
      event.preventDefault();
      const said = new FormData(form);
      try {
        const made = await house.invite(said.get('name').trim(), said.getAll('role'));
        everybody.push(made.account);
        names.set(made.account.id, made.account.name);
        form.reset();
        alert.textContent = '';
        shown();
        hand(made.account.name, made.token);
      } catch (error) {
        alert.textContent = error.message;
      }
    }},
    field('Name for signing in', h('input', {name: 'name', required: true, maxlength: 64, pattern: '[A-Za-z0-9.@_\\-]+', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false'}), 'Letters, digits, dots, dashes, @ or _.'),
    h('fieldset', {class: 'block'}, h('legend', {}, 'What for'), boxes([])), alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Enter the account')));
    return form;
  }

  /** The one-time secret, shown once. */
  function hand(name, token) {
    put(handed, h('div', {class: 'good'},
      h('p', {}, 'A one-time secret for ', h('strong', {}, name), ', shown only now. Hand it over in person or by telephone. It is good once, for a day.'),
      h('p', {}, h('code', {class: 'secret'}, token)),
      h('p', {class: 'quiet'}, 'It is used at ', h('code', {}, location.origin + '/#/setup'), ', where ' + name + ' chooses a password and scans the code for the phone app.'),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => navigator.clipboard.writeText(token).then(() => say('Copied'), () => say('Copying is not allowed here: select it and press Ctrl+C'))}, 'Copy the secret'))));
    handed.scrollIntoView({block: 'center'});
  }

  function row(one) {
    const own = one.id === who().account;
    const act = (label, run, kind = 'plain') => h('button', {type: 'button', class: kind, 'aria-label': label + ': ' + one.name, onclick: () => told(run)}, label);
    return h('tr', {},
      h('td', {}, h('strong', {}, one.name), one.disabled ? h('span', {class: 'tag'}, 'locked out') : null),
      h('td', {}, one.roles.map((role) => h('span', {class: 'tag', title: ROLES[role]?.[1]}, ROLES[role]?.[0] ?? role))),
      h('td', {}, day(one.created)),
      h('td', {}, own ? h('span', {class: 'quiet'}, 'your own: another administrator keeps it') : h('div', {class: 'actions'},
        act('Change what it is for', () => change(one)), act('New one-time secret', () => again(one)),
        act(one.disabled ? 'Let in again' : 'Lock out', () => lock(one)))));
  }

  async function change(one) {
    const form = boxes(one.roles);
    const {answer, form: box} = await ask('What is ' + one.name + ' for?', form, [['go', 'Keep', 'main'], ['no', 'Cancel']]);
    if (answer !== 'go') return;
    Object.assign(one, await house.setRoles(one.id, new FormData(box).getAll('role')));
    shown();
    say('Kept: it holds from the next request on');
  }

  async function again(one) {
    const {answer} = await ask('A new one-time secret for ' + one.name + '?', h('p', {}, 'For somebody who has lost password or phone. Make sure it is they who ask: whoever has the secret gets the account.'), [['go', 'Make it', 'main'], ['no', 'Cancel']]);
    if (answer === 'go') hand(one.name, (await house.inviteAgain(one.id)).token);
  }

  async function lock(one) {
    const {answer} = one.disabled ? {answer: 'go'} : await ask('Lock ' + one.name + ' out?', h('p', {}, 'Every login ends now. Ties stay, so that the account can be let in again as it was.'), [['go', 'Lock out', 'danger'], ['no', 'Cancel']]);
    if (answer !== 'go') return;
    Object.assign(one, await house.setDisabled(one.id, !one.disabled));
    shown();
    say(one.disabled ? 'Locked out' : 'Let in again');
  }

  function ties() {
    const line = (tie) => h('li', {class: 'actions'},
      h('span', {}, h('strong', {}, names.get(tie.subject) ?? 'somebody'), ' ' + (KINDS[tie.kind]?.[0] ?? tie.kind) + ' ', called(tie.object)),
      h('span', {class: 'quiet small'}, 'since ' + day(tie.from) + (tie.to ? ', until ' + day(tie.to) : '')),
      tie.to || tie.kind === 'released' ? null : h('button', {type: 'button', class: 'plain', 'aria-label': 'End: ' + (names.get(tie.subject) ?? 'somebody') + ' ' + (KINDS[tie.kind]?.[0] ?? tie.kind) + ' ' + (names.get(tie.object) ?? 'client ' + tie.object.slice(0, 8)), onclick: () => told(() => end(tie))}, 'end'));
    const open = all.filter((tie) => !tie.to);
    const ended = all.filter((tie) => tie.to);
    return [
      open.length === 0 ? h('p', {class: 'quiet'}, 'Nobody sees anybody. A clinician who enters a client is tied to that client at once.') : h('ul', {class: 'plain-list'}, open.map(line)),
      ended.length === 0 ? null : h('details', {}, h('summary', {}, plural(ended.length, 'tie') + ' that ended'), h('ul', {class: 'plain-list'}, ended.map(line))),
    ];
  }

  /** A client whom this account may not see stands here by the beginning of an id. */
  function called(id) {
    return names.has(id) ? h('bdi', {}, names.get(id)) : ['client ', h('code', {title: id}, id.slice(0, 8) + '…')];
  }

  async function end(tie) {
    const {answer} = await ask('End this tie?', h('p', {}, names.get(tie.subject), ' sees nothing more because of it, from now on. What was read before was read.'), [['go', 'End it', 'danger'], ['no', 'Cancel']]);
    if (answer !== 'go') return;
    await house.untie(tie.id);
    tie.to = new Date().toISOString();
    shown();
    say('Ended');
  }

  function newTie() {
    const alert = h('p', {role: 'alert'});
    const kind = h('select', {name: 'kind', onchange: offer}, ['treats', 'supervises', 'reviews'].map((value) => h('option', {value}, KINDS[value][0])));
    const subject = h('select', {name: 'subject', required: true});
    const object = h('div', {});
    const form = h('form', {class: 'fields', onsubmit: async (event) => {
      event.preventDefault();
      const said = Object.fromEntries(new FormData(form));
      try {
        all.push(await house.tie(said.kind, said.subject, said.object.trim()));
        alert.textContent = '';
        shown();
        say('Tied');
      } catch (error) {
        alert.textContent = error.message;
      }
    }}, field('Account', subject), field('does what', kind), object, h('button', {type: 'submit'}, 'Tie'));
    offer();
    return h('details', {class: 'block', ontoggle: offer}, h('summary', {}, 'A new tie'), form, alert);

    function offer() {
      const options = (list, empty) => list.length ? list.map(([id, words]) => h('option', {value: id}, words)) : h('option', {value: ''}, empty);
      const having = (role) => everybody.filter((one) => one.roles.includes(role) && !one.disabled && one.id !== who().account).map((one) => [one.id, one.name]);
      const role = KINDS[kind.value][1];
      put(subject, options(having(role), 'no account is a ' + role));
      put(object, kind.value === 'supervises'
        ? field('whom', h('select', {name: 'object', required: true}, options(having('clinician'), 'no account is a clinician')))
        : clients.length ? field('whom', h('select', {name: 'object', required: true}, options(clients.map((one) => [one.id, one.pseudonym]), '')))
          : field('whom', h('input', {name: 'object', required: true, maxlength: 64, autocomplete: 'off', size: 34}), 'The client’s id: clinicians and privacy officers find it in the address of the client’s page.'));
    }
  }
}

function boxes(chosen) {
  return h('div', {}, Object.entries(ROLES).map(([role, [name, what]]) => h('label', {class: 'check'},
    h('input', {type: 'checkbox', name: 'role', value: role, checked: chosen.includes(role)}), h('span', {}, name, ' ', h('span', {class: 'quiet'}, what)))));
}

/** Whether the log is whole: who looked at what can be altered by nobody without its showing. */
function log() {
  const found = h('p', {role: 'status'});
  return [h('p', {class: 'quiet'}, 'Every look at a client, every search and every change is written into a log whose entries are chained. Checking goes through all of it.'),
    h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => told(async () => {
      const check = await house.verifyLog();
      put(found, check.whole ? 'Checked ' + moment(new Date().toISOString()) + ': nothing was altered, removed, moved or put in.' : 'The log was tampered with' + (check.event ? ' at event ' + check.event : '') + ': ' + check.why);
      found.className = check.whole ? 'good' : 'notice';
    })}, 'Check the log')), found];
}

async function told(run) {
  try {
    await run();
  } catch (error) {
    say(error.message);
  }
}
