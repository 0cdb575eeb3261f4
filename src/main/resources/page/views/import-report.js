// What became of an uploaded file: nothing of it is lost without being counted.

import {h, plural, present} from '../dom.js';

/** The parts of the report, to stand under its summary. */
export function importReport(report) {
  const sum = report.conservation;
  return present([
    h('dl', {class: 'keys'},
      [['Layout', report.dialect + ' in ' + report.container + ': ' + report.why],
        ['Characters read as', report.encoding.charset + (report.encoding.certain ? '' : ' (a guess)')],
        ['Turns', report.turns + (report.mergedPieces ? ', ' + report.mergedPieces + ' pieces joined to the speaker before' : '')],
        ['Guessed speakers', report.carriedOver.length ? plural(report.carriedOver.length, 'stretch', 'stretches') + ' without a name, given to the speaker before' : 'none'],
        ['Every character', sum.input.toLocaleString() + ' in the file: ' + sum.kept.toLocaleString() + ' in turns, ' + sum.structural.toLocaleString() + ' labels, times and blank lines, '
          + sum.dropped.toLocaleString() + ' left out' + (sum.holds ? '' : '. The sum does not hold: please report this file')],
        ['SHA-256', report.sha256]].map(([name, words]) => [h('dt', {class: 'quiet'}, name), h('dd', {}, h('span', {class: 'breaks'}, words))])),
    report.notes.map((note) => h('p', {class: 'quiet', dir: 'auto'}, note)),
    report.dropped.length === 0 ? null : h('details', {}, h('summary', {}, plural(report.dropped.length, 'part') + ' left out'),
      h('ul', {}, report.dropped.slice(0, 100).map((part) => h('li', {}, part.reason + (part.line ? ', line ' + part.line : '') + ': ', h('q', {dir: 'auto'}, part.text)))))]);
}
