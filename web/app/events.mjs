// Live events while the page is seen: a browser has six connections an origin, so a hidden tab holds none.
import { client } from '/app/session.mjs';

/**
 * Hears a channel until the signal is aborted. hear(event) is also called, with null, when the page comes back into sight: something may
 * have happened meanwhile.
 */
export function follow(channel, signal, hear) {
  let stop = null;
  const start = () => {
    stop ??= client.listen(channel, hear);
  };
  const end = () => {
    stop?.();
    stop = null;
  };
  const seen = () => {
    if (document.hidden) end();
    else {
      start();
      hear(null);
    }
  };
  document.addEventListener('visibilitychange', seen, { signal });
  signal.addEventListener('abort', end);
  if (!document.hidden) start();
}
