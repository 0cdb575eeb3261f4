import * as api from '../api.js';
import {field, h, say, today} from '../dom.js';
import {clientHead} from './client-head.js';

const PROMPTS = [
  ['one_question', 'How has it been since we last met?', 'textarea'],
  ['one_word', 'One word for this week', 'input'],
  ['chapter_title', 'If this week were a chapter, its title', 'input'],
];

/** What the client writes between sessions, entered in a few seconds. */
export async function checkIns(id) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'check-ins');
  return [clientHead(who, 'check-ins'), h('section', {}, h('h2', {}, 'New check-in'), entry(id))];
}

function entry(id) {
  const alert = h('p', {role: 'alert'});
  const form = h('form', {class: 'empty', onsubmit: send},
    field('Date', h('input', {type: 'date', name: 'date', value: today(), max: today(), required: true})),
    PROMPTS.map(([name, words, kind]) => h('p', {}, field(words, h(kind, {name, maxlength: kind === 'input' ? 200 : 20000, rows: kind === 'textarea' ? 3 : null, autocomplete: 'off', dir: 'auto'})))),
    alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Keep'), h('span', {class: 'quiet'}, 'The client’s own words. What is left empty is not asked.')));
  return form;

  async function send(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    const given = PROMPTS.filter(([name]) => said[name].trim());
    if (given.length === 0) return void (alert.textContent = 'Write down at least one answer.');
    try {
      for (const [prompt] of given) await api.addCheckIn(id, {date: said.date, prompt, text: said[prompt].trim()});
      alert.textContent = '';
      for (const [name] of PROMPTS) form.elements[name].value = '';
      say('Kept');
    } catch (error) {
      alert.textContent = error.message;
    }
  }
}
