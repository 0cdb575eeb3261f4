// The routes of those who keep consents, hand out and erase.

import {at, get, send, write} from './api.js';

export const audit = (id) => get('/audit?' + new URLSearchParams({client: id, limit: 100}));
export const exportClient = async (id) => (await send(at('clients', id, 'export'), {method: 'POST', headers: {accept: '*/*'}})).blob();
export const erase = (id) => write('DELETE', at('clients', id));
