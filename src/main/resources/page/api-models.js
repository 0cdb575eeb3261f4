// The routes of coders that are learned from decisions.

import {all, at, post, write} from './api.js';

export const models = () => all('/models');
export const learn = (code) => post('/models', {code});
export const switchTo = (code, version, on) => write('PUT', at('models', code, 'state'), {version, on});
export const verify = (code) => post(at('models', code, 'verification'), {});
export const look = (client) => post(at('clients', client, 'suggestions'), {});
