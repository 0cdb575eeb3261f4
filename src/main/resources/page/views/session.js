import * as api from '../api.js';
import {day, h, marked} from '../dom.js';

/** A transcript with its codings. A coding is opened by clicking its words or pressing Enter on them. */
export async function session(id, turn) {
  const shown = await api.session(id);
  const byTurn = Map.groupBy ? Map.groupBy(shown.codings, (coding) => coding.turn) : group(shown.codings);
  const panel = h('aside', {class: 'explain', 'aria-live': 'polite'}, h('p', {class: 'quiet'}, 'Choose marked words to see why they are marked.'));
  return [
    h('p', {}, h('a', {href: '#/clients/' + encodeURIComponent(shown.client)}, '← ' + shown.pseudonym)),
    h('h1', {}, shown.number ? 'Session ' + shown.number : 'Check-in', ', ', day(shown.date)),
    h('p', {class: 'quiet'}, shown.turns.length + ' turns, ' + shown.clientWords + ' words by the client, ' + shown.codings.length + ' marks'),
    h('div', {class: 'reading'},
      h('ol', {class: 'turns'}, shown.turns.map((said) => turnItem(said, byTurn.get(said.index) || [], panel, turn))),
      panel),
  ];
}

function turnItem(said, codings, panel, wanted) {
  const here = wanted !== undefined && Number(wanted) === said.index;
  return h('li', {class: 'turn role-' + said.role + (here ? ' here' : ''), id: 'turn-' + said.index, 'data-scroll-to': here},
    h('span', {class: 'who'}, said.role),
    h('p', {}, marked(said.text, stretches(codings), (words, stretch) =>
      h('button', {type: 'button', class: 'mark construct-' + stretch.codings[0].code.split('.')[0], onclick: () => explain(panel, stretch.codings)}, words))));
}

/** Overlapping codings become one stretch that lists them all. */
function stretches(codings) {
  const merged = [];
  for (const coding of [...codings].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && coding.start < last.end) {
      last.end = Math.max(last.end, coding.end);
      last.codings.push(coding);
    } else {
      merged.push({start: coding.start, end: coding.end, codings: [coding]});
    }
  }
  return merged;
}

function explain(panel, codings) {
  panel.replaceChildren(...codings.map((coding) => {
    const standing = h('p', {class: 'quiet'}, standingWords(coding));
    const decide = async (verdict) => {
      try {
        const after = await api.decide(coding.id, {verdict});
        coding.standing = after.standing;
        standing.textContent = standingWords(coding);
      } catch (error) {
        standing.textContent = error.message;
      }
    };
    return h('section', {},
      h('h2', {}, coding.code),
      h('blockquote', {}, coding.quote),
      h('p', {}, coding.explanation),
      h('p', {class: 'quiet'}, 'Cue ', h('code', {}, coding.cue)),
      standing,
      h('p', {class: 'actions'},
        h('button', {type: 'button', onclick: () => decide('confirm')}, 'Confirm'),
        h('button', {type: 'button', onclick: () => decide('reject')}, 'Reject')));
  }));
}

function standingWords(coding) {
  return {
    suggested: 'Suggested by the machine; nobody has looked at it yet.',
    confirmed: 'Confirmed by a person.',
    rejected: 'Rejected by a person: counts nowhere.',
    changed: 'Changed by a person.',
  }[coding.standing];
}

function group(codings) {
  const groups = new Map();
  for (const coding of codings) groups.set(coding.turn, [...(groups.get(coding.turn) || []), coding]);
  return groups;
}
