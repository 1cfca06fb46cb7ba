import type { Socket } from 'node:net';

/**
 * What went over the sockets of an API server.
 *
 * @public
 */
export interface TrafficCounts {
  requests: number;
  /** Bytes on the wire, headers and TLS included. */
  bytesIn: number;
  bytesOut: number;
  connections: number;
  openStreams: number;
}

/** Counts what goes over the sockets of one API server. */
export class Traffic {
  readonly #sockets = new Set<Socket>();
  #closed = { in: 0, out: 0 };
  #base = { requests: 0, in: 0, out: 0 };
  requests = 0;
  openStreams = 0;

  add(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => {
      this.#closed.in += socket.bytesRead;
      this.#closed.out += socket.bytesWritten;
      this.#sockets.delete(socket);
    });
  }

  counts(): TrafficCounts {
    const total = this.#total();
    return {
      requests: this.requests - this.#base.requests,
      bytesIn: total.in - this.#base.in,
      bytesOut: total.out - this.#base.out,
      connections: this.#sockets.size,
      openStreams: this.openStreams,
    };
  }

  reset(): void {
    this.#base = { requests: this.requests, ...this.#total() };
  }

  #total(): { in: number; out: number } {
    const total = { ...this.#closed };
    for (const socket of this.#sockets) {
      total.in += socket.bytesRead;
      total.out += socket.bytesWritten;
    }
    return total;
  }
}
