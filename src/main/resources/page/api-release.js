// The routes between treatment and research: identity card, review, release.

import {all, at, get, post, write} from './api.js';

export const card = (client) => get(at('clients', client, 'identity-card'));
export const keepCard = (client, card) => write('PUT', at('clients', client, 'identity-card'), card);
export const draft = (client) => post(at('clients', client, 'drafts'), {});
export const reviews = () => all('/reviews');
export const releases = () => all('/releases');
export const review = (session) => get(at('sessions', session, 'review'));
export const open = (session) => post(at('sessions', session, 'review'), {});
export const decide = (session, decision) => post(at('sessions', session, 'review', 'decisions'), decision);
export const approve = (session, version) => post(at('sessions', session, 'review', 'approvals'), {version});
export const release = (session) => post(at('sessions', session, 'release'), {});
export const recall = (session) => write('DELETE', at('sessions', session, 'release'));
