// Words that the recording says otherwise: laid over the stored text, which stays.

import {at, post} from '../api.js';
import {field, h} from '../dom.js';

/** What stands under the fold: what was said instead of the chosen words. */
export function misheard(reading, turn, form, alert) {
  const said = h('input', {maxlength: 2000, dir: 'auto'});
  return [h('form', {class: 'fields', onsubmit: async (event) => {
    event.preventDefault();
    try {
      await post(at('sessions', reading.shown.id, 'corrections'), {turn: turn.index, ...form.span(), said: said.value});
      reading.again(turn.index);
    } catch (error) {
      alert.textContent = error.message;
    }
  }}, field('What was said', said), h('button', {type: 'submit'}, 'Put it right')),
  h('p', {class: 'quiet small'}, 'The stored text stays. The session is coded anew; codings by people go with their words.')];
}
