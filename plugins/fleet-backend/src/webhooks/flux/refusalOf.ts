import {
  AuthenticationError,
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { WebhookOutcome } from '../../store/FleetWebhookStore';

class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}

/** What the sender is told. Who could not sign learns nothing of which clusters there are, or have a secret. */
export function refusalOf(
  outcome: Exclude<WebhookOutcome, 'accepted'>,
  detail: string | undefined,
): Error {
  switch (outcome) {
    case 'malformed':
      return new InputError(`This is no event of Flux: ${detail}`);
    case 'not-in-fleet':
      return new NotFoundError('This cluster is not in the fleet.');
    case 'out-of-time':
      return new NotAllowedError(
        'The event is more than ten minutes old, or ahead: check the clock of the cluster.',
      );
    case 'replayed':
      return new ConflictError('This event has come before.');
    case 'too-many':
      return new TooManyRequestsError(
        'This cluster sends more events than are taken: send those of Kustomizations and HelmReleases only.',
      );
    default:
      return new AuthenticationError(
        'X-Signature is not made with the secret that is configured for this cluster, or none is.',
      );
  }
}
