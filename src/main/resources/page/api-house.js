// The routes that administrators use.

import {all, at, get, post, write} from './api.js';

export const accounts = () => all('/accounts');
export const invite = (name, roles) => post('/accounts', {name, roles});
export const inviteAgain = (id) => post(at('accounts', id, 'invitation'));
export const setRoles = (id, roles) => write('PUT', at('accounts', id, 'roles'), {roles});
export const setDisabled = (id, disabled) => write('PUT', at('accounts', id, 'state'), {disabled});
export const ties = () => all('/ties');
export const tie = (kind, subject, object) => post('/ties', {kind, subject, object});
export const untie = (id) => write('DELETE', at('ties', id));
export const verifyLog = () => get('/audit/verification');
