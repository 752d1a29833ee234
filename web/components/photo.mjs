// A photo behind the token: its bytes are fetched when it comes near the window, and drawn; no address would take the token.
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { client } from '/app/session.mjs';

const most = 640; // px: as large as it is shown on a screen of two to one

export function photo(document_, label) {
  const canvas = h('canvas', { class: 'photo', role: 'img', 'aria-label': label, width: 320, height: 320 });
  const place = h('span', { class: 'photo-place' }, canvas);
  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        seen.disconnect();
        draw();
      }
    },
    { rootMargin: '200px' },
  );
  async function draw() {
    try {
      const answer = await client.fetch(`/rpc/document_data?document=${document_}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const picture = await createImageBitmap(await answer.blob());
      const scale = Math.min(1, most / Math.max(picture.width, picture.height));
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
    } catch {
      place.replaceChildren(h('span', { class: 'muted small' }, t('photo.away')));
    }
  }
  seen.observe(canvas);
  return place;
}
