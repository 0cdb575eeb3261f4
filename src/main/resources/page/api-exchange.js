// REFI-QDA files, out and in.

import {at, send} from './api.js';

const FILE = {headers: {accept: '*/*'}};

/** A file and the list of what is not in it. */
async function handedOut(path) {
  const response = await send(path, FILE);
  return {file: await response.blob(), losses: JSON.parse(response.headers.get('Throughline-Losses') ?? '[]')};
}

async function handIn(path, file) {
  const body = new FormData();
  body.append('file', file);
  return (await send(path, {method: 'POST', body})).json();
}

export const codebooks = () => handedOut('/exchange/codebooks.qdc');
export const project = (study) => handedOut(at('studies', study, 'project.qdpx'));
export const look = (study, file) => handIn('/exchange/readings?' + new URLSearchParams({study}), file);
export const take = (study, file, user) => handIn(at('studies', study, 'imports') + (user ? '?' + new URLSearchParams({user}) : ''), file);
