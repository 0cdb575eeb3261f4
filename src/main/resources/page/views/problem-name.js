import {at, once, post} from '../api.js';
import {field, h, say} from '../dom.js';

/** Names a problem that treatment is about. */
export function name(client) {
  const alert = h('p', {role: 'alert'});
  const words = h('input', {name: 'words', required: true, maxlength: 500, autocomplete: 'off', autofocus: true, dir: 'auto'});
  const form = h('form', {class: 'file', onsubmit: async (event) => {
    event.preventDefault();
    try {
      await post(at('clients', client, 'problems'), {words: words.value.trim(), byClient: form.elements.byClient.checked}, once());
      say('Named');
      dispatchEvent(new HashChangeEvent('hashchange', {oldURL: location.href, newURL: location.href}));
    } catch (error) {
      alert.textContent = error.message;
    }
  }},
  field('The problem, in one sentence', words),
  h('p', {}, h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'byClient'}), 'These are the client’s own words')), alert,
  h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Name it')));
  setTimeout(() => words.focus());
  return form;
}
