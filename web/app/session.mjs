// Who is signed in: one client for all pages. Signing out in one tab, or in as somebody else, is heard in the others.
import { connect, HarmonyError, mark } from '/client.mjs';

export { HarmonyError };
export const client = connect();
export const account = () => client.account;

/** Whether somebody signed in here before, as far as this browser remembers. */
export function remembered() {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

const hearers = new Set();
/** hear() is called when another tab has changed who is signed in. */
export const onChange = (hear) => {
  hearers.add(hear);
};
addEventListener('storage', (event) => {
  if (event.key === mark && event.newValue !== (client.account?.id ?? null)) for (const hear of hearers) hear();
});

/** The organisations of the account in which it has one of the roles; an administrator has all of one's own. */
export const organizations = (...roles) => (account()?.organizations ?? []).filter((one) => roles.length === 0 || roles.includes(one.role));
export const isAdmin = () => account()?.roles.includes('admin') ?? false;
export const hasRole = (role) => account()?.roles.includes(role) ?? false;
