// Every page: its address, its module, whom it is for, and the group of the navigation that it stands in. A site drops a page by its line.
import { hasRole, isAdmin, organizations } from './session.mjs';

const signedIn = () => true;
const employer = () => isAdmin() || organizations('client').length > 0;
const planner = () => isAdmin() || organizations('client', 'admin', 'planner').length > 0;
export const researcher = () => isAdmin() || hasRole('researcher');

/** path: ':name' is a parameter. who: of those who are signed in; none: for everybody. group, nav: keys of messages; without nav not listed. */
export const routes = [
  { path: '/', page: '/pages/all/home.mjs', who: signedIn },
  { path: '/register', page: '/pages/all/register.mjs' },
  { path: '/reset-password', page: '/pages/all/reset_password.mjs' },
  { path: '/verify-email', page: '/pages/all/verify_email.mjs' },

  { path: '/join', page: '/pages/candidate/join.mjs' },
  { path: '/join/sign-in', page: '/pages/candidate/join.mjs', who: signedIn },
  { path: '/today', page: '/pages/candidate/today.mjs', who: signedIn, group: 'nav.candidate', nav: 'nav.today' },
  { path: '/today/surveys/:survey', page: '/pages/candidate/survey.mjs', who: signedIn },
  { path: '/today/instruments/:instrument', page: '/pages/candidate/instrument.mjs', who: signedIn },
  { path: '/applications', page: '/pages/candidate/applications.mjs', who: signedIn, group: 'nav.candidate', nav: 'nav.applications' },
  { path: '/profile', page: '/pages/candidate/profile.mjs', who: signedIn, group: 'nav.candidate', nav: 'nav.profile' },

  { path: '/campaigns', page: '/pages/recruiter/campaigns.mjs', who: employer, group: 'nav.recruiter', nav: 'nav.campaigns' },
  { path: '/campaigns/:campaign', page: '/pages/recruiter/ranking.mjs', who: employer },
  { path: '/campaigns/:campaign/people/:person', page: '/pages/recruiter/candidate.mjs', who: employer },

  { path: '/fairness', page: '/pages/recruiter/fairness.mjs', who: () => employer() || researcher(), group: 'nav.recruiter', nav: 'nav.fairness' },
  { path: '/learning', page: '/pages/recruiter/learning.mjs', who: employer, group: 'nav.recruiter', nav: 'nav.learning' },

  { path: '/fleet', page: '/pages/captain/fleet.mjs', who: employer, group: 'nav.captain', nav: 'nav.fleet' },
  { path: '/fleet/:vessel', page: '/pages/captain/vessel.mjs', who: employer },
  { path: '/fleet/:vessel/sociogram', page: '/pages/captain/sociogram.mjs', who: employer },
  { path: '/fleet/:vessel/surveys', page: '/pages/captain/surveys.mjs', who: employer },

  { path: '/simulations', page: '/pages/planner/simulations.mjs', who: planner, group: 'nav.planner', nav: 'nav.simulations' },
  { path: '/simulations/new', page: '/pages/planner/scenario.mjs', who: planner },
  { path: '/simulations/compare', page: '/pages/planner/compare.mjs', who: planner },
  { path: '/simulations/:id', page: '/pages/planner/simulation.mjs', who: planner },

  { path: '/documents', page: '/pages/all/documents.mjs', who: signedIn, group: 'nav.own', nav: 'nav.documents' },
  { path: '/account', page: '/pages/all/account.mjs', who: signedIn, group: 'nav.own', nav: 'nav.account' },
];

/** The first route that an address matches, with its parameters. */
export function match(address) {
  const parts = address.replace(/(.)\/+$/, '$1').split('/');
  for (const route of routes) {
    const names = route.path.split('/');
    if (names.length !== parts.length) continue;
    if (names.every((name, i) => (name.startsWith(':') ? parts[i] !== '' : name === parts[i]))) {
      const parameters = {};
      names.forEach((name, i) => { if (name.startsWith(':')) parameters[name.slice(1)] = decode(parts[i]); });
      return { route, parameters };
    }
  }
  return null;
}
function decode(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}
