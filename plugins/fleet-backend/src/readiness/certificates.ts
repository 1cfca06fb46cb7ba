import { fieldsOf, timeOf } from '../engines/fields';
import { listAll } from './listAll';
import type { ReadinessCheck } from './ReadinessCheck';
import { toItems } from './toItems';

const dayMs = 24 * 60 * 60 * 1000;
/** cert-manager renews well before; what is left with less than that, it did not renew. */
const soonDays = 14;

/** cert-manager's certificates that nobody renews in time. An upgrade restarts what would then read them. */
export const certificates: ReadinessCheck = {
  id: 'certificates',
  title: 'Certificates',
  inNamespaces: true,
  right: 'list on certificates.cert-manager.io',
  async run({ client, now }) {
    const all = await listAll(client, {
      group: 'cert-manager.io',
      version: 'v1',
      plural: 'certificates',
    });
    const ending = all.flatMap(({ metadata, status }) => {
      const end = timeOf(fieldsOf(status).notAfter);
      const days = end && Math.floor((Date.parse(end) - now.getTime()) / dayMs);
      return days !== undefined && days !== '' && days < soonDays
        ? [
            {
              title: `${metadata.namespace}/${metadata.name}`,
              summary:
                days < 0
                  ? `ended at ${end}`
                  : `ends in ${days} days, at ${end}`,
              state: days < 0 ? ('failing' as const) : ('degraded' as const),
            },
          ]
        : [];
    });
    const ended = ending.filter(({ state }) => state === 'failing').length;
    return {
      state:
        (ended > 0 && 'failing') ||
        (ending.length > 0 && 'degraded') ||
        'healthy',
      summary:
        ending.length > 0
          ? `${ending.length} of ${all.length} certificates end within ${soonDays} days, ${ended} have ended`
          : `None of ${all.length} certificates ends within ${soonDays} days`,
      items: toItems(ending),
    };
  },
};
