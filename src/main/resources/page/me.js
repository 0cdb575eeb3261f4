// Who is signed in, for views that offer less to some.

let me = null;

export function become(who) {
  me = who;
}

export const who = () => me;

export const has = (...roles) => me !== null && roles.some((role) => me.roles.includes(role));
