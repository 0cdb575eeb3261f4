// The routes of those who read the versions of a codebook, or change it.

import {all, at, get, post, send, write} from './api.js';

export const codebookFigures = async (name) => (await get(at('codebooks', name, 'figures'))).items;
export const codebookSource = async (name) => (await send(at('codebooks', name, 'source'))).text();
export const codebookVersions = (name) => all(at('codebooks', name, 'versions'));
export const codebookVersion = async (name, hash) => (await send(at('codebooks', name, 'versions', hash))).text();
export const checkCodebook = (name, source) => post(at('codebooks', name, 'check'), {source});
export const previewCodebook = (name, source) => post(at('codebooks', name, 'preview'), {source});
export const saveCodebook = (name, source) => write('PUT', at('codebooks', name), {source});
