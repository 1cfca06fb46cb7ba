import { createHmac, randomUUID } from 'node:crypto';
import type { Hook } from '../model/HostedRepository';

const timeoutMs = 15_000;

/** Tells others what happened; what cannot be delivered is lost. */
export class Webhooks {
  readonly #underWay = new Set<Promise<void>>();

  send(hooks: readonly Hook[], event: string, payload: object): void {
    for (const hook of hooks) {
      if (
        hook.active &&
        (hook.events.includes(event) || hook.events.includes('*'))
      ) {
        const delivery = deliver(hook, event, payload).finally(() =>
          this.#underWay.delete(delivery),
        );
        this.#underWay.add(delivery);
      }
    }
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}

async function deliver(
  { id, url, secret }: Hook,
  event: string,
  payload: object,
): Promise<void> {
  const body = JSON.stringify(payload);
  await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/demo-fleet',
      'x-github-delivery': randomUUID(),
      'x-github-event': event,
      'x-github-hook-id': String(id),
      ...(secret && {
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
          .update(body)
          .digest('hex')}`,
      }),
    },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  }).then(
    () => {},
    () => {},
  );
}
