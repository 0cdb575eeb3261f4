// The strips of a client's problems, and saying where a passage stands. No stage is claimed that no person confirmed.

import * as api from '../api.js';
import {day, field, h, put, say} from '../dom.js';
import {STAGES, strip} from '../strip-chart.js';

export function strips(client, problems, x, mayDecide) {
  if (problems.length === 0 && !mayDecide) return null;
  const named = h('div', {});
  const name = !mayDecide ? null : h('p', {class: 'no-print'}, h('button', {type: 'button', class: 'small', onclick: () => import('./problem-name.js').then((form) => put(named, form.name(client)), (error) => say(error.message))}, 'Name a problem'));
  if (problems.length === 0) return h('section', {}, h('h2', {}, 'Problems'), h('p', {class: 'quiet'}, 'None is named yet. Say in a sentence what treatment is about, best in the client’s own words: passages about it then show where it stands.'), name, named);
  return h('section', {},
    h('h2', {}, 'Problems'),
    h('p', {class: 'course-key'}, h('span', {class: 'key dot'}, 'confirmed by a person'), h('span', {class: 'key thin'}, 'suggested, nobody has confirmed it')),
    h('p', {class: 'quiet small'}, STAGES.map((words, stage) => stage + ' ' + words).join(' · ')),
    problems.map((problem) => one(client, problem, x, mayDecide)), name, named);
}

function one(client, given, x, mayDecide) {
  const opened = h('div', {class: 'more', 'aria-live': 'polite'});
  const box = h('article', {class: 'multiple', 'aria-label': given.words || 'A problem'});
  show(given);
  return box;

  function show(problem) {
    put(box,
      h('div', {}, h('h3', {dir: 'auto'}, problem.words ? '“' + problem.words + '”' : 'A problem'), h('p', {class: 'verdict quiet'}, problem.says)),
      problem.passages.length === 0 ? h('p', {class: 'quiet'}, 'No passage is linked to it yet.') : strip(problem, x, (passage) => open(problem, passage)),
      opened,
      h('div', {class: 'more folds'}, h('details', {}, h('summary', {}, 'The passages as a table'), table(problem, (passage) => open(problem, passage))),
        mayDecide ? h('details', {ontoggle: ({target}) => target.open && import('./passages.js').then((made) => made.offer(client, problem, target, placeOf, show), (error) => say(error.message))}, h('summary', {}, 'Passages that may be about it')) : null));
  }

  function open(problem, passage) {
    const stages = h('select', {}, STAGES.map((words, stage) => h('option', {value: stage, selected: stage === Math.round(passage.confirmed ?? passage.suggested ?? 3)}, stage + ' ' + words)));
    const alert = h('p', {role: 'alert'});
    put(opened, h('figure', {class: 'quote'}, h('blockquote', {dir: 'auto'}, passage.quote),
      h('figcaption', {}, h('a', {href: '#/sessions/' + encodeURIComponent(passage.place.sessionId) + '/turn/' + passage.place.turn}, 'session ' + passage.number + ', ' + day(passage.date)))),
    mayDecide ? h('div', {class: 'fields'}, field('Where does it stand?', stages), h('button', {type: 'button', onclick: async () => {
      try {
        show(await api.confirmStage(client, problem.problem, placeOf(passage.place), Number(stages.value)));
        put(opened);
        say('Stage ' + stages.value + ' confirmed');
      } catch (error) {
        alert.textContent = error.message;
      }
    }}, 'Confirm the stage')) : null, alert);
  }
}

const placeOf = (place) => ({session: place.sessionId, turn: place.turn, start: place.start, end: place.end});

function table(problem, open) {
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Passages'}, h('table', {},
    h('thead', {}, h('tr', {}, ['Session', 'Suggested', 'Confirmed', 'Words'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, problem.passages.map((passage) => h('tr', {},
      h('td', {}, passage.number), h('td', {}, passage.suggested ?? '–'), h('td', {}, passage.confirmed ?? '–'),
      h('td', {class: 'words'}, h('button', {type: 'button', class: 'plain', onclick: () => open(passage)}, h('bdi', {}, passage.quote))))))));
}
