import * as api from '../api.js';
import * as coders from '../api-models.js';
import {codeLabels, codeTag} from '../constructs.js';
import {day, h, plural, put} from '../dom.js';
import {clientHead} from './client-head.js';

/** What the models that are on see in a client's record; a person decides in the transcript. */
export async function suggestions(id) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'suggestions');
  const [all, labels] = await Promise.all([coders.models(), codeLabels()]);
  const on = all.filter((model) => model.state === 'on');
  const found = h('div', {'aria-live': 'polite'});
  const button = h('button', {type: 'button', class: 'main', onclick: async () => {
    button.disabled = true;
    put(found, h('p', {class: 'quiet'}, 'Reading the record …'));
    try {
      put(found, result(await coders.look(id)));
    } catch (error) {
      put(found, h('p', {role: 'alert'}, error.message));
    }
    button.disabled = false;
  }}, 'Look through the record');
  return [
    clientHead(who, 'suggestions'),
    h('p', {class: 'quiet'}, 'Models that were learned from decisions here suggest what no cue has marked. A suggestion counts in no figure before you confirm it in the transcript.'),
    on.length === 0 ? h('div', {class: 'empty'}, h('h2', {}, 'No model is on'),
      h('p', {}, 'A model is learned code by code, and suggests only after somebody who has read its card switches it on.'), h('p', {}, h('a', {class: 'button', href: '#/models'}, 'Learned models')))
      : [h('p', {class: 'actions'}, 'On:', on.map((model) => codeTag(model.code, labels)), h('a', {href: '#/models'}, 'What they can do')),
        h('p', {class: 'actions'}, button), found],
  ];
}

function result({entries, suggested, waiting}) {
  if (entries === 0) return h('p', {}, 'The record holds no session yet.');
  return [
    h('h2', {}, suggested === 0 ? 'Nothing waits' : plural(suggested, 'suggestion waits', 'suggestions wait')),
    h('p', {}, suggested === 0 ? 'In ' + entries + ' sessions and check-ins the models see nothing that is not marked or judged already.'
      : 'In ' + waiting.length + ' of ' + entries + ' sessions and check-ins. Open one: beside each mark stands which words spoke for it; y confirms, n rejects.'),
    h('ul', {class: 'plain-list waiting'}, waiting.map((one) => h('li', {},
      h('a', {href: '#/sessions/' + encodeURIComponent(one.entry) + '/turn/' + one.turn}, one.number ? 'Session ' + one.number : 'Check-in', ', ', day(one.date)),
      ' ', h('span', {class: 'quiet'}, plural(one.suggested, 'suggestion') + ', the first in turn ' + one.turn)))),
  ];
}
