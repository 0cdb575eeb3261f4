import * as api from '../api.js';
import {ask, field, h} from '../dom.js';

/** The way in. `done` is called with who it is. */
export function signIn(done, why = null) {
  const alert = h('p', {role: 'alert'});
  const name = h('input', {name: 'name', autocomplete: 'username', required: true, maxlength: 64, autocapitalize: 'off', spellcheck: 'false'});
  const form = h('form', {class: 'empty', onsubmit: send},
    field('Name', name),
    h('p', {}, field('Password', h('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true, maxlength: 256}))),
    field('Code', h('input', {name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 40}),
      'Six digits from your phone app, or a recovery code. Leave it empty in the demo.'),
    alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Sign in')),
    h('p', {class: 'quiet'}, 'No account yet, or a first start? ', h('a', {href: '#/setup'}, 'Set one up'), ' with the one-time secret that the terminal shows, or that your administrator gives you.'));
  return [h('h1', {}, 'Sign in'), why ? h('p', {class: 'notice'}, why) : null, form];

  async function send(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    try {
      done(await api.logIn(said.code ? said : {name: said.name, password: said.password}));
    } catch (error) {
      alert.textContent = error.message;
      form.elements.password.select();
    }
  }
}

/** Asks once more who it is, before an act that cannot be taken back. Answers whether it was proved. */
export async function prove() {
  for (let why = null; ;) {
    const code = h('input', {name: 'code', type: 'password', autocomplete: 'one-time-code', autofocus: true, maxlength: 256});
    const {answer} = await ask('Is it you?', [
      h('p', {}, 'What you are about to do asks for a fresh proof. It holds for five minutes.'),
      why ? h('p', {role: 'alert'}, why) : null,
      field('Code from your phone app (in the demo: your password)', code)], [['go', 'Go on', 'main'], ['no', 'Cancel']]);
    if (answer !== 'go') return false;
    try {
      await api.proof(code.value);
      return true;
    } catch (error) {
      why = error.message;
    }
  }
}
