// A study out to other programs and back: what a file holds is shown before anything of it is taken over.

import * as qda from '../api-exchange.js';
import * as studies from '../api-studies.js';
import {field, h, plural, put, save, say} from '../dom.js';
import {who} from '../me.js';
import {dropZone} from './drop.js';

export async function exchange(id) {
  const [study, people] = await Promise.all([studies.study(id), studies.researchers()]);
  const names = new Map(people.map((one) => [one.account, one.name]));
  const open = study.frozen === null;
  const left = h('div', {'aria-live': 'polite'});
  const files = h('div', {'aria-live': 'polite'});
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/studies/' + encodeURIComponent(id)}, '← ', h('bdi', {}, study.name))),
    h('h1', {}, 'Exchange with other programs'),
    h('p', {class: 'quiet'}, 'NVivo, ATLAS.ti, MAXQDA, QualCoder and Taguette share one format, REFI-QDA: a project (.qdpx) holds texts, codes and codings, a code book (.qdc) holds codes.'),
    h('section', {}, h('h2', {}, 'Take the study along'),
      h('p', {}, 'A case for each client under the surrogate, a source for each session, a user for each coder. Words are in it only of clients who agreed to be quoted and to export.'),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: out}, 'Save the project (.qdpx)')), left),
    h('section', {}, h('h2', {}, 'Bring it back, or take codes from elsewhere'),
      open ? dropZone('Drop a project or code book here', 'It is looked into first; nothing is taken over until you say so. Texts of other projects stay outside: a study is about released text.', take, {accept: '.qdpx,.qdc'})
        : h('p', {class: 'notice'}, 'The study is frozen: nothing can be taken over any more.'),
      files),
  ];

  async function out() {
    try {
      const {file, losses} = await qda.project(id);
      save('study.qdpx', file);
      put(left, losses.length === 0 ? h('p', {class: 'good'}, 'Saved. Everything is in the file.') : [h('p', {}, 'Saved. Not in the file:'), lost(losses)]);
    } catch (error) {
      put(left, h('p', {role: 'alert'}, error.message));
    }
  }

  function take(list) {
    put(files);
    for (const file of list) files.append(one(file));
  }

  function one(file) {
    const body = h('div', {}, h('p', {class: 'quiet'}, 'Reading …'));
    qda.look(id, file).then((found) => put(body, shown(found)), (error) => put(body, h('p', {role: 'alert'}, error.message),
      h('p', {class: 'quiet'}, 'Nothing was taken over. Export it again as REFI-QDA from the other program, and drop it here.')));
    return h('article', {class: 'file'}, h('h3', {}, h('bdi', {}, file.name)), body);

    function shown(found) {
      return [contents(found, names), found.codings > 0 ? codings(found) : null, codes(found)];
    }

    /** The reader's own codings; whose they are in the file, the reader says. */
    function codings(found) {
      const told = h('div', {});
      const user = h('select', {name: 'user'}, h('option', {value: ''}, 'all but other coders of this study'),
        found.coders.map((coder) => h('option', {value: coder}, names.get(coder) ?? coder, coder === who().account ? ' (you)' : '')));
      const form = h('form', {class: 'fields mine', onsubmit: async (event) => {
        event.preventDefault();
        try {
          put(told, taken(await qda.take(id, file, user.value)));
        } catch (error) {
          put(told, h('p', {role: 'alert'}, error.message));
        }
      }}, field('Whose codings in the file are yours', user), h('button', {type: 'submit'}, 'Take my codings over'));
      return [h('h4', {class: 'block'}, 'Codings'), h('p', {class: 'quiet'}, 'They become your own, on sessions that are shared out to you and not finished, where the text is still the one that was exported.'), form, told];
    }

    function codes(found) {
      const fresh = found.codes.filter((code) => !study.codes.some((known) => known.id === code.id));
      if (found.codes.length === 0) return null;
      const told = h('div', {});
      const button = h('button', {type: 'button', onclick: async () => {
        try {
          const now = await studies.setCodes(id, [...study.codes, ...fresh.map(inOneLine)]);
          study.codes = now.codes;
          put(told, h('p', {class: 'good'}, plural(fresh.length, 'code') + ' added. ', h('a', {href: '#/studies/' + encodeURIComponent(id)}, 'See the study')));
          say('Added');
        } catch (error) {
          put(told, h('p', {role: 'alert'}, error.message));
        }
      }}, 'Add ' + plural(fresh.length, 'code') + ' to the study');
      put(told, h('p', {class: 'actions'}, button));
      return [h('h4', {class: 'block'}, 'Codes'), tree(found.codes, null, fresh),
        fresh.length === 0 ? h('p', {class: 'quiet'}, 'All of them are in the study.') : [h('p', {class: 'quiet'}, 'Those with a + are not in the study yet. Codes that are there stay as they are.'), told]];
    }
  }
}

function tree(codes, parent, fresh) {
  const own = codes.filter((code) => code.parent === parent);
  return own.length === 0 ? null : h('ul', {class: 'tree'}, own.map((code) => h('li', {},
    h('strong', {dir: 'auto'}, (fresh.includes(code) ? '+ ' : '') + code.name), code.definition ? h('span', {class: 'quiet', dir: 'auto'}, ' ' + short(code.definition)) : null, tree(codes, code.id, fresh))));
}

/** Codes are written one a line, "Name: definition": a name takes no colon and a definition no second line. */
const inOneLine = (code) => ({...code, name: code.name.replace(/:\s+/g, ' – ').replace(/\s+/g, ' ').trim(), definition: code.definition.replace(/\s+/g, ' ').trim()});

const short = (text) => text.length > 160 ? text.slice(0, 159) + '…' : text;

/** What a file holds, and how it was understood. */
function contents(found, names) {
  const rows = [
    ['Codes', found.codes.length.toLocaleString()],
    found.texts === 0 ? null : ['Texts', found.texts.toLocaleString()],
    found.texts === 0 ? null : ['Codings', found.codings.toLocaleString() + (found.coders.length ? ', by ' + found.coders.map((coder) => names.get(coder) ?? coder).join(', ') : '')
      + (found.cut ? '; ' + found.cut + ' reach over a turn’s end and are cut there' : '')],
    found.texts === 0 ? null : ['Positions', found.quoted === 0 ? 'read as ' + found.reading + '; no coding carries its words, so nothing could be tested'
      : 'read as ' + found.reading + '; ' + found.agreed.toLocaleString() + ' of ' + plural(found.quoted, 'quote') + (found.quoted === 1 ? ' agrees' : ' agree')],
  ];
  return [
    h('dl', {class: 'keys'}, rows.filter(Boolean).map(([name, words]) => [h('dt', {class: 'quiet'}, name), h('dd', {dir: 'auto'}, words)])),
    aside(found.quarantined),
    found.notes.length === 0 ? null : h('details', {}, h('summary', {}, plural(found.notes.length, 'note') + ' on the file'), h('ul', {}, found.notes.map((note) => h('li', {dir: 'auto'}, note)))),
    found.losses.length === 0 ? null : [h('p', {}, 'What is left behind:'), lost(found.losses)],
  ];
}

const aside = (many) => many === 0 ? null : h('p', {class: 'notice'}, plural(many, 'selection') + (many === 1 ? ' is' : ' are') + ' set aside: their positions and their words disagree, and nobody can be sure what they point at.');

function taken({added, losses, quarantined, reading}) {
  return [
    h('p', {class: added ? 'good' : 'notice', role: 'status'}, added === 0 ? 'No coding came over.' : plural(added, 'coding') + (added === 1 ? ' is' : ' are') + ' yours now, in your unfinished sessions.'),
    h('p', {class: 'quiet'}, 'Positions read as ' + reading + '.'), aside(quarantined),
    losses.length === 0 ? h('p', {}, 'Everything came over.') : [h('p', {}, 'Passed over:'), lost(losses)],
  ];
}

/** What does not go over, with the reason. */
function lost(losses) {
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Not carried over'}, h('table', {},
    h('thead', {}, h('tr', {}, ['How many', 'What', 'Why'].map((words) => h('th', {scope: 'col'}, words)))),
    h('tbody', {}, losses.map((loss) => h('tr', {}, h('td', {}, loss.count.toLocaleString()), h('td', {}, loss.what), h('td', {class: 'words'}, loss.because))))));
}
