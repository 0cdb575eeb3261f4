// A session that was planned and did not take place: a gap in a chart is never read as a zero.

import {at, once, post} from '../api.js';
import {field, h, say, today} from '../dom.js';

/** What stands under the fold; kept(missed) is called with what was written down. */
export function missedForm(id, kept) {
  const alert = h('p', {role: 'alert'});
  const form = h('form', {class: 'fields', onsubmit: async (event) => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    try {
      kept(await post(at('clients', id, 'missed-sessions'), said, once()));
      form.reset();
      alert.textContent = '';
      say('Written down');
    } catch (error) {
      alert.textContent = error.message;
    }
  }},
  field('Planned for', h('input', {type: 'date', name: 'date', required: true, max: today()})),
  h('div', {class: 'grow'}, field('Why, if somebody said', h('input', {name: 'reason', maxlength: 500}))),
  h('button', {type: 'submit'}, 'Write down'));
  return [form, alert];
}
