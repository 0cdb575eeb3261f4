// Reports about many clients at once, and what is set for one.

import {all, at, get, orNone, post, write} from './api.js';

export const printed = () => all('/cohort-reports');
export const make = (question) => post('/cohort-reports', question);

export const profile = (client) => get(at('clients', client, 'profile'));
export const keepProfile = (client, profile) => write('PUT', at('clients', client, 'profile'), profile);

/** The attributes by which any of these clients can be grouped. */
export async function attributes(clients) {
  const profiles = await Promise.all(clients.map((client) => orNone(profile(client.id), {groups: {}})));
  return [...new Set(profiles.flatMap((profile) => Object.keys(profile.groups)))].sort();
}
