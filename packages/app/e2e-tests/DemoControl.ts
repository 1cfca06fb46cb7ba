import type { APIRequestContext } from '@playwright/test';

const controlUrl = process.env.FLEET_CONTROL_URL ?? 'http://127.0.0.1:17000';

/** Breaks and mends clusters of the demo fleet. */
export class DemoControl {
  readonly #broken = new Set<string>();

  constructor(private readonly request: APIRequestContext) {}

  async silence(cluster: string): Promise<void> {
    this.#broken.add(cluster);
    const response = await this.request.put(faultOf(cluster), {
      data: { type: 'silent' },
    });
    if (!response.ok()) {
      throw new Error(`Could not silence ${cluster}: ${await response.text()}`);
    }
  }

  async mend(cluster: string): Promise<void> {
    await this.request.delete(faultOf(cluster));
    this.#broken.delete(cluster);
  }

  /** Lets something happen in the fleet, to one application where it can be any. */
  async play(step: string, application?: string): Promise<void> {
    const response = await this.request.post(
      `${controlUrl}/scenario/${step}`,
      application ? { data: { application } } : undefined,
    );
    if (!response.ok()) {
      throw new Error(`Could not play ${step}: ${await response.text()}`);
    }
  }

  async mendAll(): Promise<void> {
    for (const cluster of this.#broken) {
      await this.mend(cluster);
    }
  }
}

function faultOf(cluster: string) {
  return `${controlUrl}/clusters/${encodeURIComponent(cluster)}/fault`;
}
