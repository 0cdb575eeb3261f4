import * as api from '../api.js';
import * as enter from '../api-enter.js';
import {ask, field, h, put} from '../dom.js';

/** Why the identity provider's word was not enough; the address says which. */
const NOT_VOUCHED = {
  'no-answer': 'The identity provider does not answer as it should. Try again later.',
  'declined': 'The identity provider did not let you in.',
  'stale': 'That sign-in was begun elsewhere, was used already, or took longer than ten minutes. Begin again.',
  'untrusted': 'What the identity provider sent could not be verified. Tell your administrator.',
  'not-afresh': 'The identity provider did not ask afresh who you are. Begin again.',
  'too-weak': 'The identity provider let you in with less than is asked for here, such as without a second factor.',
  'unknown': 'You have no account here, or it is locked. An administrator makes accounts and links them to the identity provider.',
};

function notVouched() {
  const [, reason] = location.hash.match(/^#\/sign-in\/([a-z-]+)$/) ?? [];
  if (reason) history.replaceState(null, '', '#/');
  return reason ? words(reason) : null;
}

function words(reason) {
  return Object.hasOwn(NOT_VOUCHED, reason) ? NOT_VOUCHED[reason] : 'The identity provider did not say who you are.';
}

/** Back from the identity provider with a proof that does not count, while the login holds on. */
export function refused(reason) {
  return [h('h1', {}, 'Nothing was proved'), h('p', {class: 'notice'}, words(reason)),
    h('p', {}, 'You are still signed in. If another tab asked for the proof, close this one and go on there. ', h('a', {href: '#/'}, 'Back to the caseload'))];
}

/** The way in. `done` is called with who it is. */
export async function signIn(done, why = null) {
  const told = why ?? notVouched();
  const {name: provider} = await enter.provider().catch(() => ({name: null}));
  const alert = h('p', {role: 'alert'});
  const name = h('input', {name: 'name', autocomplete: 'username', required: true, maxlength: 64, autocapitalize: 'off', spellcheck: 'false'});
  const form = h('form', {class: 'empty', onsubmit: send},
    field('Name', name),
    h('p', {}, field('Password', h('input', {name: 'password', type: 'password', autocomplete: 'current-password', required: true, maxlength: 256}))),
    field('Code', h('input', {name: 'code', autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 40}),
      'Six digits from your phone app, or a recovery code. Leave it empty in the demo.'),
    alert,
    h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Sign in'),
      provider ? h('button', {type: 'button', onclick: there}, 'Sign in with ' + provider) : null),
    h('p', {class: 'quiet'}, 'No account yet, or a first start? ', h('a', {href: '#/setup'}, 'Set one up'), ' with the one-time secret that the terminal shows, or that your administrator gives you.'));
  return [h('h1', {}, 'Sign in'), told ? h('p', {class: 'notice'}, told) : null, form];

  async function there() {
    try {
      location.assign((await enter.beginAtProvider()).address);
    } catch (error) {
      alert.textContent = error.message;
    }
  }

  async function send(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(form));
    try {
      done(await enter.logIn(said.code ? said : {name: said.name, password: said.password}));
    } catch (error) {
      alert.textContent = error.message;
      form.elements.password.select();
    }
  }
}

/** Asks once more who it is, before an act that cannot be taken back. Answers whether it was proved. */
export async function prove() {
  const {provider} = await api.me();
  for (let why = null; ;) {
    const code = h('input', {name: 'code', type: 'password', autocomplete: 'one-time-code', autofocus: true, maxlength: 256});
    const {answer} = await ask('Is it you?', [
      h('p', {}, 'What you are about to do asks for a fresh proof. It holds for five minutes.'),
      why ? h('p', {role: 'alert'}, why) : null,
      provider ? h('p', {class: 'actions'}, h('button', {type: 'button', onclick: (event) => elsewhere(event.target)}, 'Prove it with ' + provider),
        ' in a new tab, then go on here. Or:') : null,
      field('Code from your phone app (in the demo: your password)', code)], [['go', 'Go on', 'main'], ['no', 'Cancel']]);
    if (answer !== 'go') return false;
    try {
      if (provider && !code.value && (await api.me()).provedUntil) return true;
      await enter.proof(code.value);
      return true;
    } catch (error) {
      why = error.message;
    }
  }
}

/** In a tab of its own, so that nothing begun here is lost; opened at the click, or browsers would block it. */
async function elsewhere(button) {
  const tab = open('', '_blank');
  const told = button.parentElement.querySelector('[role=alert]') ?? button.parentElement.appendChild(h('span', {role: 'alert'}));
  put(told);
  try {
    const {address} = await enter.proveAtProvider();
    if (tab) {
      tab.opener = null;
      tab.location.replace(address);
    } else {
      put(told, ' ', h('a', {href: address, target: '_blank', rel: 'noopener'}, 'The browser opened no tab: open it here'));
    }
  } catch (error) {
    tab?.close();
    put(told, ' ' + error.message);
  }
}
