// What can be done with all quotes that answer: keep the question, code them, hand them out.

import * as api from '../api.js';
import * as many from '../api-quotes.js';
import {ask, field, h, moment, plural, put, save, say} from '../dom.js';
import {quoteCard} from './quote-card.js';
import {given, PER_PAGE} from './asking.js';
import {BATCH, told} from './quotes.js';

/** The question, under a name. */
export async function keep(search) {
  const name = h('input', {required: true, maxlength: 120, value: search.asked.q || search.labels.get(search.asked.code) || search.asked.code || search.oneLine()});
  const {answer} = await ask('Save this search', [field('Name', name), h('p', {class: 'quiet'}, 'Only the question is kept, for yourself. Its answers are looked up anew each time.')], [['go', 'Save', 'main'], ['no', 'Cancel']]);
  if (answer !== 'go') return;
  await told(async () => { await many.keepSearch(name.value.trim(), search.oneLine()); }, 'Saved: it is listed under Quotes');
}

/** One code on every turn that answers, as one batch that can be taken back. */
export async function code(search) {
  const books = await api.codebooks();
  const code = h('select', {}, books.map((book) => h('optgroup', {label: book.id}, book.codes.map((one) => h('option', {value: one.id}, one.label)))));
  const {answer} = await ask('Apply a code', [
    h('p', {}, 'The words found get this code, as yours, in all ' + search.count.textContent.split(',')[0] + '. It can be taken back as one.'), field('Code', code)],
  [['go', 'Apply', 'main'], ['no', 'Cancel']]);
  if (answer !== 'go') return;
  try {
    const {batch, skipped} = await many.codeQuotes({...search.question(), apply: code.value});
    localStorage.setItem(BATCH, batch.id);
    const back = h('button', {type: 'button', class: 'plain', onclick: () => told(async () => { await takeBack(batch.id, back); }, 'Taken back')}, 'Take it back');
    search.list.before(h('p', {class: 'good', role: 'status'}, plural(batch.codings.length, 'coding') + ' added' + (skipped ? ', ' + skipped + ' were yours already' : '') + '. ', back));
  } catch (error) {
    say(error.message);
  }
}

async function takeBack(batch, button) {
  await many.undoBatch(batch);
  localStorage.removeItem(BATCH);
  button.parentElement.remove();
}

/** Codes that were applied to a search, after one has left it; nothing once they are gone. */
export async function lastBatch() {
  const batch = await many.batch(localStorage.getItem(BATCH)).catch(() => null);
  if (!batch?.standing) return void localStorage.removeItem(BATCH);
  const back = h('button', {type: 'button', class: 'plain', onclick: () => told(() => takeBack(batch.id, back), 'Taken back')}, 'Take it back');
  return h('p', {class: 'quiet'}, 'On ' + moment(batch.at) + ' you applied a code to ' + plural(batch.standing, 'place') + ' at once. ', back);
}

/** What is shown goes out at once; all that answers takes consents and a fresh proof. */
export async function hand(search) {
  const format = h('select', {}, [['text/csv', 'table (CSV)'], ['text/markdown', 'Markdown'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word']].map(([value, words]) => h('option', {value}, words)));
  const {answer} = await ask('Export quotes', [
    h('p', {}, 'Quotes leave the practice only for clients who consented to export and to verbatim quotes. It is written down, and takes a fresh proof of who you are.'), field('As', format)],
  [['go', 'Export', 'main'], ['no', 'Cancel']]);
  if (answer !== 'go') return;
  const [kind, ending] = {'text/csv': ['csv', '.csv'], 'text/markdown': ['markdown', '.md']}[format.value] ?? ['docx', '.docx'];
  await told(async () => save('quotes' + ending, await many.exportQuotes({...search.question(), format: kind}, format.value)), 'Exported');
}

const REASONS = [['safety', 'the client’s safety, or somebody else’s'], ['safeguarding', 'the protection of a child or a vulnerable adult'], ['identity_check', 'making sure it is the right client'], ['legal_duty', 'a legal duty']];

/** One turn with its names, for a reason that is written down. */
export async function reveal(quote, button) {
  const reason = h('select', {}, REASONS.map(([value, words]) => h('option', {value}, words)));
  const {answer} = await ask('Show the names in this turn?', [h('p', {}, 'This one turn is shown as it was said. It takes a fresh proof of who you are; that you looked, and why, is written down for the client’s record.'), field('It is for', reason)],
    [['go', 'Show them', 'main'], ['no', 'Cancel']]);
  if (answer !== 'go') return;
  const {text} = await many.reveal(quote.entry, quote.turn, reason.value);
  put(button.closest('figure').querySelector('blockquote'), text);
  button.remove();
}

/** By the meaning of whole sentences: like a quote, or like a wording of the reader's own. */
export async function alike(search) {
  const [entry, turn] = search.asked.like.split('.');
  const {q, client} = search.asked;
  const {model} = search.constructor;
  const known = model && model.entry === entry && String(model.turn) === turn;
  try {
    const found = await many.quotesLike(given({...(entry ? {entry, turn} : {text: q}), client, limit: PER_PAGE}));
    return h('section', {},
      h('h2', {}, entry ? 'More like this quote' : 'Like “' + q + '”'),
      known ? h('div', {class: 'file'}, quoteCard(model, {name: search.names.get(model.client), labels: search.labels})) : null,
      h('p', {class: 'quiet'}, 'Found by a model of meanings that was never taught therapy and runs on this machine: a help in finding, never a finding. The likest come first; a likeness near 0 says nothing.'),
      found.partial ? h('p', {class: 'notice'}, 'Some sentences still wait for their turn: search again in a while for the rest.') : null,
      found.items.length === 0 ? h('p', {class: 'quiet'}, 'Nothing is like it among the words you may see.') : found.items.map((quote) => search.card(quote)));
  } catch (error) {
    if (error.status !== 409) throw error;
    return h('div', {class: 'empty'}, h('h2', {}, 'Finding by meaning is switched off'),
      h('p', {}, 'Whoever runs Throughline here can switch it on: ', h('code', {class: 'one-line'}, './throughline serve --likeness'), '. It works on this machine alone; it takes disk space and some time for each transcript, so it is off until somebody wants it.'),
      h('p', {}, 'Searching for words and codes works as ever.'));
  }
}
