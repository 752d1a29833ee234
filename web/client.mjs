// The client for pages of the own origin: signs in, keeps the session, sends requests through postgrest-js, hears live events.
//
//   import { connect } from '/client.mjs';
//   const harmony = connect();
//   await harmony.signIn('ann@example.org', 'four unrelated words');
//   const { data, error } = await harmony.from('campaigns').select('id, title');
//
// The access token is kept in memory alone; the refresh token is a cookie that no script can read. Tabs take turns to renew, and a mark
// in localStorage, no secret, says that somebody signed in here: without it no cookie is tried.
// @ts-check
import { PostgrestClient } from './vendor/postgrest.2.109.0.mjs';

/** @typedef {import('./database.js').Database} Database */
/** @typedef {{ id: string, email: string, full_name: string, is_verified: boolean, roles: string[],
 *   organizations: { id: string, name: string, role: string }[] }} Account */
/** @typedef {{ access_token: string, expires_in: number, account: Account }} Session */
/** @typedef {{ channel: string, event: string, id: string, at: string }} LiveEvent */

export const mark = 'harmony.signed_in';

/** A refusal: what the server says of it, with the status. */
export class HarmonyError extends Error {
  /** @param {number} status @param {{ code?: string, message?: string, details?: string | null, hint?: string | null }} body */
  constructor(status, body) {
    super(body.message ?? `status ${status}`);
    this.status = status;
    this.code = body.code;
    this.details = body.details ?? null;
    this.hint = body.hint ?? null;
  }
}

/** The store of a page; none outside of a browser, and where the reader does not allow one. @returns {Storage | null} */
function ownStorage() {
  try { return globalThis.document ? globalThis.localStorage : null; } catch { return null; }
}

/**
 * @param {{ origin?: string, fetch?: typeof fetch, EventSource?: typeof EventSource, storage?: Storage | null }} [options]
 *   origin: by default that of the page; fetch, EventSource, storage: by default the browser's.
 */
export function connect({
  origin = globalThis.location?.origin, fetch: send = globalThis.fetch.bind(globalThis), EventSource: Events = globalThis.EventSource,
  storage = ownStorage(),
} = {}) {
  const base = `${origin}/api`;
  /** @type {{ token: string, until: number, account: Account } | null} */
  let session = null;
  /** @type {Promise<Account | null> | null} */
  let renewing = null;

  /** @param {string} name @param {object} body */
  async function call(name, body, token = '') {
    /** @type {Record<string, string>} */
    const headers = { 'Content-Type': 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    const answer = await send(`${base}/rpc/${name}`, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    const parsed = text === '' ? null : JSON.parse(text);
    if (!answer.ok) throw new HarmonyError(answer.status, parsed ?? {});
    return parsed;
  }

  /** @param {Session | null} answer */
  function keep(answer) {
    if (answer) storage?.setItem(mark, answer.account.id); else storage?.removeItem(mark);
    session = answer && { token: answer.access_token, until: Date.now() + (answer.expires_in - 30) * 1000, account: answer.account };
    return session?.account ?? null;
  }

  /** A new access token by the cookie; one request at a time, however many ask for it. The account, or null where nobody is signed in. */
  function renew() {
    renewing ??= inTurn(async () => {
      try {
        return keep(await call('refresh', {}));
      } catch (problem) {
        if (problem instanceof HarmonyError && problem.status === 401) return keep(null);
        throw problem;
      }
    }).finally(() => { renewing = null; });
    return renewing;
  }

  /** One tab at a time: two at once would send the same cookie, and the second be refused. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  function inTurn(work) {
    // The lock gives what the work gives, not a promise of its promise, as its type says.
    return globalThis.navigator?.locks ? /** @type {Promise<any>} */ (navigator.locks.request('harmony.session', work)) : work();
  }

  /** The request with the token; renewed before it ends, and once more where the server does not take it. @type {typeof fetch} */
  async function authorized(address, init = {}) {
    if (session && Date.now() > session.until) await renew();
    const attempt = () => {
      const headers = new Headers(init.headers);
      if (session) headers.set('Authorization', `Bearer ${session.token}`);
      return send(address, { ...init, headers, credentials: 'same-origin' });
    };
    const answer = await attempt();
    if (answer.status !== 401 || !session || (await renew()) === null) return answer;
    return attempt();
  }

  /** @param {string} path @param {string} method */
  async function ask(path, method) {
    const answer = await authorized(`${base}/rpc/${path}`, { method, headers: { Accept: 'application/json' } });
    const body = await answer.json();
    if (!answer.ok) throw new HarmonyError(answer.status, body);
    return body;
  }

  /** @type {PostgrestClient<Database, {}, 'api'>} */
  const rest = new PostgrestClient(base, { schema: 'api', fetch: authorized, retry: false });

  return {
    /** Views: select, insert, update, delete, as postgrest-js has them. */
    from: rest.from.bind(rest),
    /** Functions: rpc(name, arguments, { get: true } for one that changes nothing). */
    rpc: rest.rpc.bind(rest),
    /** A request of one's own to an address below /api, such as one that sends bytes. */
    /** @param {string} path @param {RequestInit} [init] */
    fetch: (path, init) => authorized(`${base}${path}`, init),

    /** Who is signed in, or null. */
    get account() { return session?.account ?? null; },
    /** Takes up the session of an earlier page: the account, or null where there is none. */
    resume: async () => (storage && storage.getItem(mark) === null ? null : renew()),
    /** @param {string} email @param {string} password */
    signIn: async (email, password) => keep(await call('login', { email, password })),
    /** 202, with null, where the address has to be verified first. @param {{ email: string, password: string, full_name?: string, organization?: string }} person */
    register: async (person) => {
      const answer = await call('register', person);
      return answer?.access_token ? keep(answer) : null;
    },
    signOut: async ({ everywhere = false } = {}) => {
      const token = session?.token;
      keep(null);
      await call('logout', { everywhere }, token);
    },

    /**
     * Hears a channel, such as account.<id>, until the function that is returned is called; goes on after lost connections.
     * @param {string} channel @param {(event: LiveEvent) => void} hear @param {(problem: unknown) => void} [refused] it cannot be heard
     */
    listen(channel, hear, refused = () => {}) {
      let last = '';
      let over = false;
      /** @type {EventSource | undefined} */
      let source;
      let pause = 1000;
      async function open() {
        try {
          await ask(`may_listen?channel=${encodeURIComponent(channel)}`, 'GET');  // an EventSource does not tell why it is refused
          const body = await ask('event_token', 'POST');
          if (over) return;
          // The browser would repeat the old address with its old token: so each connection is a new one, that goes on where the last ended.
          source = new Events(`${origin}/events/${channel}?token=${body.token}${last && `&last_event_id=${encodeURIComponent(last)}`}`);
          source.onopen = () => { pause = 1000; };
          source.onmessage = (message) => {
            last = message.lastEventId || last;
            hear(JSON.parse(message.data));
          };
          source.onerror = again;
        } catch (problem) {
          if (problem instanceof HarmonyError && problem.status < 500 && problem.status !== 429) refused(problem);
          else again();
        }
      }
      function again() {
        source?.close();
        if (over) return;
        setTimeout(open, pause);
        pause = Math.min(pause * 2, 60000);
      }
      open();
      return () => { over = true; source?.close(); };
    },
  };
}
