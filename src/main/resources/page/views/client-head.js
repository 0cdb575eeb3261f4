import {h} from '../dom.js';
import {has} from '../me.js';

/** What every view of a client begins with: who it is, and where one can go. */
export function clientHead(who, here) {
  const at = '#/clients/' + encodeURIComponent(who.id);
  const tab = (name, words) => h('a', {href: at + (name ? '/' + name : ''), 'aria-current': name === here ? 'page' : null}, words);
  return [
    h('nav', {class: 'path', 'aria-label': 'Where this is'}, h('a', {href: '#/'}, '← Caseload')),
    h('h1', {dir: 'auto'}, who.pseudonym),
    who.problems.map((problem) => !problem.words ? null : h('p', {class: 'problem', dir: 'auto'}, '“' + problem.words + '”')),
    h('nav', {class: 'tabs', 'aria-label': 'About ' + who.pseudonym},
      reads() ? [tab('', 'Course'), tab('sessions', has('clinician') ? 'Sessions and upload' : 'Sessions'), tab('check-ins', 'Check-ins and goals'), tab('note', has('clinician') ? 'Notes and reports' : 'Reports')] : null,
      has('clinician') ? tab('suggestions', 'Suggestions') : null,
      has('clinician', 'privacy_officer') ? tab('privacy', 'Consent and privacy') : null),
    who.consents.includes('treatment_analysis') || !reads() ? null : h('p', {class: 'notice'},
      'No consent to treatment analysis: nothing is read or shown. ', here === 'privacy' ? null : h('a', {href: at + '/privacy'}, 'Write down the client’s answer')),
  ];
}

/** Whether this account reads figures or words of clients at all. */
const reads = () => has('clinician', 'supervisor');
