// Passages that may be about a problem, to be linked to it by whoever knows.

import {all, at, post} from '../api.js';
import {day, h, put, say} from '../dom.js';

/** Lists them in a fold; show(problem) is called with what it is once one is linked. */
export async function offer(client, problem, box, placeOf, show) {
  const list = h('ul', {class: 'plain-list'}, h('li', {class: 'quiet'}, 'Looking …'));
  box.replaceChildren(box.firstChild, list);
  try {
    const found = await all(at('clients', client, 'problems', problem.problem, 'candidates'));
    put(list, found.length === 0 ? h('li', {class: 'quiet'}, 'Nothing offered. Passages come from the words of the problem and from assimilation marks.') : found.slice(0, 12).map((quote) => h('li', {},
      h('blockquote', {dir: 'auto'}, quote.context || quote.quote),
      h('p', {class: 'actions'}, h('span', {class: 'quiet'}, 'session ' + quote.number + ', ' + day(quote.date)), h('button', {type: 'button', class: 'small', onclick: async () => {
        try {
          show(await post(at('clients', client, 'problems', problem.problem, 'passages'), placeOf(quote)));
          say('Linked');
        } catch (error) {
          say(error.message);
        }
      }}, 'It is about this')))));
  } catch (error) {
    put(list, h('li', {class: 'notice'}, error.message));
  }
}
