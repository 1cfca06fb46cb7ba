import { createHash } from 'node:crypto';
import {
  parseGitRepository,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../../engines/fields';
import type { FleetWebhookStore } from '../../store/FleetWebhookStore';
import { verifySignature } from '../flux/verifySignature';

/** Why a webhook was refused. */
export type GithubRefusal =
  | 'bad-signature'
  | 'malformed'
  | 'replayed'
  | 'too-many';

/** What tells that claims or their pull requests may have changed. */
const events = [
  'push',
  'pull_request',
  'pull_request_review',
  'check_run',
  'check_suite',
  'status',
];

/**
 * Takes what GitHub tells of repositories. None of it is believed: it has the repository asked sooner, and nothing else. Nothing of one
 * is looked into before its signature was found right.
 */
export class GithubWebhooks {
  constructor(
    private readonly options: {
      /** See `fleet.webhooks.github` of the config. */
      secrets: readonly { repository: string; secret: string }[];
      store: Pick<FleetWebhookStore, 'receiveWebhook'>;
      /** Has repositories asked soon. */
      ask(): void;
    },
  ) {}

  /** Undefined when it was taken. */
  async receive(webhook: {
    body: Buffer;
    signature: string | undefined;
    event: string | undefined;
  }): Promise<GithubRefusal | undefined> {
    const { body, signature, event } = webhook;
    const { secrets, store, ask } = this.options;
    const signers = secrets.filter(({ secret }) =>
      verifySignature(body, signature, [secret]),
    );
    if (signers.length === 0) {
      // Takes as long as it does for those who have one.
      verifySignature(body, signature, []);
      return 'bad-signature';
    }
    const told = repositoryIn(body);
    if (!told) {
      return 'malformed';
    }
    // Whoever has the secret of one repository speaks for no other.
    const signer = signers.find(({ repository }) =>
      isSame(parseGitRepository(repository), told),
    );
    if (!signer) {
      return 'bad-signature';
    }
    const outcome = await store.receiveWebhook(`git ${signer.repository}`, {
      // What identifies a delivery in its headers is not signed.
      digest: createHash('sha256').update(body).digest('base64url'),
    });
    if (outcome !== 'accepted') {
      return outcome;
    }
    if (event && events.includes(event)) {
      ask();
    }
    return undefined;
  }
}

function repositoryIn(body: Buffer): GitRepository | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    return undefined;
  }
  const url = textOf(fieldsOf(fieldsOf(parsed).repository).html_url);
  return url ? parseGitRepository(url) : undefined;
}

function isSame(
  left: GitRepository | undefined,
  { host, owner, name }: GitRepository,
): boolean {
  return left?.host === host && left.owner === owner && left.name === name;
}
