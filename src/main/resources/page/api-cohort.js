// Reports about many clients at once.

import {all, at, get, orNone, post} from './api.js';

export const printed = () => all('/cohort-reports');
export const make = (question) => post('/cohort-reports', question);

/** The attributes by which any of these clients can be grouped. */
export async function attributes(clients) {
  const profiles = await Promise.all(clients.map((client) => orNone(get(at('clients', client.id, 'profile')), {groups: {}})));
  return [...new Set(profiles.flatMap((profile) => Object.keys(profile.groups)))].sort();
}
