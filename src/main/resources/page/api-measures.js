// The routes of what is written down beside sessions.

import {all, at, once, post} from './api.js';

export const addMeasure = (id, entry) => post(at('clients', id, 'measures'), entry, once());
export const questionnaires = () => all('/questionnaires');
