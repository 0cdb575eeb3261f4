// The routes of research: studies over released text.

import {all, at, get, post, send, write} from './api.js';

const of = (id, ...rest) => at('studies', id, ...rest);

export const studies = () => all('/studies');
export const study = (id) => get(of(id));
export const begin = (study) => post('/studies', study);
export const setCodes = (id, codes) => write('PUT', of(id, 'codes'), {codes});
export const pin = (id) => post(of(id, 'corpus'), {});
export const researchers = () => all('/researchers');
export const assign = (id, assignment) => post(of(id, 'assignments'), assignment);
export const freeze = (id) => post(of(id, 'freeze'), {});
export const sessions = (id) => all(of(id, 'sessions'));
export const tasks = (id) => all(of(id, 'tasks'));
export const task = (id, session) => get(of(id, 'tasks', session));
export const code = (id, session, coding) => post(of(id, 'tasks', session, 'codings'), coding);
export const remove = (id, coding) => write('DELETE', of(id, 'codings', coding));
export const finish = (id, session) => post(of(id, 'tasks', session, 'finish'), {});
export const adjudication = (id, session) => get(of(id, 'adjudication', session));
export const settle = (id, session, verdict) => post(of(id, 'adjudication', session), verdict);
export const training = (id, session) => get(of(id, 'training', session));
export const agreement = async (id, unit) => (await get(of(id, 'agreement') + '?' + new URLSearchParams({unit}))).items;
export const themes = (id) => get(of(id, 'themes'));
export const quotes = async (id, code) => (await get(of(id, 'quotes') + '?' + new URLSearchParams({code, limit: 20}))).items;
export const memos = (id) => all(of(id, 'memos'));
export const addMemo = (id, memo) => post(of(id, 'memos'), memo);
export const table = async (id) => (await send(of(id, 'codings.csv'), {headers: {accept: 'text/csv'}})).blob();
