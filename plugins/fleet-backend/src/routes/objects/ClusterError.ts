import { CustomErrorBase } from '@backstage/errors';

/**
 * A cluster failed to do its part of a request. It is answered as a bad gateway: neither the caller's permission nor the portal's
 * database is to blame.
 */
export class ClusterError extends CustomErrorBase {
  readonly name = 'ClusterError' as const;
  readonly statusCode = 502;
}
