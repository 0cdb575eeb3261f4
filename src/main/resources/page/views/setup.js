import * as enter from '../api-enter.js';
import {field, h, put, s, save} from '../dom.js';

/** The first start of an account: a one-time secret, a password, a phone app. */
export async function setUp(query) {
  const box = h('div', {});
  const alert = h('p', {role: 'alert'});
  const form = h('form', {class: 'empty', onsubmit: send},
    field('One-time secret', h('input', {name: 'token', required: true, maxlength: 100, autocomplete: 'off', value: query.get('token') ?? ''}),
      'The terminal shows it at the first start; later ones come from your administrator. It is good once, for a day.'),
    h('p', {}, field('New password', h('input', {name: 'password', type: 'password', minlength: 12, maxlength: 256, required: true, autocomplete: 'new-password'}),
      'At least twelve characters. Several unrelated words are easy to remember and hard to guess.')),
    alert, h('p', {class: 'actions'}, h('button', {type: 'submit'}, 'Set up the account'), h('a', {href: '#/'}, 'Back to signing in')));
  put(box, form);
  return [h('h1', {}, 'Set up an account'), box];

  async function send(event) {
    event.preventDefault();
    try {
      put(box, enrolled(await enter.setUp(Object.fromEntries(new FormData(form)))));
    } catch (error) {
      alert.textContent = error.message;
    }
  }
}

/** The QR code, black on white in every colour scheme, as cameras want it. */
function picture({size, path}) {
  return s('svg', {viewBox: `-4 -4 ${size + 8} ${size + 8}`, class: 'qr', role: 'img', 'aria-label': 'QR code for the phone app; the same as the key below'},
    s('rect', {x: -4, y: -4, width: size + 8, height: size + 8, fill: '#fff'}), s('path', {d: path, fill: '#000', 'shape-rendering': 'crispEdges'}));
}

/** What a phone app and a pocket take, once. `first` says what it begins with, `leave` where it goes on. */
export function enrolled(one, first = h('li', {}, 'Your name for signing in is ', h('strong', {}, one.name), '.'), leave = h('a', {class: 'button', href: '#/'}, 'Sign in')) {
  return h('div', {class: 'empty'},
    h('h2', {}, 'Two things to keep, shown only now'),
    h('ol', {},
      first,
      h('li', {}, 'Open a phone app for codes (any that does six digits every 30 seconds), and scan: ', picture(one.totpPicture), 'Where it cannot scan, choose “enter a key” and type: ',
        h('p', {}, h('code', {class: 'secret'}, one.totpSecret.replace(/(.{4})/g, '$1 ').trim())), h('p', {class: 'quiet'}, 'On the phone itself: ', h('a', {href: one.totpAddress}, 'open in the app'))),
      h('li', {}, 'Print these codes. Each signs you in once if the phone is lost:', h('ul', {class: 'words-line'}, one.recoveryCodes.map((code) => h('li', {}, h('code', {}, code)))))),
    h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => save('recovery-codes.txt', one.recoveryCodes.join('\n') + '\n')}, 'Save the codes'),
      h('button', {type: 'button', onclick: () => print()}, 'Print'), leave));
}
