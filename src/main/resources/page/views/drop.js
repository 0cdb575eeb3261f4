import {h} from '../dom.js';

/** A place to drop files on, which is a field to choose them with as well. */
export function dropZone(label, hint, take, rest) {
  const input = h('input', {type: 'file', id: 'files', ...rest, onchange: () => { take([...input.files]); input.value = ''; }});
  const zone = h('div', {class: 'drop'}, h('p', {}, h('label', {for: 'files'}, label + ', or choose ' + (rest.multiple ? 'them' : 'it') + ': '), input), h('p', {class: 'quiet'}, hint));
  for (const name of ['dragenter', 'dragover']) zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) zone.addEventListener(name, () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => { event.preventDefault(); take([...event.dataTransfer.files]); });
  return zone;
}
