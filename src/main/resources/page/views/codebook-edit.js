import * as api from '../api.js';
import * as shelf from '../api-codebooks.js';
import {codeLabels, constructLabel} from '../constructs.js';
import {day, h, plural, put, say} from '../dom.js';
import {changedLines} from './codebooks.js';

const PAUSE = 700;

/** A codebook's text with its problems beside it while one types, and what it would change. */
export async function edit(name) {
  const [source, labels, clients] = await Promise.all([shelf.codebookSource(name), codeLabels(), api.clients().catch(() => [])]);
  const names = new Map(clients.map((client) => [client.id, client.pseudonym]));
  const text = h('textarea', {class: 'source', spellcheck: 'false', wrap: 'off', 'aria-label': 'Text of the codebook ' + name});
  text.value = source;
  const found = h('div', {'aria-live': 'polite'});
  const effect = h('div', {'aria-live': 'polite'});
  const alert = h('p', {role: 'alert'});
  const keep = h('button', {type: 'button', class: 'main', disabled: true, onclick: send}, 'Save');
  let timer = 0;
  let round = 0;
  text.addEventListener('input', () => {
    keep.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  put(found, h('p', {class: 'quiet'}, 'Change the text: it is checked as you type. Every example has to hold and the version has to be a new one.'));
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/codebooks/' + encodeURIComponent(name)}, '← ' + constructLabel(name))),
    h('h1', {}, 'Edit ' + name),
    h('div', {class: 'editor'},
      h('div', {}, text),
      h('div', {}, h('h2', {}, 'Checks'), found,
        h('p', {class: 'actions'}, keep,
          h('button', {type: 'button', onclick: preview}, 'What would change'),
          h('button', {type: 'button', class: 'plain', onclick: () => { text.value = source; check(); }}, 'Start over')),
        alert, effect)),
  ];

  async function check() {
    const mine = ++round;
    if (text.value === source) {
      keep.disabled = true;
      return void put(found, h('p', {class: 'quiet'}, 'Nothing is changed yet.'));
    }
    try {
      const result = await shelf.checkCodebook(name, text.value);
      if (mine !== round) return;
      keep.disabled = result.problems.length > 0;
      put(found, result.problems.length === 0
        ? h('p', {class: 'good'}, 'All well: ' + plural(result.codes, 'code') + ', ' + plural(result.examples, 'example') + ' hold.')
        : [h('p', {class: 'notice'}, plural(result.problems.length, 'problem') + ' to mend before it can be saved:'),
          h('ul', {class: 'problems'}, result.problems.map((problem) => h('li', {},
            problem.line > 0 ? h('button', {type: 'button', class: 'plain', onclick: () => go(problem.line)}, 'line ' + problem.line) : null, ' ', problem.message)))]);
    } catch (error) {
      if (mine === round) put(found, h('p', {role: 'alert'}, error.message));
    }
  }

  function go(line) {
    const lines = text.value.split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(from, from + lines[line - 1].length);
    text.scrollTop = (line - 5) * parseFloat(getComputedStyle(text).lineHeight);
  }

  async function preview() {
    alert.textContent = '';
    put(effect, h('p', {class: 'quiet', role: 'status'}, 'Coding your newest sessions with both texts …'));
    try {
      put(effect, shown(await shelf.previewCodebook(name, text.value)));
    } catch (error) {
      put(effect, h('p', {class: 'notice'}, error.message));
    }
  }

  function shown(result) {
    const moved = result.codes.filter((code) => code.before !== code.after);
    return [
      h('h2', {}, 'What would change'),
      h('p', {class: 'quiet'}, 'Tried on ' + (result.sessions === result.of ? 'all ' + result.of : 'the newest ' + result.sessions + ' of ' + result.of) + ' of your sessions. What is coded already stays as it is.'),
      result.sessions === 0 ? h('p', {}, 'There is no session of yours to try it on.') : null,
      moved.length === 0 ? h('p', {}, 'No code would be found more or less often.') : h('div', {class: 'table'}, h('table', {},
        h('thead', {}, h('tr', {}, ['Code', 'Now', 'Then'].map((head) => h('th', {scope: 'col'}, head)))),
        h('tbody', {}, moved.map((code) => h('tr', {}, h('td', {}, labels.get(code.code) ?? code.code), h('td', {}, code.before), h('td', {}, code.after)))))),
      h('ul', {class: 'plain-list'}, result.changes.slice(0, 60).map((change) => h('li', {},
        h('span', {class: 'tag'}, change.appears ? '+ comes' : '− goes'), ' ', labels.get(change.code) ?? change.code, ': ',
        h('a', {href: '#/sessions/' + encodeURIComponent(change.session) + '/turn/' + change.turn}, h('q', {dir: 'auto'}, change.quote)),
        h('span', {class: 'quiet small'}, ' ' + (names.get(change.client) ?? '') + ', session ' + change.number + ', ' + day(change.date))))),
      h('details', {}, h('summary', {}, 'Changed lines'), changedLines(source, text.value)),
    ];
  }

  async function send() {
    alert.textContent = '';
    try {
      await shelf.saveCodebook(name, text.value);
      api.forgetCodebooks();
      say('Saved: new transcripts are coded with it');
      location.hash = '#/codebooks/' + encodeURIComponent(name);
    } catch (error) {
      alert.textContent = error.message;
      check();
    }
  }
}
