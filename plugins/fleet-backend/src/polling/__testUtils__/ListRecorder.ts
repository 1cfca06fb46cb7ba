import { subscribe, unsubscribe } from 'node:diagnostics_channel';

interface SentRequest {
  path: string;
  headers: unknown;
}

/** Notes which lists this process asks clusters for. */
export class ListRecorder {
  /** Their paths, in order. */
  readonly lists: string[] = [];

  start() {
    subscribe('undici:request:create', this.#note);
    return this;
  }

  stop() {
    unsubscribe('undici:request:create', this.#note);
  }

  readonly #note = (message: unknown) => {
    const { path, headers } = (message as { request: SentRequest }).request;
    const ours = String(headers).includes('fleetcommander');
    const { pathname, searchParams } = new URL(path, 'http://cluster');
    const isCollection = /^\/api.*\/[a-z]+$/.test(pathname);
    // The question who answers is no list.
    const asksWho = searchParams.get('fieldSelector')?.includes('kube-system');
    if (ours && isCollection && !searchParams.has('watch') && !asksWho) {
      this.lists.push(pathname);
    }
  };
}
