// Every page: its address, its module, whom it is for, and the group of the navigation that it stands in. A site drops a page by its line.
import { hasRole, isAdmin, organizations } from '/app/session.mjs';

const signedIn = () => true;
const employer = () => isAdmin() || organizations('client').length > 0;
const member = () => isAdmin() || organizations().length > 0;
const planner = () => isAdmin() || organizations('client', 'admin', 'planner').length > 0;
export const researcher = () => isAdmin() || hasRole('researcher');

/**
 * path: ':name' is a parameter: an id of its form, which is a uuid unless named is 'number' or 'text'. words: the areas of messages that
 * come with it. who: of those who are signed in; none: for everybody. group, nav: keys of messages; without nav it is not listed.
 */
export const routes = [
  { path: '/', page: '/pages/all/home.mjs', who: signedIn },
  { path: '/register', page: '/pages/all/register.mjs', words: 'own' },
  { path: '/reset-password', page: '/pages/all/reset_password.mjs', words: 'own' },
  { path: '/verify-email', page: '/pages/all/verify_email.mjs', words: 'own' },

  { path: '/join', page: '/pages/candidate/join.mjs', words: 'crew' },
  { path: '/join/sign-in', page: '/pages/candidate/join.mjs', words: 'crew', who: signedIn },
  { path: '/today', page: '/pages/candidate/today.mjs', words: 'today', who: signedIn, group: 'nav.candidate', nav: 'nav.today' },
  { path: '/today/surveys/:survey', page: '/pages/candidate/survey.mjs', words: 'answer', who: signedIn },
  { path: '/today/instruments/:instrument', named: 'number', page: '/pages/candidate/instrument.mjs', words: 'answer', who: signedIn },
  {
    path: '/applications',
    page: '/pages/candidate/applications.mjs',
    words: 'crew',
    who: signedIn,
    group: 'nav.candidate',
    nav: 'nav.applications',
  },
  {
    path: '/profile',
    page: '/pages/candidate/profile.mjs',
    words: ['profile', 'traits'],
    who: signedIn,
    group: 'nav.candidate',
    nav: 'nav.profile',
  },

  {
    path: '/campaigns',
    page: '/pages/recruiter/campaigns.mjs',
    words: 'recruiter',
    who: employer,
    group: 'nav.recruiter',
    nav: 'nav.campaigns',
  },
  { path: '/campaigns/:campaign', page: '/pages/recruiter/ranking.mjs', words: 'recruiter', who: employer },
  {
    path: '/campaigns/:campaign/people/:person',
    page: '/pages/recruiter/candidate.mjs',
    words: ['recruiter', 'candidate', 'traits'],
    who: employer,
  },
  {
    path: '/fairness',
    page: '/pages/recruiter/fairness.mjs',
    words: 'fairness',
    who: () => employer() || researcher(),
    group: 'nav.recruiter',
    nav: 'nav.fairness',
  },
  {
    path: '/learning',
    page: '/pages/recruiter/learning.mjs',
    words: 'learning',
    who: employer,
    group: 'nav.recruiter',
    nav: 'nav.learning',
  },

  { path: '/fleet', page: '/pages/captain/fleet.mjs', words: 'fleet', who: employer, group: 'nav.captain', nav: 'nav.fleet' },
  { path: '/fleet/:vessel', page: '/pages/captain/vessel.mjs', words: ['vessel', 'traits'], who: employer },
  { path: '/fleet/:vessel/sociogram', page: '/pages/captain/sociogram.mjs', words: 'sociogram', who: employer },
  { path: '/fleet/:vessel/surveys', page: '/pages/captain/surveys.mjs', words: 'surveys', who: employer },

  {
    path: '/simulations',
    page: '/pages/planner/simulations.mjs',
    words: 'planner',
    who: planner,
    group: 'nav.planner',
    nav: 'nav.simulations',
  },
  { path: '/simulations/new', page: '/pages/planner/scenario.mjs', words: 'planner', who: planner },
  { path: '/simulations/compare', page: '/pages/planner/compare.mjs', words: 'planner', who: planner },
  { path: '/simulations/:id', page: '/pages/planner/simulation.mjs', words: 'planner', who: planner },

  { path: '/workloads', page: '/pages/planner/workloads.mjs', words: 'planner', who: planner, group: 'nav.planner', nav: 'nav.workloads' },

  { path: '/signals', page: '/pages/quality/signals.mjs', words: 'quality', who: employer, group: 'nav.quality', nav: 'nav.signals' },
  { path: '/signals/:id', named: 'number', page: '/pages/quality/signal.mjs', words: ['quality', 'signal'], who: employer },
  { path: '/signal-feed', page: '/pages/quality/feed.mjs', words: 'quality', who: employer, group: 'nav.quality', nav: 'nav.feed' },

  { path: '/delivery/keys', page: '/pages/delivery/keys.mjs', words: 'delivery', who: employer, group: 'nav.delivery', nav: 'nav.keys' },
  { path: '/delivery/flow', page: '/pages/delivery/flow.mjs', words: 'delivery', who: employer, group: 'nav.delivery', nav: 'nav.flow' },
  {
    path: '/delivery/reviews',
    page: '/pages/delivery/reviews.mjs',
    words: 'delivery',
    who: employer,
    group: 'nav.delivery',
    nav: 'nav.reviews',
  },
  {
    path: '/delivery/forecast',
    page: '/pages/delivery/forecast.mjs',
    words: 'delivery',
    who: employer,
    group: 'nav.delivery',
    nav: 'nav.forecast',
  },
  {
    path: '/delivery/portfolio',
    page: '/pages/delivery/portfolio.mjs',
    words: 'delivery',
    who: employer,
    group: 'nav.delivery',
    nav: 'nav.portfolio',
  },
  {
    path: '/delivery/executive',
    page: '/pages/delivery/executive.mjs',
    words: 'delivery',
    who: employer,
    group: 'nav.delivery',
    nav: 'nav.executive',
  },

  {
    path: '/accounts',
    page: '/pages/administrator/accounts.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.accounts',
  },
  {
    path: '/organizations',
    page: '/pages/administrator/organizations.mjs',
    words: 'administrator',
    who: employer,
    group: 'nav.administration',
    nav: 'nav.organizations',
  },
  { path: '/organizations/:organization', page: '/pages/administrator/members.mjs', words: 'administrator', who: employer },
  {
    path: '/jobs',
    page: '/pages/administrator/jobs.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.jobs',
  },
  {
    path: '/schedules',
    page: '/pages/administrator/schedules.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.schedules',
  },
  {
    path: '/outbox',
    page: '/pages/administrator/outbox.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.outbox',
  },
  {
    path: '/papers',
    page: '/pages/administrator/papers.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.papers',
  },
  {
    path: '/audit',
    page: '/pages/administrator/audit.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.audit',
  },
  {
    path: '/health',
    page: '/pages/administrator/health.mjs',
    words: 'administrator',
    who: isAdmin,
    group: 'nav.administration',
    nav: 'nav.health',
  },

  { path: '/models', page: '/pages/oversight/models.mjs', words: 'oversight', who: member, group: 'nav.oversight', nav: 'nav.models' },
  { path: '/models/:model', named: 'text', page: '/pages/oversight/model.mjs', words: 'oversight', who: member },
  {
    path: '/anomalies',
    page: '/pages/oversight/anomalies.mjs',
    words: 'oversight',
    who: member,
    group: 'nav.oversight',
    nav: 'nav.anomalies',
  },
  {
    path: '/checker',
    page: '/pages/oversight/checker.mjs',
    words: 'checker',
    who: () => organizations().length > 0,
    group: 'nav.oversight',
    nav: 'nav.checker',
  },

  {
    path: '/meeting',
    page: '/pages/affinity/phases.mjs',
    words: 'affinity',
    who: signedIn,
    group: 'nav.affinity',
    nav: 'nav.meeting',
  },
  { path: '/meeting/about', page: '/pages/affinity/about.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/photos', page: '/pages/affinity/photos.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/questions', page: '/pages/affinity/questions.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/typing', page: '/pages/affinity/typing.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/people', page: '/pages/affinity/people.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/matches', page: '/pages/affinity/matches.mjs', words: 'affinity', who: signedIn },
  { path: '/meeting/matches/:person', page: '/pages/affinity/match.mjs', words: 'affinity', who: signedIn },
  {
    path: '/research/affinity',
    page: '/pages/affinity/research.mjs',
    words: 'research',
    who: researcher,
    group: 'nav.affinity',
    nav: 'nav.research',
  },

  { path: '/documents', page: '/pages/all/documents.mjs', words: 'own', who: signedIn, group: 'nav.own', nav: 'nav.documents' },
  { path: '/account', page: '/pages/all/account.mjs', words: 'own', who: signedIn, group: 'nav.own', nav: 'nav.account' },
];

/** What an id can be: an address that names nothing is a page that there is not, and no question to the API. */
const forms = { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, number: /^\d{1,18}$/, text: /[^]/ };

/** The first route that an address matches, with its parameters. */
export function match(address) {
  const parts = address.replace(/(.)\/+$/, '$1').split('/');
  for (const route of routes) {
    const names = route.path.split('/');
    if (names.length !== parts.length) continue;
    const form = forms[route.named ?? 'uuid'];
    if (names.every((name, i) => (name.startsWith(':') ? form.test(decode(parts[i])) : name === parts[i]))) {
      const parameters = {};
      names.forEach((name, i) => {
        if (name.startsWith(':')) parameters[name.slice(1)] = decode(parts[i]);
      });
      return { route, parameters };
    }
  }
  return null;
}
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
