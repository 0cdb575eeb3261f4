// Searching released text.

import {get} from './api.js';

const ask = (what) => (question) => get('/released/' + what + '?' + new URLSearchParams(question));

export const quotes = ask('quotes');
export const lines = ask('lines');
export const counts = ask('counts');
