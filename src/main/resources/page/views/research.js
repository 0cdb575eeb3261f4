import * as studies from '../api-studies.js';
import {field, h, plural} from '../dom.js';

/** Studies over released text, and how one is begun. */
export async function research() {
  const all = await studies.studies();
  return [
    h('h1', {}, 'Research'),
    h('p', {class: 'quiet'}, 'De-identified text of clients who consented to research, released by a privacy officer after review. Names and places that were found are masked, and dates are days since the first session.'),
    h('p', {class: 'actions'}, h('a', {class: 'button', href: '#/research/quotes'}, 'Search the released text')),
    all.length === 0 ? h('div', {class: 'empty'}, h('h2', {}, 'No study yet'), h('ol', {},
      h('li', {}, 'Begin a study: a question, and which sessions it is about.'),
      h('li', {}, 'Pin the corpus, so that everybody codes the same texts.'),
      h('li', {}, 'Write the codes down, and share the sessions out among two coders or more.'),
      h('li', {}, 'Each codes alone; then you see how far they agree, settle what they differ on, and read the themes.')))
      : h('ul', {class: 'cards'}, all.map((one) => h('li', {}, h('a', {class: 'card', href: '#/studies/' + encodeURIComponent(one.id)},
        h('h2', {dir: 'auto'}, one.name), one.question ? h('p', {class: 'problem', dir: 'auto'}, one.question) : null,
        h('p', {class: 'quiet'}, plural(one.sessions, 'session') + ' of ' + plural(one.clients, 'client') + ', ' + plural(one.codes.length, 'code') + ', ' + plural(one.coders.length, 'coder'), one.frozen ? ', frozen' : ''))))),
    h('details', {class: 'block', open: all.length === 0}, h('summary', {}, 'A new study'), beginning()),
  ];
}

function beginning() {
  const alert = h('p', {role: 'alert'});
  const count = (name, label, hint, rest = {}) => field(label, h('input', {type: 'number', name, min: 0, step: 1, ...rest}), hint);
  const form = h('form', {class: 'empty', onsubmit: async (event) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    const criteria = Object.fromEntries(['fromDay', 'toDay', 'leastWords', 'sessionsPerClient', 'clients'].filter((name) => said[name] !== '').map((name) => [name, Number(said[name])]));
    try {
      const made = await studies.begin({name: said.name.trim(), question: said.question.trim(), criteria});
      location.hash = '#/studies/' + encodeURIComponent(made.id);
    } catch (error) {
      alert.textContent = error.message;
    }
  }},
  field('Name', h('input', {name: 'name', required: true, maxlength: 200, autocomplete: 'off', dir: 'auto'})),
  h('p', {}, field('Question', h('input', {name: 'question', maxlength: 500, autocomplete: 'off', dir: 'auto'}), 'What the study asks.')),
  h('fieldset', {}, h('legend', {}, 'Which sessions (leave empty for all)'), h('div', {class: 'fields'},
    count('fromDay', 'From day', 'of treatment, 0 is the first'), count('toDay', 'To day', 'included'),
    count('leastWords', 'Words of the client', 'at least'), count('sessionsPerClient', 'Sessions of each client', 'at most, at random', {min: 1}),
    count('clients', 'Clients', 'at most, at random', {min: 1}))),
  h('p', {class: 'quiet'}, 'The draw is made with a seed that is kept, so that it can be made again.'), alert,
  h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Begin the study')));
  return form;
}
