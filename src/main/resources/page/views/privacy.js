import * as api from '../api.js';
import * as keeping from '../api-privacy.js';
import {ask, day, field, h, moment, plural, put, save, say} from '../dom.js';
import {has} from '../me.js';
import {clientHead} from './client-head.js';

const SCOPES = [
  ['treatment_analysis', 'Treatment analysis', 'Transcripts are read and coded for treatment. Without it nothing is kept or shown.',
    'From this moment nothing about this client is read, coded, shown or found by a search. What is kept stays sealed until the client agrees again or is erased.'],
  ['supervision', 'Supervision', 'The supervisor may see figures of this client.',
    'From this moment the supervisor sees nothing of this client.'],
  ['quote_verbatim', 'Verbatim quotes', 'The client’s very words may be shown to the supervisor and in released text.',
    'From this moment no verbatim words of this client are shown outside treatment.'],
  ['research', 'Research', 'De-identified text may go into a research corpus.',
    'Released text of this client is withdrawn: its key is destroyed, and that cannot be undone. Copies that left the practice are out of reach.'],
  ['external_export', 'Export', 'A report may leave the practice.',
    'From this moment no report about this client may leave the practice.'],
  ['model_training', 'Training a model', 'Words may be used to train a model. Off unless the client says yes to this by itself.',
    'From this moment no words of this client are used to train a model. A model trained before keeps what it learned.'],
];

/** What the client agreed to and since when; who looked; taking everything away. */
export async function privacy(id) {
  const [who, given] = await Promise.all([api.client(id), api.consents(id)]);
  const history = h('div', {});
  const table = h('div', {});
  show();
  return [
    clientHead(who, 'privacy'),
    h('section', {}, h('h2', {}, 'What the client agreed to'), table),
    h('section', {}, h('h2', {}, 'Every answer, in order'), history),
    has('privacy_officer', 'admin') ? h('section', {}, h('h2', {}, 'Who looked'), log()) : null,
    has('clinician') ? h('section', {}, h('h2', {}, 'Identity card'), h('p', {class: 'quiet'}, 'Names, places and numbers that tell who the client is, so that they are found before anything goes to research.'),
      h('p', {}, h('a', {class: 'button', href: '#/release/' + encodeURIComponent(id) + '/card'}, 'Open the card'))) : null,
    has('clinician') ? h('section', {}, h('h2', {}, 'Hand everything out'), handOut()) : null,
    has('privacy_officer') ? h('section', {}, h('h2', {}, 'Erase'), eraser()) : null,
  ];

  /** The audit log of this client. */
  function log() {
    const box = h('div', {}, h('p', {class: 'actions'}, h('button', {type: 'button', onclick: async () => {
      try {
        const {items} = await keeping.audit(id);
        const runs = items.reduce((all, event) => same(all.at(-1)?.event, event) ? (all.at(-1).many++, all) : [...all, {event, many: 1}], []);
        put(box, items.length === 0 ? h('p', {class: 'quiet'}, 'Nothing is in the log yet.') : h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Who looked'}, h('table', {},
          h('thead', {}, h('tr', {}, ['When', 'Account', 'As', 'What', 'Detail'].map((head) => h('th', {scope: 'col'}, head)))),
          h('tbody', {}, runs.map(({event, many}) => h('tr', {}, h('td', {class: 'one-line'}, moment(event.at)), h('td', {}, event.name ?? h('code', {}, event.account.length > 20 ? event.account.slice(0, 8) : event.account)), h('td', {}, event.role.replaceAll('_', ' ').replaceAll('+', ', ')), h('td', {class: 'one-line'}, event.action, many > 1 ? h('span', {class: 'quiet'}, ' × ' + many) : null), h('td', {class: 'words quiet'}, event.detail)))))));
      } catch (error) {
        say(error.message);
      }
    }}, 'Show the log'), h('span', {class: 'quiet'}, 'The last 100 events. It holds ids, counts and hashes, never words; looking is written down too.')));
    return box;
  }

  /** All that is kept, as one archive. */
  function handOut() {
    const alert = h('p', {role: 'alert'});
    return [h('p', {class: 'quiet'}, 'One archive with everything that is kept: transcripts as they came, codings, consents. It takes the consent to export and a fresh proof of who you are. What is handed out is out of our hands.'),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: async () => {
        try {
          save(who.pseudonym.replace(/[^\p{L}\p{N}-]+/gu, '-') + '.zip', await keeping.exportClient(id));
          say('Exported');
        } catch (error) {
          alert.textContent = error.message;
        }
      }}, 'Export everything')), alert];
  }

  /** For good, by destroying the keys. */
  function eraser() {
    const box = h('div', {}, h('p', {}, 'Erasing destroys the keys to everything about this client, deletes the rows and empties the index. It cannot be undone.'),
      h('p', {class: 'actions'}, h('button', {type: 'button', class: 'danger', onclick: go}, 'Erase this client …')));
    return box;

    async function go() {
      const typed = h('input', {autocomplete: 'off'});
      const {answer} = await ask('Erase ' + who.pseudonym + ' for good?', [
        h('p', {}, 'Everything about this client is destroyed. Backups of the keys run out by themselves; exports that left are out of reach. You get a certificate that says so.'),
        field('Type the pseudonym to go on', typed)], [['go', 'Erase for good', 'danger'], ['no', 'Cancel']]);
      if (answer !== 'go') return;
      if (typed.value.trim() !== who.pseudonym) return void say('The pseudonym does not match; nothing was erased');
      try {
        const certificate = await keeping.erase(id);
        put(document.getElementById('main'), erased(certificate));
      } catch (error) {
        say(error.message);
      }
    }
  }

  function show() {
    put(table, h('ul', {class: 'plain-list consents'}, SCOPES.map((scope) => question(scope))));
    put(history, given.length === 0
      ? h('p', {class: 'quiet'}, 'Nothing has been written down yet. Ask the client, then record each answer above, the refusals too.')
      : h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Consent history'}, h('table', {},
        h('thead', {}, h('tr', {}, ['Question', 'Answer', 'From', 'Until', 'Written down'].map((head) => h('th', {scope: 'col'}, head)))),
        h('tbody', {}, [...given].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt)).map((one) => h('tr', {},
          h('td', {}, SCOPES.find(([scope]) => scope === one.scope)?.[1] ?? one.scope),
          h('td', {}, one.decision), h('td', {}, day(one.from)), h('td', {}, one.to ? day(one.to) : 'open'), h('td', {}, moment(one.recordedAt))))))));
  }

  function question([scope, name, means, ends]) {
    const last = given.filter((one) => one.scope === scope).at(-1);
    const open = who.consents.includes(scope);
    const since = h('input', {type: 'date', 'aria-label': name + ' from'});
    const until = h('input', {type: 'date', 'aria-label': name + ' until'});
    const alert = h('p', {role: 'alert'});
    return h('li', {class: 'file'},
      h('h3', {}, name, ' ', h('span', {class: 'tag'}, open ? '✓ agreed' : last?.decision === 'refused' ? '✕ refused' : last ? 'ended' : 'not asked')),
      h('p', {class: 'quiet'}, means),
      last ? h('p', {class: 'quiet'}, last.decision === 'granted' ? 'Agreed from ' : 'Refused on ', day(last.from), last.to ? ', until ' + day(last.to) : '') : null,
      h('details', {open: !last}, h('summary', {}, last ? 'A new answer' : 'Write down the answer'), h('p', {class: 'actions'},
        h('button', {type: 'button', onclick: () => answer('granted')}, open ? 'Agreed anew' : 'The client agrees'),
        h('button', {type: 'button', onclick: () => answer('refused')}, open ? 'The client takes it back' : 'The client refuses')),
      h('details', {}, h('summary', {}, 'Not from now, or not for good'), h('div', {class: 'fields'}, field('From (empty: now)', since), field('Until (empty: open)', until)))),
      alert);

    async function takesBack() {
      const {answer: said} = await ask('The client takes it back?', h('p', {}, ends), [['go', 'Yes, write it down', 'danger'], ['no', 'Cancel']]);
      return said === 'go';
    }

    async function answer(decision) {
      if (decision === 'refused' && open && !await takesBack()) return;
      try {
        given.push(await api.consent(id, scope, {decision, ...(since.value ? {from: new Date(since.value + 'T00:00:00').toISOString()} : {}), ...(decision === 'granted' && until.value ? {to: new Date(until.value + 'T23:59:59').toISOString()} : {})}));
        Object.assign(who, await api.client(id));
        show();
        say('Written down');
      } catch (error) {
        alert.textContent = error.message;
      }
    }
  }
}

/** Whether two events of the log read alike: then one line with a count says as much. */
const same = (one, other) => one && ['name', 'account', 'role', 'action', 'detail'].every((part) => one[part] === other[part]) && moment(one.at) === moment(other.at);

/** The certificate, to print or keep. */
function erased(certificate) {
  return [
    h('h1', {}, 'Certificate of erasure'),
    h('article', {class: 'paper'}, h('dl', {class: 'keys'}, [
      ['Client', certificate.client], ['Erased', moment(certificate.at)], ['By', certificate.by],
      ['Keys destroyed', certificate.keys.join(', ') || 'none'],
      ['Rows deleted', Object.entries(certificate.rows).map(([table, rows]) => rows + ' ' + table).join(', ') || 'none'],
      ['Index', certificate.indexRewritten ? 'rewritten without the client' : 'to be rewritten at the next start'],
      ['A backup of the keys may exist until', moment(certificate.lastKeyBackup)],
      ['Handed out before', certificate.handedOut.length === 0 ? 'nothing' : plural(certificate.handedOut.length, 'export') + ', which are out of reach'],
    ].map(([name, words]) => [h('dt', {class: 'quiet'}, name), h('dd', {}, words)]))),
    h('p', {class: 'actions'}, h('button', {type: 'button', onclick: () => print()}, 'Print'),
      h('button', {type: 'button', onclick: () => save('erasure-certificate.json', JSON.stringify(certificate, null, 2) + '\n', 'application/json')}, 'Save as a file'),
      h('a', {href: '#/'}, 'Back to the caseload')),
  ];
}
