import { createHmac } from 'node:crypto';

/** Where the Flux of a cluster sends its events, and what it signs them with. @public */
export interface FluxWebhookTarget {
  cluster: string;
  url: string;
  secret: string;
}

const timeoutMs = 15_000;

/** Plays notification-controller with an Alert for a Provider of type `generic-hmac`: what cannot be sent is lost. */
export class FluxWebhook {
  private constructor(private readonly targets: readonly FluxWebhookTarget[]) {}

  static create(targets: readonly FluxWebhookTarget[]): FluxWebhook {
    return new FluxWebhook(targets);
  }

  async send(cluster: string, event: object): Promise<void> {
    const target = this.targets.find(item => item.cluster === cluster);
    if (!target) {
      return;
    }
    const body = JSON.stringify(event);
    const hmac = createHmac('sha256', target.secret).update(body);
    await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-signature': `sha256=${hmac.digest('hex')}`,
      },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => {});
  }
}
