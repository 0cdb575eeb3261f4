// The routes of the way in, and of proving oneself once more.

import {get, post} from './api.js';

export const logIn = (login) => post('/session', login);
export const setUp = (setup) => post('/setup', setup);
export const proof = (code) => post('/session/proof', {code});
export const provider = () => get('/session/provider');
export const beginAtProvider = () => post('/session/provider');
export const proveAtProvider = () => post('/session/proof/provider');
