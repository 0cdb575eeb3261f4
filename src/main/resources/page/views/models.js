// Coders learned from people's decisions: learned, read about, switched on and off, one code at a time.

import * as api from '../api.js';
import * as coders from '../api-models.js';
import {codeLabels, constructLabel, lineOf, constructOf} from '../constructs.js';
import {ask, day, field, h, plural, put, say} from '../dom.js';
import {has, who} from '../me.js';
import {inPercent, shareBar} from './share-bar.js';

export async function models(query) {
  const [books, labels] = await Promise.all([api.codebooks(), codeLabels()]);
  const mayChange = has('clinician', 'supervisor', 'researcher');
  const shown = h('div', {class: 'block'});
  await fresh();
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/codebooks'}, '← Codebooks')),
    h('h1', {}, 'Learned models'),
    h('p', {class: 'quiet'}, 'What people confirm, reject and add can teach a model what the cues of a code miss. It suggests only after somebody who has read its card switches it on; what it suggests is marked as the model’s and counts in no figure before a person confirms it.'),
    mayChange ? learning() : null, shown,
  ];

  /** Answers with the code's card, if there is one. */
  async function fresh(code = null) {
    const all = await coders.models();
    const byCode = new Map();
    for (const model of all) byCode.set(model.code, [...byCode.get(model.code) ?? [], model]);
    put(shown, byCode.size === 0 ? empty() : [...byCode.values()].map((versions) => card(versions)));
    return code === null ? null : document.getElementById('model-' + code);
  }

  /** The first of the versions is the newest. */
  function card([model, ...earlier]) {
    const told = h('p', {role: 'status'});
    const alert = h('p', {role: 'alert'});
    const name = labels.get(model.code) ?? model.code;
    const {card: figures} = model;
    const acts = h('p', {class: 'actions no-print'},
      model.state === 'gone' ? null : model.state === 'on'
        ? act('Switch off', async () => {
          const {answer} = await ask('Switch the model of ' + name + ' off?', h('p', {}, 'It suggests nothing more, and what it suggested and nobody has judged goes. What people confirmed stays.'), [['go', 'Switch it off', 'main'], ['no', 'Cancel']]);
          return answer === 'go' && change(() => coders.switchTo(model.code, model.version, false), 'Off');
        })
        : act('Switch on', () => change(() => coders.switchTo(model.code, model.version, true), 'On: it suggests in what is uploaded from now on'), 'main'),
      model.state === 'gone' ? null : act('Check it', async () => { told.textContent = checked(await coders.verify(model.code)); }),
      act(model.state === 'gone' ? 'Learn it again' : 'Learn it anew', () => change(() => coders.learn(model.code), 'Learned: read its card before you switch it on')));
    return h('article', {class: 'file model', id: 'model-' + model.code, tabindex: -1, 'aria-label': name},
      h('h2', {}, h('span', {class: 'sample ' + lineOf(constructOf(model.code))}, name), ' ', h('span', {class: 'tag'}, model.state === 'gone' ? 'gone' : model.state),
        ' ', h('code', {class: 'quiet small'}, model.code + ', version ' + model.version)),
      h('p', {class: model.state === 'gone' ? 'notice' : null}, standing(model)),
      h('p', {}, 'Learned from ' + plural(figures.judged.n, 'sentence') + ' that people judged, of which ' + figures.judged.k + (figures.judged.k === 1 ? ' carries' : ' carry') + ' the code, and ' + figures.unmarked.toLocaleString() + ' that nobody marked, of ' + plural(figures.clients, 'client') + '. '
        + 'Measured in ' + figures.folds + ' folds of whole clients: none is both in what taught it and in what it was tried on.'),
      measures(figures), mayChange ? [acts, told, alert] : null,
      h('details', {}, h('summary', {}, 'How it was made'), h('p', {class: 'small'}, 'From ' + figures.recipe.features + '; ' + figures.recipe.algorithm + '; says yes from ' + figures.recipe.threshold + ' on; seed ' + figures.recipe.seed + '.'),
        h('p', {class: 'small quiet'}, 'SHA-256 ', h('code', {}, model.hash), ', on each of its suggestions.')),
      earlier.length === 0 ? null : h('details', {}, h('summary', {}, 'Earlier versions'), h('ul', {}, earlier.map((one) =>
        h('li', {}, h('strong', {}, 'Version ' + one.version + ', ' + day(one.learned)), one.because ? ': ' + one.because + '. ' : '. ', h('span', {class: 'quiet'}, one.says))))));

    function act(words, run, kind = null) {
      return h('button', {type: 'button', class: kind, onclick: async (event) => {
        const button = event.target;
        alert.textContent = '';
        told.textContent = 'One moment …';
        button.disabled = true;
        try {
          await run();
        } catch (error) {
          alert.textContent = error.message;
        }
        button.disabled = false;
        if (told.textContent === 'One moment …') told.textContent = '';
      }}, words);
    }

    async function change(run, words) {
      await run();
      say(words);
      (await fresh(model.code))?.focus();
    }
  }

  function learning() {
    const told = h('div', {'aria-live': 'polite'});
    const chosen = query.get('code');
    const learnable = books.filter((book) => book.id !== 'safety');
    const button = h('button', {type: 'submit'}, 'Learn it');
    const form = h('form', {class: 'fields no-print', onsubmit: async (event) => {
      event.preventDefault();
      const code = new FormData(form).get('code');
      button.disabled = true;
      put(told, h('p', {class: 'quiet'}, 'Reading what people decided, and learning …'));
      try {
        await coders.learn(code);
        put(told);
        say('Learned: read its card before you switch it on');
        (await fresh(code))?.focus();
      } catch (error) {
        put(told, h('div', {class: 'empty', role: 'alert'}, h('h2', {}, error.problem?.title ?? 'That did not work'), h('p', {}, error.message),
          error.kind === 'too-little-to-learn-from' ? h('p', {}, 'Confirm, reject and add marks of this code with more clients, and ask them whether a model may be trained with their words (each client’s Consent and privacy). Then try again.') : null));
      }
      button.disabled = false;
    }}, field('Code', h('select', {name: 'code'}, learnable.map((book) => h('optgroup', {label: constructLabel(book.id)}, book.codes.map((code) =>
      h('option', {value: code.id, selected: code.id === chosen}, code.label)))))), button);
    return [form, h('p', {class: 'quiet small no-print'}, 'Talk of safety is not learned: a model that misses some of it would be taken for a watch that is kept.'), told];
  }
}

function standing(model) {
  if (model.state === 'gone') return 'Gone: ' + model.because + '. What people confirmed of its suggestions stays.';
  const learned = 'Learned on ' + day(model.learned) + (model.learnedBy === who()?.account ? ' by you' : '') + '. ';
  return model.state === 'on'
    ? learned + 'On since ' + day(model.switchedOn) + ': it suggests in what is uploaded, and where somebody looks through a client’s record (at the client, Suggestions).'
    : learned + 'Off: it suggests nothing.';
}

function checked({lessons, there, same}) {
  return (there === lessons ? 'All ' + plural(lessons, 'sentence') + ' are still there. ' : there + ' of ' + plural(lessons, 'sentence') + ' are still there. ')
    + (same ? 'Learned from them again, the model is the same to the last bit.' : 'Learned from what is there, the model is another one: learn it anew.');
}

/** Shares with what they are shares of, and with their interval; never a bare number. */
function measures({judged, precision, recall, elsewhere}) {
  const always = judged.k / judged.n;
  const row = (words, share, hint = null, mark = null) => h('tr', {},
    h('th', {scope: 'row'}, words, hint ? h('div', {class: 'quiet small'}, hint) : null),
    h('td', {}, share.low === null ? 'nothing to measure it on'
      : [share.k + ' of ' + share.n + ', ', h('span', {class: 'one-line'}, inPercent(share.low) + ' to ' + inPercent(share.high) + ' %'), shareBar(share, mark)]));
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'What it can do'}, h('table', {},
    h('thead', {}, h('tr', {}, ['On clients it was not taught by', 'Counted, 95 % interval'].map((words) => h('th', {scope: 'col'}, words)))),
    h('tbody', {},
      row('Its suggestions that are right', precision, 'who always says yes is right in ' + judged.k + ' of ' + judged.n + ' (the dashed line)', always),
      row('It finds, of what carries the code', recall),
      row('It speaks up at what nobody marked', elsewhere, 'some of it missed so far, some of it wrong'))));
}

function empty() {
  return h('div', {class: 'empty'}, h('h2', {}, 'Nothing is learned yet'), h('ol', {},
    h('li', {}, 'Decide about marks in transcripts: confirm, reject, and add what the cues missed.'),
    h('li', {}, 'It takes at least five clients who agreed that a model may be trained with their words: ask them, and write the answer down under Consent and privacy.'),
    h('li', {}, 'Learn a code here and read its card: how often it is right, and what it finds, on clients it was not taught by.'),
    h('li', {}, 'If that is worth a reader’s time, switch it on.')));
}
