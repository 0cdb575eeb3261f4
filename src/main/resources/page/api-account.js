// The routes about one's own account.

import {all, at, post, write} from './api.js';

export const changePassword = (password, newPassword) => write('PUT', '/account/password', {password, newPassword});
export const newPhone = (password, code) => post('/account/phone', {password, code});
export const tokens = () => all('/account/tokens');
export const tokenActions = () => all('/account/tokens/actions');
export const issue = (token) => post('/account/tokens', token);
export const revoke = (id) => write('DELETE', at('account', 'tokens', id));
export const signOutElsewhere = () => write('DELETE', '/session/others');
