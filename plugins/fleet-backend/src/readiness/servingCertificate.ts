import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { CheckResult, ReadinessCheck } from './ReadinessCheck';

const dayMs = 24 * 60 * 60 * 1000;
const soonDays = 30;
const longestMs = 5_000;

/** The certificate that the API server shows to its clients. */
export const servingCertificate: ReadinessCheck = {
  id: 'serving-certificate',
  title: "The API server's certificate",
  async run({ definition, now }) {
    const url = definition && new URL(definition.url);
    if (url?.protocol !== 'https:') {
      return unseen('the portal does not ask it over TLS');
    }
    if (definition?.proxyUrl) {
      return unseen('the portal asks it through a proxy');
    }
    const end = await endOf(url, definition?.tls);
    const days = Math.floor((end.getTime() - now.getTime()) / dayMs);
    const state =
      (days < 0 && 'failing') || (days < soonDays && 'degraded') || 'healthy';
    return {
      state,
      summary:
        days < 0
          ? `It ended at ${end.toISOString()}`
          : `It ends in ${days} days, at ${end.toISOString()}`,
      items: [],
    };
  },
};

function unseen(why: string): CheckResult {
  return {
    state: 'unknown',
    summary: `It is not seen from here: ${why}`,
    items: [],
  };
}

/** Only the certificate is read, and nothing sent: whether it is to be trusted is settled wherever something is. */
function endOf(url: URL, tls: ClusterDefinition['tls']): Promise<Date> {
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      host,
      port: Number(url.port) || 443,
      // Addresses are no names to ask for.
      servername: tls?.serverName ?? (isIP(host) ? undefined : host),
      rejectUnauthorized: false,
      timeout: longestMs,
    });
    socket.once('secureConnect', () => {
      resolve(new Date(socket.getPeerCertificate().valid_to));
      socket.destroy();
    });
    socket.once('timeout', () =>
      socket.destroy(new Error(`no answer within ${longestMs / 1000} s`)),
    );
    socket.once('error', reject);
  });
}
