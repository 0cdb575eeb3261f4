import * as api from '../api.js';
import * as profiles from '../api-cohort.js';
import {questionnaires} from '../api-measures.js';
import {field, h, put, say} from '../dom.js';
import {has} from '../me.js';
import {clientHead} from './client-head.js';

/** What is set for a client as a whole: what change would be, the norms of questionnaires, groups, reviews. */
export async function profile(id) {
  const who = await api.client(id);
  if (!who.consents.includes('treatment_analysis')) return clientHead(who, 'check-ins');
  const [now, tables] = await Promise.all([profiles.profile(id), questionnaires()]);
  const groups = h('div', {});
  const alert = h('p', {role: 'alert'});
  const mayChange = has('clinician');
  for (const [name, value] of Object.entries(now.groups)) groups.append(group(name, value));
  const add = h('button', {type: 'button', class: 'small', onclick: () => {
    const row = group('', '');
    groups.append(row);
    row.querySelector('input').focus();
  }}, 'Add a group');
  const form = h('form', {onsubmit: async (event) => {
    event.preventDefault();
    try {
      const kept = await profiles.keepProfile(id, said());
      alert.textContent = '';
      put(groups, Object.entries(kept.groups).map(([name, value]) => group(name, value)));
      say('Kept');
    } catch (error) {
      alert.textContent = error.message;
    }
  }},
  h('fieldset', {disabled: !mayChange, class: 'profile'}, h('legend', {class: 'quiet'}, 'For ', h('bdi', {}, who.pseudonym)),
    h('section', {}, h('h2', {}, 'What change would be'),
      field('The behaviour, in the client’s words', h('input', {name: 'changeTarget', maxlength: 500, value: now.changeTarget, autocomplete: 'off', dir: 'auto', placeholder: 'drinking less on my own'}),
        'Talk of change and of staying as it is are counted only where it is said what the change would be. Left empty, they are not counted.')),
    h('section', {}, h('h2', {}, 'Narrative review'),
      field('Due after so many sessions', h('input', {type: 'number', name: 'reviewEvery', min: 1, max: 100, required: true, value: now.reviewEvery}))),
    h('section', {}, h('h2', {}, 'Groups in cohort reports'),
      h('p', {class: 'quiet'}, 'Such as service: north. A report is about one such group at a time, and shows no cell of fewer than ten people.'), groups, mayChange ? add : null),
    norms()), alert, mayChange ? h('p', {class: 'actions block'}, h('button', {type: 'submit'}, 'Keep it')) : null);
  return [clientHead(who, 'check-ins'),
    h('nav', {class: 'path', 'aria-label': 'Back'}, h('a', {href: '#/clients/' + encodeURIComponent(id) + '/check-ins'}, '← Check-ins and goals')),
    h('p', {class: 'quiet'}, 'What is set here holds for all sessions, those before as well. What was set earlier stays on record.'), form];

  function group(name, value) {
    const row = h('div', {class: 'fields group'},
      field('Group', h('input', {class: 'name', maxlength: 60, value: name, autocomplete: 'off', dir: 'auto'})),
      field('This client’s', h('input', {class: 'value', maxlength: 60, value, autocomplete: 'off', dir: 'auto'})),
      mayChange ? h('button', {type: 'button', class: 'plain', 'aria-label': 'Take off the group ' + name, onclick: () => { row.remove(); add.focus(); }}, 'take off') : null);
    return row;
  }

  /** Thresholds differ by population; the first of the table holds where nothing is chosen. */
  function norms() {
    const some = tables.filter((one) => one.norms.length > 1);
    return some.length === 0 ? null : h('section', {}, h('h2', {}, 'Norms of questionnaires'), h('div', {class: 'fields mine'}, some.map((one) =>
      field(one.name, h('select', {name: 'norm', 'data-of': one.id}, one.norms.map((norm, i) =>
        h('option', {value: i === 0 ? '' : norm.id, selected: now.norms[one.id] === norm.id}, norm.population + (norm.confirmed ? '' : ' (numbers unchecked)'))))))));
  }

  function said() {
    const rows = [...groups.children].map((row) => ['.name', '.value'].map((part) => row.querySelector(part).value.trim()));
    const names = rows.map(([name]) => name).filter(Boolean);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw new Error('Two groups are called ' + twice + ': a client is in one of a kind. Take one of them off.');
    const chosen = [...form.querySelectorAll('[name=norm]')].filter((one) => one.value).map((one) => [one.dataset.of, one.value]);
    return {
      changeTarget: form.elements.changeTarget.value.trim(), reviewEvery: Number(form.elements.reviewEvery.value),
      groups: Object.fromEntries(rows.filter(([name, value]) => name || value)), norms: {...unseen(), ...Object.fromEntries(chosen)},
    };
  }

  /** Norms of questionnaires that the form does not ask about stay as they are. */
  function unseen() {
    return Object.fromEntries(Object.entries(now.norms).filter(([questionnaire]) => !form.querySelector(`[data-of="${CSS.escape(questionnaire)}"]`)));
  }
}
