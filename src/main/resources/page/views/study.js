// A study from its corpus to its results, one step under the other.

import * as studies from '../api-studies.js';
import {ask, field, h, plural, put, save, say} from '../dom.js';
import {who} from '../me.js';

export async function study(id) {
  const [given, people, tasks, sessions, memos] = await Promise.all([studies.study(id), studies.researchers(), studies.tasks(id), studies.sessions(id), studies.memos(id)]);
  const names = new Map(people.map((one) => [one.account, one.name]));
  const at = '#/studies/' + encodeURIComponent(id);
  const open = given.frozen === null;
  const shared = sessions.filter((one) => one.coders.length > 0);
  return [
    head(given),
    h('ol', {class: 'stages'},
      stage('The corpus', given.sessions > 0, corpus(given, open)),
      stage('The codes', given.codes.length > 0, codes(given, open)),
      stage('Coders', given.coders.length > 0, coders(given, people, names, open)),
      stage('Coding', tasks.length > 0 && tasks.every((task) => task.finished), mine(tasks, at)),
      stage('Side by side', shared.length > 0 && shared.every((one) => one.disputed === 0), compare(shared, names, at)),
      stage('What was found', !open, results(given, at, open))),
    h('section', {}, h('h2', {}, 'Memos'), notes(given, memos, names, tasks)),
  ];
}

function head(study) {
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/research'}, '← Research')),
    h('h1', {dir: 'auto'}, study.name), study.question ? h('p', {class: 'problem', dir: 'auto'}, study.question) : null,
    study.frozen ? h('p', {class: 'notice'}, 'Frozen: nothing changes any more. Cite it by ', h('code', {}, study.frozen), '.') : null,
  ];
}

function stage(title, done, body) {
  return h('li', {'data-done': done ? 'yes' : null}, h('h2', {}, title, done ? h('span', {class: 'quiet'}, ' ✓') : null), body);
}

/** Runs an act, then shows the study as it is now. */
async function then(act, words) {
  await act();
  say(words);
  dispatchEvent(new HashChangeEvent('hashchange', {oldURL: location.href, newURL: location.href}));
}

const button = (words, act, done, kind = null) => {
  const alert = h('span', {role: 'alert'});
  return [h('button', {type: 'button', class: kind, onclick: () => then(act, done).catch((error) => { alert.textContent = error.message; })}, words), alert];
};

function corpus(study, open) {
  const gone = study.withdrawn + study.altered;
  return [
    h('p', {}, study.sessions === 0 ? 'No session is pinned yet. Pinning draws the sessions by the criteria and keeps the hash of each.' : plural(study.sessions, 'session') + ' of ' + plural(study.clients, 'client') + ' pinned.'),
    gone ? h('p', {class: 'notice'}, study.withdrawn + ' withdrawn and ' + study.altered + ' altered since: they are set aside, their codings with them.') : null,
    open && study.coders.length === 0 ? h('p', {class: 'actions'}, button(study.sessions ? 'Pin it anew' : 'Pin the corpus', () => studies.pin(study.id), 'Pinned', study.sessions ? null : 'main')) : null,
  ];
}

/** The tree as lines: a name, a definition after a colon, two blanks for each step down. */
function codes(study, open) {
  const children = (parent) => study.codes.filter((code) => code.parent === parent);
  const tree = (parent) => children(parent).length === 0 ? null : h('ul', {class: 'tree'}, children(parent).map((code) =>
    h('li', {}, h('strong', {dir: 'auto'}, code.name), code.definition ? h('span', {class: 'quiet', dir: 'auto'}, ' ' + code.definition) : null, tree(code.id))));
  const lines = (parent, deep) => children(parent).flatMap((code) => ['  '.repeat(deep) + code.name + (code.definition ? ': ' + code.definition : ''), ...lines(code.id, deep + 1)]);
  const text = h('textarea', {rows: Math.max(5, study.codes.length + 2), spellcheck: 'true', dir: 'auto'});
  text.value = lines(null, 0).join('\n');
  const alert = h('p', {role: 'alert'});
  const form = h('form', {onsubmit: (event) => {
    event.preventDefault();
    then(() => studies.setCodes(study.id, parse(text.value, study.codes)), 'Kept').catch((error) => { alert.textContent = error.message; });
  }}, field('One code a line, “Name: definition”; two blanks in front put it under the line above', text), alert,
  h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep the codes')));
  return [tree(null) ?? h('p', {class: 'quiet'}, 'No codes yet.'), open ? h('details', {open: study.codes.length === 0}, h('summary', {}, study.codes.length ? 'Change them' : 'Write them down'), form) : null,
    open ? h('p', {class: 'quiet'}, h('a', {href: '#/studies/' + encodeURIComponent(study.id) + '/exchange'}, 'Take codes from another program')) : null];
}

/** Lines to codes. A code that keeps its name and its place keeps its id. */
function parse(text, before) {
  const above = [];
  const found = [];
  for (const line of text.split('\n').filter((one) => one.trim())) {
    const deep = Math.min(Math.floor(/^ */.exec(line)[0].length / 2), above.length);
    const [name, ...rest] = line.trim().split(/:\s+/);
    const parent = deep === 0 ? null : above[deep - 1];
    const slug = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'code-' + (found.length + 1);
    const id = before.find((code) => code.name === name && code.parent === parent)?.id ?? (parent ? parent + '.' : '') + slug;
    above.splice(deep, above.length, id);
    found.push({id, parent, name, definition: rest.join(': ')});
  }
  return found;
}

const DUTIES = {
  coding: ['coding that counts', 'So many sessions go to all of them, each of the rest to one. Agreement rests on what all of them code: a fifth of the sessions is the usual least.'],
  key: ['an expert’s key for training', 'So many sessions go to whoever writes the key. Do this first: sessions for training are coded by nobody for the study itself.'],
  training: ['training against the key', 'So many of the sessions that have a key go to each of them. Whoever finishes one sees it against the key at once.'],
};

function coders(study, people, names, open) {
  const shown = study.coders.length === 0 ? h('p', {class: 'quiet'}, 'Nobody codes yet. Agreement takes at least two.')
    : h('p', {}, 'Coding: ', study.coders.map((one) => names.get(one) ?? 'somebody who left').join(', ') + '.');
  if (!open) return shown;
  const alert = h('p', {role: 'alert'});
  const means = h('p', {class: 'quiet'}, DUTIES.coding[1]);
  const form = h('form', {onsubmit: (event) => {
    event.preventDefault();
    const said = new FormData(form);
    const chosen = said.getAll('coder');
    if (chosen.length === 0) return void (alert.textContent = 'Choose who codes.');
    then(() => studies.assign(study.id, {coders: chosen, duty: said.get('duty'), ...(said.get('twice') === '' ? {} : {twice: Number(said.get('twice'))})}), 'Shared out')
      .catch((error) => { alert.textContent = error.message; });
  }},
  h('fieldset', {}, h('legend', {}, 'Who'), people.map((one) => h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'coder', value: one.account}), one.name))),
  h('div', {class: 'fields'},
    field('What for', h('select', {name: 'duty', onchange: (event) => put(means, DUTIES[event.target.value][1])}, Object.entries(DUTIES).map(([value, [words]]) => h('option', {value}, words)))),
    field('Sessions for all of them', h('input', {type: 'number', name: 'twice', min: 0, max: study.sessions, placeholder: 'all'})),
    h('button', {type: 'submit'}, 'Share the sessions out')), means, alert);
  return [shown, h('details', {open: study.coders.length === 0 && study.sessions > 0}, h('summary', {}, 'Share sessions out'), form)];
}

/** The asker's own sessions, by what they are for; each coder has an order of their own. */
function mine(tasks, at) {
  if (tasks.length === 0) return h('p', {class: 'quiet'}, 'Nothing is shared out to you.');
  const of = (duty) => tasks.filter((task) => task.duty === duty);
  return [
    kind(of('key'), at, 'of the key finished', 'Your reading is what others train against. You see neither the client nor the day.', 'Code for the key: session '),
    kind(of('training'), at, 'for training finished', 'What you mark here counts in no figure. Whoever finishes a session sees it against the expert’s key.', 'Train on session '),
    kind(of('coding'), at, 'finished', 'You see neither the client, nor the day, nor what others mark.', 'Code your session '),
    h('details', {}, h('summary', {}, 'All your sessions'), h('ul', {class: 'plain-list'}, tasks.map((task) => h('li', {},
      h('a', {href: at + '/code/' + encodeURIComponent(task.session)}, 'Your session ' + task.number), ' ',
      h('span', {class: 'quiet'}, plural(task.codings, 'coding') + {coding: '', key: ', for the key', training: ', for training'}[task.duty] + (task.finished ? ', finished' : '')))))),
  ];
}

function kind(tasks, at, done, means, begin) {
  if (tasks.length === 0) return null;
  const left = tasks.filter((task) => !task.finished);
  const trained = tasks.filter((task) => task.duty === 'training' && task.finished);
  return [
    h('p', {}, tasks.length - left.length + ' of your ' + plural(tasks.length, 'session') + ' ' + done + '. ' + means),
    trained.length === 0 ? null : h('p', {}, 'Against the key: ', trained.map((task, i) => [i ? ', ' : '', h('a', {href: at + '/training/' + encodeURIComponent(task.session)}, 'session ' + task.number)])),
    left.length === 0 ? null : h('p', {}, h('a', {class: 'button', href: at + '/code/' + encodeURIComponent(left[0].session)}, begin + left[0].number)),
  ];
}

function compare(sessions, names, at) {
  if (sessions.length === 0) return h('p', {class: 'quiet'}, 'Codings stand side by side once everybody who codes a session has finished it.');
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Sessions'}, h('table', {},
    h('thead', {}, h('tr', {}, ['Session', 'Coders', 'Finished', 'Marked places', 'To settle'].map((words) => h('th', {scope: 'col'}, words)))),
    h('tbody', {}, sessions.map((one, i) => h('tr', {},
      h('td', {}, one.places === null ? 'Session ' + (i + 1) : h('a', {href: at + '/compare/' + encodeURIComponent(one.session)}, 'Session ' + (i + 1))),
      h('td', {}, one.coders.map((coder) => names.get(coder) ?? '–').join(', ') || 'nobody'),
      h('td', {}, one.finished + ' of ' + one.coders.length), h('td', {}, one.places ?? 'still blind'), h('td', {}, one.disputed ?? '–'))))));
}

function results(study, at, open) {
  const alert = h('p', {role: 'alert'});
  return [
    h('p', {class: 'actions'}, h('a', {class: 'button', href: at + '/agreement'}, 'Agreement'), h('a', {class: 'button', href: at + '/themes'}, 'Themes'),
      h('button', {type: 'button', onclick: () => studies.table(study.id).then((csv) => save('codings.csv', csv), (error) => { alert.textContent = error.message; })}, 'All codings as a table (CSV)'),
      h('a', {class: 'button', href: at + '/exchange'}, 'NVivo, ATLAS.ti, MAXQDA …'),
      open ? h('button', {type: 'button', onclick: async () => {
        const {answer} = await ask('Freeze the study?', h('p', {}, 'Nothing can be coded, settled or changed any more. The hash it gets says what was found in what.'), [['go', 'Freeze it', 'danger'], ['no', 'Cancel']]);
        if (answer === 'go') then(() => studies.freeze(study.id), 'Frozen').catch((error) => { alert.textContent = error.message; });
      }}, 'Freeze …') : null), alert,
  ];
}

const ownSession = (tasks, session) => {
  const own = tasks.find((task) => task.session === session);
  return own ? 'your session ' + own.number : 'a session of others';
};

function notes(study, memos, names, tasks) {
  const labels = new Map(study.codes.map((code) => [code.id, code.name]));
  const alert = h('p', {role: 'alert'});
  const form = h('form', {class: 'fields', onsubmit: (event) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    then(() => studies.addMemo(study.id, {on: 'code', subject: said.subject, text: said.text.trim()}), 'Written').catch((error) => { alert.textContent = error.message; });
  }}, field('On the code', h('select', {name: 'subject'}, study.codes.map((code) => h('option', {value: code.id}, code.name)))),
  h('div', {class: 'grow'}, field('Memo', h('input', {name: 'text', required: true, maxlength: 2000, autocomplete: 'off', dir: 'auto'}))), h('button', {type: 'submit'}, 'Write'));
  return [
    memos.length === 0 ? h('p', {class: 'quiet'}, 'None that you may read. Memos on sessions show once the session is open to comparison.') : h('ul', {class: 'plain-list'}, memos.map((memo) => h('li', {},
      h('blockquote', {dir: 'auto'}, memo.text), h('p', {class: 'quiet small'}, (memo.author === who().account ? 'you' : names.get(memo.author) ?? 'somebody') + ', on ' + (memo.on === 'code' ? 'the code “' + (labels.get(memo.subject) ?? memo.subject) + '”' : memo.on === 'session' ? ownSession(tasks, memo.subject) : 'a ' + memo.on))))),
    study.frozen || study.codes.length === 0 ? null : form, alert,
  ];
}
