// What stands where there is nothing yet, and how a client is entered.

import * as api from '../api.js';
import {ask, field, h} from '../dom.js';
import {has} from '../me.js';

/** For those who see no clients at all. */
export function elsewhere() {
  return [h('h1', {}, 'Welcome'), h('div', {class: 'empty'},
    has('researcher') ? h('p', {}, 'You read released, de-identified text only. A corpus appears under Research once a privacy officer has released clients to it; the codebooks are open to you now.') : null,
    has('reviewer') ? h('p', {}, 'You check the de-identification of the clients who are assigned to you, under Release.') : null,
    has('admin') ? h('p', {}, 'You keep accounts and who sees whom, and see no client.') : null,
    h('p', {class: 'actions'}, has('reviewer') ? h('a', {class: 'button', href: '#/release'}, 'Release') : null, has('admin') ? h('a', {class: 'button', href: '#/accounts'}, 'Accounts and ties') : null, has('researcher') ? h('a', {class: 'button', href: '#/research'}, 'Research') : null, h('a', {class: 'button', href: '#/codebooks'}, 'Codebooks')))];
}

export function nobody() {
  return h('div', {class: 'empty'}, h('p', {}, 'Nobody shows here. A client appears as soon as one of those you supervise treats them and the client has agreed to supervision.'));
}

export function welcome(fresh) {
  return h('div', {class: 'empty'},
    h('h2', {}, 'Nobody here yet'),
    h('ol', {},
      h('li', {}, 'Enter a client under a pseudonym, never a real name.'),
      h('li', {}, 'Write down the client’s consent to treatment analysis. Without it nothing can be uploaded.'),
      h('li', {}, 'Drop in a transcript: Zoom, Teams, Otter, Word or plain text.')),
    h('p', {}, fresh),
    h('p', {class: 'quiet'}, 'To look around with invented clients, run ', h('code', {}, './throughline demo'), '.'));
}

/** A new client, with the first consent in the same step. */
export async function newClient() {
  const alert = h('p', {role: 'alert'});
  const form = h('form', {class: 'empty', onsubmit: send},
    field('Pseudonym', h('input', {name: 'pseudonym', required: true, maxlength: 100, autocomplete: 'off'}), 'Never the real name, nothing that points to it.'),
    h('p', {}, field('What treatment is about, in the client’s own words', h('input', {name: 'problem', autocomplete: 'off'}), 'One sentence. You can leave it empty.')),
    h('p', {}, h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'consent'}),
      'The client has agreed that transcripts are analysed for treatment')),
    h('p', {class: 'quiet'}, 'Without this consent nothing can be uploaded. It can be written down, limited or taken back at any time under “Consent and privacy”.'),
    alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Enter the client'), h('a', {href: '#/'}, 'Cancel')));
  return [h('h1', {}, 'New client'), form];

  async function send(event) {
    event.preventDefault();
    const said = new FormData(form);
    const problem = said.get('problem').trim();
    const pseudonym = said.get('pseudonym').trim();
    try {
      if ((await api.clients()).some((one) => one.pseudonym.toLowerCase() === pseudonym.toLowerCase())) {
        const {answer} = await ask('There is a ' + pseudonym + ' already', h('p', {}, 'Two clients under one pseudonym are easily taken for each other, and a transcript for the other’s. Choose another one, unless nothing else will do.'), [['no', 'Choose another', 'main'], ['go', 'Enter a second one']]);
        if (answer !== 'go') return void form.elements.pseudonym.select();
      }
      const client = await api.addClient({pseudonym, problems: problem ? [problem] : []});
      if (said.get('consent')) await api.consent(client.id, 'treatment_analysis', {decision: 'granted'});
      location.hash = '#/clients/' + encodeURIComponent(client.id) + (said.get('consent') ? '/sessions' : '/privacy');
    } catch (error) {
      alert.textContent = error.message;
    }
  }
}
