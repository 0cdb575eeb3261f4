// Shows a report's Markdown: the little of it that reports use, as elements, never as markup.

import {h} from '../dom.js';

let where = null;

/** Where place(session, turn) answers with an address, references such as [8.15] lead there. */
export function paper(markdown, place = null) {
  where = place;
  const lines = markdown.split('\n');
  const blocks = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    const run = (test) => {
      const from = i;
      while (i < lines.length && test(lines[i])) i++;
      return lines.slice(from, i);
    };
    const heading = /^(#{1,4}) (.*)$/.exec(line);
    if (heading) {
      blocks.push(h('h' + Math.min(4, heading[1].length + 1), {}, inline(heading[2])));
      i++;
    } else if (line.startsWith('|')) {
      blocks.push(table(run((one) => one.startsWith('|'))));
    } else if (/^[-*] /.test(line)) {
      blocks.push(h('ul', {}, run((one) => /^[-*] /.test(one)).map((one) => h('li', {}, inline(one.slice(2))))));
    } else if (/^\d+\. /.test(line)) {
      blocks.push(h('ol', {}, run((one) => /^\d+\. /.test(one)).map((one) => h('li', {}, inline(one.replace(/^\d+\. /, ''))))));
    } else if (line.startsWith('>')) {
      blocks.push(h('blockquote', {dir: 'auto'}, run((one) => one.startsWith('>')).map((one, n) => [n ? '\n' : '', inline(one.replace(/^> ?/, ''))])));
    } else if (line.trim() === '') {
      i++;
    } else {
      blocks.push(h('p', {dir: 'auto'}, inline(run((one) => one.trim() !== '' && !/^([#|>]|[-*] |\d+\. )/.test(one)).join(' ') || lines[i++])));
    }
  }
  return blocks;
}

function table(lines) {
  const cells = (line) => line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim());
  const [head, , ...rows] = lines;
  return h('div', {class: 'table', tabindex: 0, role: 'group', 'aria-label': 'Table'}, h('table', {},
    h('thead', {}, h('tr', {}, cells(head).map((cell) => h('th', {scope: 'col'}, inline(cell))))),
    h('tbody', {}, rows.map((row) => h('tr', {}, cells(row).map((cell) => h('td', {}, inline(cell))))))));
}

/** Bold, italics and code; a backslash takes the meaning from what follows. */
function inline(text) {
  const parts = [];
  let rest = text;
  while (rest) {
    const found = /(?<!\\)(\*\*|__)(.+?)(?<!\\)\1|(?<!\\)([*_])(\S.*?)(?<!\\)\3|(?<!\\)`([^`]+)`/.exec(rest);
    if (!found) break;
    parts.push(...words(rest.slice(0, found.index)));
    parts.push(found[5] !== undefined ? h('code', {}, found[5]) : found[2] !== undefined ? h('strong', {}, bare(found[2])) : h('em', {}, bare(found[4])));
    rest = rest.slice(found.index + found[0].length);
  }
  return [...parts, ...words(rest)].filter((part) => part !== '');
}

function words(text) {
  const plain = bare(text);
  return where === null ? [plain] : plain.split(/(?<=\[(?:[\d.+× ]+, )*)(\d+\.\d+)(?=[\d.+×, ]*\])/).map((part, i) => {
    const href = i % 2 ? where(...part.split('.').map(Number)) : null;
    return href ? h('a', {href}, part) : part;
  });
}

function bare(text) {
  return text.replace(/\\([[\]\\`*_{}()#+.!|<>&~-])/g, '$1');
}
