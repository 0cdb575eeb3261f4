import {h} from '../dom.js';

/** What a researcher may see: released text, and the codebooks it is coded with. */
export async function research() {
  return [
    h('h1', {}, 'Research'),
    h('div', {class: 'empty'},
      h('h2', {}, 'No released corpus shows here'),
      h('p', {}, 'Text reaches research in three steps, each by another person:'),
      h('ol', {},
        h('li', {}, 'The client agrees to research, and the clinician writes it down.'),
        h('li', {}, 'The transcript is de-identified and somebody checks it.'),
        h('li', {}, 'A privacy officer releases it. Only then can you read it, under a name made for the study.')),
      h('p', {}, 'Meanwhile the ', h('a', {href: '#/codebooks'}, 'codebooks'), ' are open: read them, try a change and see which examples hold.')),
  ];
}
