// Of when the data of a page is, with a way to have it anew: what stands on the screen grows old.
import { h } from '/app/dom.mjs';
import { moment, t } from '/app/i18n.mjs';

export const asOf = (context, at = new Date()) =>
  h(
    'p',
    { class: 'actions small muted' },
    h('span', null, t('as_of.time', { moment: moment(at) })),
    h(
      'button',
      {
        type: 'button',
        id: 'refresh',
        on: {
          click: async () => {
            await context.reload();
            context.announce(t('as_of.done'));
          },
        },
      },
      t('as_of.refresh'),
    ),
  );
