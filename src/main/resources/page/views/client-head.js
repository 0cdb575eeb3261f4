import {h} from '../dom.js';

/** What every view of a client begins with: who it is, and where one can go. */
export function clientHead(who, here) {
  const at = '#/clients/' + encodeURIComponent(who.id);
  const tab = (name, words) => h('a', {href: at + (name ? '/' + name : ''), 'aria-current': name === here ? 'page' : null}, words);
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/'}, '← Caseload')),
    h('h1', {dir: 'auto'}, who.pseudonym),
    who.problems.map((problem) => h('p', {class: 'problem', dir: 'auto'}, '“' + problem.words + '”')),
    h('nav', {class: 'tabs', 'aria-label': 'About ' + who.pseudonym},
      tab('', 'Course'), tab('sessions', 'Sessions and upload'), tab('check-ins', 'Check-ins and goals'), tab('note', 'Notes and reports'), tab('privacy', 'Consent and privacy')),
    who.consents.includes('treatment_analysis') ? null : h('p', {class: 'notice'},
      'No consent to treatment analysis: nothing is read or shown. ', h('a', {href: at + '/privacy'}, 'Write down the client’s answer')),
  ];
}
